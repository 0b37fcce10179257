package dev.dangol.config.hocon;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Origins of settings as messages name them: file and line, option or variable. */
public final class SettingOrigins {
  private static final String MERGED = "merge of ";
  private static final Pattern FILE_AND_LINE = Pattern.compile("([^,]+): (\\d+)(?:-\\d+)?(?=,|$)");
  private static final Pattern RESOURCE = Pattern.compile("^(\\S+\\.conf) @ .*");

  private SettingOrigins() {}

  public static String text(ConfigOrigin origin) {
    int line = line(origin);
    return line > 0 ? place(origin) + ", line " + line : place(origin);
  }

  /**
   * The place where the first value of a section is set; empty where all are the jar's defaults.
   */
  public static Optional<String> given(ConfigValue section) {
    return origins(section)
        .filter(origin -> origin.resource() == null)
        .min(Comparator.comparing(SettingOrigins::place).thenComparing(SettingOrigins::line))
        .map(SettingOrigins::text);
  }

  private static Stream<ConfigOrigin> origins(ConfigValue value) {
    return value instanceof ConfigObject section
        ? section.values().stream().flatMap(SettingOrigins::origins)
        : Stream.of(value.origin());
  }

  /** The file, option or variable; of a section merged from several, the strongest file. */
  static String place(ConfigOrigin origin) {
    String whole = origin.withLineNumber(-1).description();
    if (!whole.startsWith(MERGED)) {
      return RESOURCE.matcher(whole).replaceFirst("$1");
    }
    String parts = origin.description().substring(MERGED.length());
    Matcher file = FILE_AND_LINE.matcher(parts);
    String first = file.find() ? file.group(1) : parts.split(",", 2)[0];
    return RESOURCE.matcher(first).replaceFirst("$1");
  }

  /** The line, or 0 where lines mean nothing. */
  static int line(ConfigOrigin origin) {
    String whole = origin.description();
    if (whole.startsWith(CommandLineSettings.OPTION)
        || whole.startsWith(EnvironmentSettings.VARIABLE)) {
      return 0;
    }
    if (!whole.startsWith(MERGED)) {
      return Math.max(0, origin.lineNumber());
    }
    Matcher file = FILE_AND_LINE.matcher(whole.substring(MERGED.length()));
    return file.find() ? Integer.parseInt(file.group(2)) : 0;
  }
}
