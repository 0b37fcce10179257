package dev.dangol.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.config.QualitySettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.Table;
import dev.dangol.table.evidence.CareCostColumns;
import dev.dangol.table.evidence.QuotedColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.results.NeedColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.ReplyColumns;
import dev.dangol.table.results.WhatIfColumns;
import dev.dangol.testing.GivenRow;
import dev.dangol.testing.TestDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class QuotedFiguresTest {
  private static final AsOf DAY = TestDay.of("2026-03-01");
  private static final List<String> NAMES =
      List.of(
          "leave_after_two_strikes",
          "answer_within_one_hour",
          "answer_within_30_minutes",
          "irrelevant_messages",
          "self_service",
          "profit_from_retention",
          "win_against_keep",
          "clicks_from_three_to_five_stars",
          "quoted_73_against_66",
          "나만의 수치");

  private static Map<String, RowReader> rows(Map<String, List<Row>> tables) {
    Map<String, BenchmarkSettings> quoted = new LinkedHashMap<>();
    NAMES.forEach(
        name -> quoted.put(name, new BenchmarkSettings(0.2, 0.4, "a survey", name.length() > 20)));
    List<Row> rows =
        new QuotedFigures(
                (Table table) -> tables.getOrDefault(table.name(), List.of()),
                DAY,
                new QualitySettings(0, 1, 5))
            .rows(quoted);
    Map<String, RowReader> read = new LinkedHashMap<>();
    for (Row row : GivenRow.read(QuotedColumns.TABLE, rows)) {
      RowReader cells = new RowReader(row);
      read.put(cells.text(QuotedColumns.NAME).orElseThrow(), cells);
    }
    return read;
  }

  private static Map<String, List<Row>> tables() {
    Row strikes =
        GivenRow.of(StrikeColumns.TABLE)
            .with(StrikeColumns.STRIKE_COUNT, 2L)
            .with(StrikeColumns.OBSERVED, 40L)
            .with(StrikeColumns.SURVIVED, 30L)
            .row();
    Row replies =
        GivenRow.of(ReplyColumns.TIMES)
            .with(ReplyColumns.CHANNEL, "all")
            .with(ReplyColumns.CASES, 200L)
            .with(ReplyColumns.SHARE_60MIN, 0.5)
            .row();
    Row needs =
        GivenRow.of(NeedColumns.SELF_SERVICE)
            .with(NeedColumns.NEEDS, 10L)
            .with(NeedColumns.SELF_SERVED, 7L)
            .row();
    Row points =
        GivenRow.of(WhatIfColumns.TABLE)
            .with(WhatIfColumns.POINTS, 5.0)
            .with(WhatIfColumns.CHANGE_SHARE, 0.12)
            .with(WhatIfColumns.SHARE_LOW, 0.1)
            .with(WhatIfColumns.SHARE_HIGH, 0.14)
            .row();
    Row care =
        GivenRow.of(CareCostColumns.TABLE)
            .with(CareCostColumns.PERIOD, CareCostColumns.TO_DATE)
            .with(CareCostColumns.RATIO, 3.5)
            .row();
    return Map.of(
        "strikes", List.of(strikes),
        "reply_times", List.of(replies),
        "message_relevance", List.of(sent(30, 10), sent(70, 15)),
        "self_service", List.of(needs),
        "retention_whatif", List.of(points),
        "care_costs", List.of(care),
        "product_ratings", ratings());
  }

  /** A share of views with a click that is 0.1 at three stars and 0.12 at five. */
  private static List<Row> ratings() {
    return IntStream.range(0, 21)
        .mapToObj(
            number ->
                GivenRow.of(ProductOpinionColumns.RATINGS_TABLE)
                    .with(ProductOpinionColumns.MEAN_RATING, 3 + number / 10.0)
                    .with(ProductOpinionColumns.VIEWS_AFTER, 10L)
                    .with(ProductOpinionColumns.CLICKED_SHARE_AFTER, 0.1 + number / 1_000.0)
                    .row())
        .toList();
  }

  private static Row sent(long sent, long irrelevant) {
    return GivenRow.of(RelevanceColumns.MESSAGES)
        .with(RelevanceColumns.SENT, sent)
        .with(RelevanceColumns.IRRELEVANT, irrelevant)
        .row();
  }

  @Test
  void own_figures_stand_beside_the_quoted_ones() {
    Map<String, RowReader> rows = rows(tables());

    assertThat(rows).hasSize(NAMES.size());
    assertOwn(rows.get("leave_after_two_strikes"), 0.25, 40L);
    assertOwn(rows.get("answer_within_one_hour"), 0.5, 200L);
    assertOwn(rows.get("irrelevant_messages"), 0.25, 100L);
    assertOwn(rows.get("self_service"), 0.7, 10L);
    assertOwn(rows.get("profit_from_retention"), 0.12, null);
    assertOwn(rows.get("win_against_keep"), 3.5, null);
    assertOwn(rows.get("clicks_from_three_to_five_stars"), 0.2, 210L);
    // Newcombe (Statistics in Medicine 17, 1998), method 3, for 10 of 40 by hand.
    assertThat(rows.get("leave_after_two_strikes").number(QuotedColumns.OWN_LOW).orElseThrow())
        .isCloseTo(0.1419, within(5e-4));
    assertThat(rows.get("leave_after_two_strikes").number(QuotedColumns.OWN_HIGH).orElseThrow())
        .isCloseTo(0.4019, within(5e-4));
    assertThat(rows.get("profit_from_retention").text(QuotedColumns.UNIT)).contains("growth");
    assertThat(rows.get("win_against_keep").text(QuotedColumns.UNIT)).contains("multiple");
    assertThat(rows.get("self_service").flag(QuotedColumns.VERIFIED)).isFalse();
    assertThat(rows.get("leave_after_two_strikes").flag(QuotedColumns.VERIFIED)).isTrue();
  }

  private static void assertOwn(RowReader row, double value, Long count) {
    assertThat(row.number(QuotedColumns.OWN).orElseThrow()).isCloseTo(value, within(1e-12));
    assertThat(row.optionalCount(QuotedColumns.PEOPLE))
        .isEqualTo(java.util.Optional.ofNullable(count));
    assertThat(row.text(QuotedColumns.WHY_NOT)).isEmpty();
    assertThat(row.text(QuotedColumns.OWN_FROM).orElseThrow()).contains(".");
  }

  @Test
  void a_figure_without_an_own_one_says_why() {
    Map<String, RowReader> rows = rows(Map.of("message_relevance", List.of(sent(0, 0))));

    assertThat(rows.values())
        .allSatisfy(
            row -> {
              assertThat(row.number(QuotedColumns.OWN)).isEmpty();
              assertThat(row.text(QuotedColumns.WHY_NOT).orElseThrow()).endsWith(".");
            });
    assertThat(rows(tables()).get("answer_within_30_minutes").text(QuotedColumns.WHY_NOT))
        .isPresent();
    assertThat(rows(tables()).get("나만의 수치").text(QuotedColumns.WHY_NOT).orElseThrow())
        .contains("does not know");
  }
}
