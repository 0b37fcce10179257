package dev.dangol.report.page;

import dev.dangol.report.data.CheckLine;
import dev.dangol.table.results.CheckColumns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values of quality checks in words, with the unit that the check's name ends with. */
public record CheckWords(PageWords words, ReadableNumbers figures) {
  private static final List<String> UNITS = List.of("customers", "rows", "days", "points");
  private static final int PARTS = 3;

  /** The check in words: its source and what was counted; one without words keeps its name. */
  public String name(CheckLine check) {
    String[] parts = check.name().split("\\.", PARTS);
    String key = parts.length < 2 ? "" : "check." + parts[1];
    if (!words.has(key)) {
      return check.name();
    }
    String source = "label.source." + parts[0];
    return (words.has(source) ? words.text(source) : parts[0])
        + ", "
        + words.text(key, parts.length < PARTS ? "" : parts[PARTS - 1]);
  }

  public String value(CheckLine check) {
    return text(check.name(), check.value(), "value.not_measured");
  }

  public String bound(CheckLine check) {
    return text(check.name(), check.bound(), "data.no_bound");
  }

  /** Purchase days taken for mistakes when the day was found; empty where there were none. */
  public Optional<String> outlierDays(List<CheckLine> checks) {
    return checks.stream()
        .filter(check -> check.name().endsWith("." + CheckColumns.OUTLIER_DAY_ROWS.name()))
        .map(check -> words.text("data.outlier_days", value(check)))
        .findFirst();
  }

  /** The sources with rows about which their {@code where} is undecided, a sentence each. */
  public List<String> undecidedRows(List<CheckLine> checks) {
    String ending = "." + CheckColumns.UNDECIDED_ROWS.name();
    return checks.stream()
        .filter(check -> check.name().endsWith(ending) && check.value().orElse(0) > 0)
        .map(
            check ->
                words.text("data.undecided_rows", check.name().replace(ending, ""), value(check)))
        .toList();
  }

  private String text(String check, OptionalDouble value, String wordsForNone) {
    if (value.isEmpty()) {
      return words.text(wordsForNone);
    }
    if (check.endsWith("share") || check.contains(".null_share.")) {
      return figures.share(value);
    }
    String unit = UNITS.stream().filter(check::endsWith).findFirst().orElse("plain");
    return figures.unit(unit, value.getAsDouble(), 2);
  }
}
