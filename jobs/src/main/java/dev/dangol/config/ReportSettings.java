package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import java.util.List;

/**
 * Report settings.
 *
 * @param directory the folder it is written to
 * @param language en or ko
 */
public record ReportSettings(String directory, String language) {
  /** Reads the section {@code report}. */
  static ReportSettings read(ConfigSection report) {
    return new ReportSettings(
        report.one("directory", TextRules.TEXT),
        report.one("language", ValueRule.oneOf(List.of("en", "ko"))));
  }
}
