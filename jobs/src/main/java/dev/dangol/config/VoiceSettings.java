package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of what customers say.
 *
 * @param themes the words and phrases of each theme, in any language, by its name
 * @param minCount how many customers must speak of something for it to be reported
 * @param maxTerms how many terms of low ratings, and of high ones, are reported at most
 */
public record VoiceSettings(Map<String, List<String>> themes, int minCount, int maxTerms) {
  /** The theme that stands for all texts, and that no theme may be called. */
  public static final String ALL = "all";

  public VoiceSettings {
    themes = Collections.unmodifiableMap(new TreeMap<>(themes));
  }

  /** Reads the section {@code voices}. */
  static VoiceSettings read(ConfigSection voices) {
    ConfigSection themes = voices.section("themes");
    Map<String, List<String>> found = new TreeMap<>();
    for (String theme : themes.names()) {
      if (TextRules.NAME.read(theme).isEmpty() || theme.equals(ALL)) {
        themes.fault(
            theme,
            themes.name(theme)
                + " is no name for a theme; it must be "
                + TextRules.NAME.meaning()
                + ", and not all.");
      }
      found.put(theme, NameLabels.readList(themes, "theme", theme, "words"));
    }
    return new VoiceSettings(
        found,
        voices.one("min-count", NumberRules.COUNT),
        voices.one("max-terms", NumberRules.COUNT));
  }
}
