package dev.dangol.config.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Settings from environment variables: a key in capitals, its dots and dashes as underscores.
 * Variables that name no key are ignored, since the launcher has some of its own; so are empty
 * ones.
 */
public final class EnvironmentSettings {
  static final String VARIABLE = "environment variable ";

  private static final String PREFIX = "DANGOL_";

  private EnvironmentSettings() {}

  /** True where some variable could set a key. */
  public static boolean isGiven(Map<String, String> environment) {
    return environment.keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
  }

  /**
   * Reads the variables.
   *
   * @param keys every key that could be set, as path elements
   */
  public static Config read(
      Map<String, String> environment, Collection<List<String>> keys, SettingFaults faults) {
    Config read = ConfigFactory.empty();
    for (List<String> key : keys) {
      String name = name(key);
      Optional<ConfigValue> value =
          Optional.ofNullable(environment.get(name))
              .filter(text -> !text.isBlank())
              .flatMap(text -> CommandLineSettings.value(text, VARIABLE + name, faults));
      if (value.isPresent()) {
        read = read.withValue(ConfigUtil.joinPath(key), value.get());
      }
    }
    return read;
  }

  private static String name(List<String> key) {
    return String.join("_", key).replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
