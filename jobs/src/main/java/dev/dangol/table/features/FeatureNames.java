package dev.dangol.table.features;

import dev.dangol.table.WindowedName;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Feature names for readers: the columns that describe a customer, in English and Korean. */
public final class FeatureNames {
  public static final FeatureNames ENGLISH = new FeatureNames(Locale.ENGLISH);
  public static final FeatureNames KOREAN = new FeatureNames(Locale.KOREAN);

  private static final List<String> OF_GOALS =
      List.of("journey_days", "journey_back_steps", "contribution");

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
    return WindowedName.of(column)
        .flatMap(this::windowed)
        .or(() -> text(column))
        .or(() -> ofGoal(column))
        .orElse(column);
  }

  /** Of a column that ends with the name of a goal. */
  private Optional<String> ofGoal(String column) {
    return OF_GOALS.stream()
        .filter(stem -> column.startsWith(stem + "_"))
        .findFirst()
        .flatMap(stem -> text(stem + "_goal", column.substring(stem.length() + 1)));
  }

  /** Its own name for a window, or the one of the same to date, with the days. */
  private Optional<String> windowed(WindowedName column) {
    String days = String.valueOf(column.days());
    return text(column.stem() + "_window", days)
        .or(
            () ->
                text(column.toDate())
                    .map(lifetime -> lifetime.replace(names.getProperty("to_date"), ""))
                    .flatMap(measure -> text("any_window", measure, days)));
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
