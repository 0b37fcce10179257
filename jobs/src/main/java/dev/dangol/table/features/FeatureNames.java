package dev.dangol.table.features;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Feature names for readers: the columns that describe a customer, in English and Korean. */
public final class FeatureNames {
  public static final FeatureNames ENGLISH = new FeatureNames(Locale.ENGLISH);
  public static final FeatureNames KOREAN = new FeatureNames(Locale.KOREAN);

  private static final Pattern WINDOWED = Pattern.compile("(.+)_(\\d+)d");

  private final Locale locale;
  private final Properties names;

  private FeatureNames(Locale locale) {
    this.locale = locale;
    this.names = read("features_" + locale.getLanguage() + ".properties");
  }

  /** The names in that language, Korean for ko and English for any other. */
  public static FeatureNames in(Locale locale) {
    return locale.getLanguage().equals(KOREAN.locale.getLanguage()) ? KOREAN : ENGLISH;
  }

  /** The column's name in words; a column without one keeps its own name. */
  public String name(String column) {
    Matcher windowed = WINDOWED.matcher(column);
    if (windowed.matches()) {
      String days = windowed.group(2);
      return text(windowed.group(1) + "_window", days)
          .or(
              () ->
                  text(windowed.group(1) + "_lifetime")
                      .map(lifetime -> lifetime.replace(names.getProperty("to_date"), ""))
                      .flatMap(measure -> text("any_window", measure, days)))
          .orElse(column);
    }
    return text(column).orElse(column);
  }

  Set<String> keys() {
    return names.stringPropertyNames();
  }

  private Optional<String> text(String key, Object... parts) {
    return Optional.ofNullable(names.getProperty(key))
        .map(pattern -> new MessageFormat(pattern, locale).format(parts));
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (InputStream stream = FeatureNames.class.getResourceAsStream(name);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
