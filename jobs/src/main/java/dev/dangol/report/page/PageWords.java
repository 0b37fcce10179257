package dev.dangol.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** All words of the page in one language, by key. Nothing depends on the machine's own language. */
public final class PageWords {
  /** The languages that the page can be written in. */
  public static final List<String> LANGUAGES = List.of("en", "ko");

  private final Locale locale;
  private final Properties words;

  private PageWords(Locale locale, Properties words) {
    this.locale = locale;
    this.words = words;
  }

  /** The words of one of {@link #LANGUAGES}; any other language is refused. */
  public static PageWords of(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("The report has no words for the language " + language);
    }
    return new PageWords(
        Locale.forLanguageTag(language), read("words_" + language + ".properties"));
  }

  public String language() {
    return locale.getLanguage();
  }

  public Locale locale() {
    return locale;
  }

  /** The text, with each {0}, {1}… replaced; a key without words is a fault of the program. */
  public String text(String key, Object... parts) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No words for " + key + " in " + language());
    }
    return new MessageFormat(pattern, locale).format(parts);
  }

  /** The text with its placeholders still open. */
  String pattern(String key) {
    return words.getProperty(key);
  }

  public boolean has(String key) {
    return words.containsKey(key);
  }

  Set<String> keys() {
    return words.stringPropertyNames();
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (InputStream stream = PageWords.class.getResourceAsStream(name);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
