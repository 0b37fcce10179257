package dev.dangol.config.hocon;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Substitutes environment variables for {@code ${NAME}} in a file. */
public final class EnvironmentSubstitutions {
  private static final Pattern NAME = Pattern.compile("\\$\\{[^}]*}");

  private EnvironmentSubstitutions() {}

  /** True for a value that came from an environment variable, wholly or in part. */
  static boolean came(ConfigOrigin origin) {
    return NAME.matcher(origin.description()).find();
  }

  /** Looks names up among the given variables only. */
  public static ConfigResolver resolver(Map<String, String> environment) {
    return new ConfigResolver() {
      @Override
      public ConfigValue lookup(String path) {
        String value = environment.get(path);
        return value == null ? null : ConfigValueFactory.fromAnyRef(value, "${" + path + "}");
      }

      @Override
      public ConfigResolver withFallback(ConfigResolver fallback) {
        return this;
      }
    };
  }

  /**
   * Adds to each substituted value where the substitution is written, since the library remembers
   * the variable only.
   *
   * @param written the same object before its substitutions
   */
  public static ConfigObject substitute(ConfigObject resolved, ConfigObject written) {
    ConfigObject placed = resolved;
    for (String key : new TreeSet<>(resolved.keySet())) {
      placed = placed.withValue(key, substitute(resolved.get(key), child(written, key)));
    }
    return placed;
  }

  private static ConfigValue substitute(ConfigValue value, ConfigValue written) {
    if (value instanceof ConfigObject object) {
      return written instanceof ConfigObject parent ? substitute(object, parent) : value;
    }
    if (value instanceof ConfigList || !came(value.origin())) {
      return value;
    }
    String names =
        NAME.matcher(value.origin().description())
            .results()
            .map(MatchResult::group)
            .distinct()
            .collect(Collectors.joining(" and "));
    String place = names + " in " + SettingOrigins.place(written.origin());
    int line = SettingOrigins.line(written.origin());
    return value.withOrigin(
        ConfigOriginFactory.newSimple(place).withLineNumber(line > 0 ? line : -1));
  }

  /** The value as written; its parent where the library does not know it before substituting. */
  private static ConfigValue child(ConfigObject written, String key) {
    try {
      ConfigValue child = written.get(key);
      return child == null ? written : child;
    } catch (ConfigException.NotResolved merged) {
      return written;
    }
  }
}
