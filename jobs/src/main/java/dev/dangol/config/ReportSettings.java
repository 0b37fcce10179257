package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import java.util.List;
import java.util.Map;

/**
 * Report settings.
 *
 * @param directory the folder it is written to
 * @param language en or ko
 * @param languages further languages that the page is written in too; empty for none
 * @param labels texts by language, by kind and name as cohort.slipping; no text for a name without
 *     a label
 */
public record ReportSettings(
    String directory,
    String language,
    List<String> languages,
    Map<String, Map<String, String>> labels) {
  private static final ValueRule<String> LANGUAGE = ValueRule.oneOf(List.of("en", "ko"));

  public ReportSettings {
    languages = List.copyOf(languages);
  }

  /** Settings without labels. */
  public ReportSettings(String directory, String language) {
    this(directory, language, List.of(), Map.of());
  }

  /** Reads the section {@code report}. */
  static ReportSettings read(ConfigSection report, NameLabels labels) {
    return new ReportSettings(
        report.one("directory", TextRules.TEXT),
        report.one("language", LANGUAGE),
        report.any("languages", LANGUAGE),
        labels.all());
  }
}
