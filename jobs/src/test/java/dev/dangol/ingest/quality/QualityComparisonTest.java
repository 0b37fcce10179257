package dev.dangol.ingest.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.ChangeSettings;
import dev.dangol.table.RunColumns;
import dev.dangol.testing.TestDay;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

class QualityComparisonTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final String JOB = "ingest";
  private static final QualityComparison HISTORY =
      new QualityComparison(
          TestDay.of(DAY), JOB, new ChangeSettings(0.4, 4.0, false, OptionalInt.of(5)));

  @Test
  void a_drop_below_the_range_and_a_rise_above_it_fail() {
    List<Row> tenDays = days("p.rows", 90, 110, 100, 100, 100, 95, 105, 100, 100, 100);

    assertThat(result("p.rows", 39.9, tenDays)).isEqualTo("39.9 beside 40.0: failed");
    assertThat(result("p.rows", 40, tenDays)).isEqualTo("40.0 beside 40.0: passed");
    assertThat(result("p.rows", 100, tenDays)).isEqualTo("100.0 beside 400.0: passed");
    assertThat(result("p.rows", 400, tenDays)).isEqualTo("400.0 beside 400.0: passed");
    assertThat(result("p.rows", 401, tenDays)).isEqualTo("401.0 beside 400.0: failed");
    assertThat(result("p.rows", 0, tenDays)).isEqualTo("0.0 beside 40.0: failed");
  }

  @Test
  void customers_and_mean_amounts_are_judged_like_rows_and_sums_are_not() {
    assertThat(result("p.customers", 1, days("p.customers", 9, 9, 9))).endsWith("failed");
    assertThat(result("p.amount_mean", 50, days("p.amount_mean", 10, 10, 10))).endsWith("failed");
    assertThat(result("p.amount_mean", -5, days("p.amount_mean", -1, -1, -1)))
        .isEqualTo("-5.0 beside -4.0: failed");
    assertThat(result("p.amount_sum", 50, days("p.amount_sum", 1, 1, 1)))
        .isEqualTo("50.0 beside null: measured");
    assertThat(result("p.rejected_share", 1, days("p.rejected_share", 0.1, 0.1, 0.1)))
        .isEqualTo("1.0 beside null: measured");
  }

  @Test
  void the_share_of_empty_cells_may_fall_but_not_rise_far() {
    List<Row> before = days("p.null_share.category", 0.25, 0.25, 0.25);

    assertThat(result("p.null_share.category", 0.45, before)).isEqualTo("0.45 beside 0.45: passed");
    assertThat(result("p.null_share.category", 0.46, before)).isEqualTo("0.46 beside 0.45: failed");
    assertThat(result("p.null_share.category", 0, before)).isEqualTo("0.0 beside 0.45: passed");
  }

  @Test
  void the_newest_row_is_young_enough_also_on_the_first_day() {
    assertThat(result("p.age_days", 5, List.of())).isEqualTo("5.0 beside 5.0: passed");
    assertThat(result("p.age_days", 6, List.of())).isEqualTo("6.0 beside 5.0: failed");
    QualityComparison any = new QualityComparison(TestDay.of(DAY), JOB, ChangeSettings.DEFAULT);
    assertThat(result(any.judge(Map.of("p.age_days", 999.0), List.of()).get(0)))
        .isEqualTo("999.0 beside null: measured");
  }

  @Test
  void nothing_is_judged_on_the_first_days_or_where_there_never_was_anything() {
    assertThat(result("p.rows", 1, List.of())).isEqualTo("1.0 beside null: measured");
    assertThat(result("p.rows", 1, days("p.rows", 100, 100)))
        .isEqualTo("1.0 beside null: measured");
    assertThat(result("p.rows", 1, days("p.rows", 0, 0, 0))).isEqualTo("1.0 beside null: measured");
    assertThat(result("p.rows", 1, days("other.rows", 9, 9, 9)))
        .isEqualTo("1.0 beside null: measured");
  }

  @Test
  void only_the_last_28_days_before_this_one_count_in_whatever_order_they_come() {
    List<Row> rows = new ArrayList<>();
    for (int ago = -5; ago <= 60; ago++) {
      rows.add(row(DAY.minusDays(ago), "p.rows", ago <= 0 ? 1e6 : ago <= 28 ? 10 + ago : 5000));
    }
    Collections.shuffle(rows, new Random(3));

    assertThat(result("p.rows", 98, rows)).isEqualTo("98.0 beside 98.0: passed");
    assertThat(result("p.rows", 9, rows)).isEqualTo("9.0 beside 9.8: failed");
  }

  private static String result(String check, double value, List<Row> earlier) {
    List<Row> rows = HISTORY.judge(Map.of(check, value), earlier);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).getDate(0)).isEqualTo(Date.valueOf(DAY));
    assertThat(rows.get(0).getString(1)).isEqualTo(JOB);
    assertThat(rows.get(0).getString(2)).isEqualTo(check);
    return result(rows.get(0));
  }

  private static String result(Row row) {
    String result = row.isNullAt(5) ? "measured" : row.getBoolean(5) ? "passed" : "failed";
    return row.get(3) + " beside " + row.get(4) + ": " + result;
  }

  private static List<Row> days(String check, double... values) {
    List<Row> rows = new ArrayList<>();
    for (double value : values) {
      rows.add(row(DAY.minusDays(rows.size() + 1), check, value));
    }
    return rows;
  }

  private static Row row(LocalDate day, String check, double value) {
    Object[] cells = {Date.valueOf(day), JOB, check, value, null, null};
    return new GenericRowWithSchema(cells, RunColumns.QUALITY_CHECKS.schema());
  }
}
