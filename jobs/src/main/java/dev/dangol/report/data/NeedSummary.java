package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.NeedColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Needs for help: the themes of cases, and how many customers helped themselves.
 *
 * @param themes by rank
 * @param service empty where it is not measured
 */
public record NeedSummary(List<ThemeLine> themes, Optional<ServiceLine> service) {
  public NeedSummary {
    themes = List.copyOf(themes);
  }

  /** Cases of one theme. */
  public record ThemeLine(
      String theme,
      long rank,
      long cases,
      double share,
      double cumulative,
      OptionalDouble selfServed) {
    static ThemeLine of(RowReader cells) {
      return new ThemeLine(
          cells.text(NeedColumns.THEME).orElse(""),
          cells.count(NeedColumns.RANK),
          cells.count(NeedColumns.CASES),
          cells.number(NeedColumns.SHARE).orElse(0),
          cells.number(NeedColumns.CUMULATIVE_SHARE).orElse(0),
          cells.number(NeedColumns.SELF_SERVED_SHARE));
    }
  }

  /** Needs of all customers, and how much the first 30, 50 and 100 themes cover. */
  public record ServiceLine(
      OptionalDouble selfServed, List<OptionalDouble> coverage, OptionalDouble benchmark) {
    public ServiceLine {
      coverage = List.copyOf(coverage);
    }

    static ServiceLine of(RowReader cells) {
      return new ServiceLine(
          cells.number(NeedColumns.SERVED_SHARE),
          List.of(
              cells.number(NeedColumns.COVERAGE_30),
              cells.number(NeedColumns.COVERAGE_50),
              cells.number(NeedColumns.COVERAGE_100)),
          cells.number(NeedColumns.BENCHMARK_SHARE));
    }
  }

  static NeedSummary read(ReportTables tables) {
    return new NeedSummary(
        tables.of(NeedColumns.THEMES).where(NeedColumns.RANK.col().leq(10)).collectAsList().stream()
            .map(row -> ThemeLine.of(new RowReader(row)))
            .sorted(Comparator.comparing(ThemeLine::rank))
            .toList(),
        tables.of(NeedColumns.SELF_SERVICE).collectAsList().stream()
            .map(row -> ServiceLine.of(new RowReader(row)))
            .findFirst());
  }
}
