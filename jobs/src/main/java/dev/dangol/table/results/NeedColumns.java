package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import dev.dangol.table.sources.SupportSource;
import java.util.List;

/** Columns of the tables on themes of cases, and on customers who help themselves. */
public final class NeedColumns {
  public static final Field THEME = SupportSource.THEME.asRequired();
  public static final Field RANK =
      CohortColumns.RANK
          .renamed("rank", "Its place by the number of cases, then by name: 1 for the most.")
          .asRequired();
  public static final Field CASES =
      ReplyColumns.CASES.renamed("cases", "Support cases of the theme opened by the day.");
  public static final Field SHARE =
      SegmentColumns.SHARE.renamed("share", "Its share of the cases that have a theme, 0 to 1.");
  public static final Field CUMULATIVE_SHARE =
      Field.number(
              Unit.SHARE,
              "cumulative_share",
              "The share that the themes down to this one have together, 0 to 1.")
          .asRequired();
  public static final Field SELF_SERVED_SHARE =
      Field.number(
          Unit.SHARE,
          "self_served_share",
          "The share of the needs of the theme that customers served themselves, 0 to 1; null where"
              + " no help page has the theme for its category, or no need is over.");

  public static final Table THEMES =
      new Table(
          "case_themes",
          "A theme of support cases.",
          List.of(SharedColumns.AS_OF, THEME),
          List.of(
              SharedColumns.AS_OF, THEME, RANK, CASES, SHARE, CUMULATIVE_SHARE, SELF_SERVED_SHARE));

  public static final Field NEEDS =
      Field.count(
          Unit.TIMES,
          "needs",
          "Needs for help whose hours are over by the day: looks at help pages, each within"
              + " contacts.self-service-hours of the one before, or a case without any such look"
              + " before it; null where looks for help are not known.");
  public static final Field SELF_SERVED =
      Field.count(
          Unit.TIMES,
          "self_served",
          "Those with looks at help pages after which no case was opened within"
              + " contacts.self-service-hours; null where looks for help are not known.");
  public static final Field SERVED_SHARE =
      SELF_SERVED_SHARE.renamed(
          "self_served_share", "self_served divided by needs, 0 to 1; null without a need.");
  public static final Field COVERAGE_30 = coverage(30);
  public static final Field COVERAGE_50 = coverage(50);
  public static final Field COVERAGE_100 = coverage(100);
  public static final Field BENCHMARK_SHARE =
      ReplyColumns.BENCHMARK_SHARE.renamed(
          "benchmark_share",
          "The share of customers who are said to rather help themselves, from the setting"
              + " benchmarks.self_service, 0 to 1: not computed here; null where it is not"
              + " configured.");

  public static final Table SELF_SERVICE =
      new Table(
          "self_service",
          "How many needs for help customers served themselves, and how much the commonest themes of"
              + " cases cover.",
          List.of(SharedColumns.AS_OF),
          List.of(
              SharedColumns.AS_OF,
              NEEDS,
              SELF_SERVED,
              SERVED_SHARE,
              COVERAGE_30,
              COVERAGE_50,
              COVERAGE_100,
              BENCHMARK_SHARE,
              ReplyColumns.BENCHMARK_SOURCE));

  private NeedColumns() {}

  private static Field coverage(int themes) {
    return Field.number(
        Unit.SHARE,
        "coverage_" + themes,
        "The share of the cases with a theme that the "
            + themes
            + " commonest themes cover, 0 to 1; null where no case has a theme.");
  }
}
