package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.data.ReportOptions;
import dev.dangol.report.data.ShopTables;
import dev.dangol.table.RunColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sentences of the page on checks, beside their table. */
@ExtendWith(SparkExtension.class)
class CheckWordsTest {
  @Test
  void purchases_taken_for_mistakes_are_reported(SparkSession spark) {
    ShopTables mistaken =
        ShopTables.full(spark)
            .with(
                "quality_checks",
                TestRows.of(
                        spark,
                        RunColumns.CHECK,
                        RunColumns.CHECK_VALUE,
                        RunColumns.BOUND,
                        RunColumns.PASSED)
                    .row("purchases.outlier_day_rows", 1.0, 0.0, false)
                    .table());

    assertThat(page(ShopTables.full(spark), "en")).doesNotContain("Left out as a mistake");
    assertThat(page(mistaken, "en"))
        .contains("Left out as a mistake: 1 row of the source purchases, dated more than a year");
    assertThat(page(mistaken, "ko")).contains("직전 구매일보다 1년 넘게 뒤인 구매 데이터 1");
  }

  private static String page(ShopTables tables, String language) {
    return ReportPage.page(
        tables, new ReportOptions(TestDay.of("2026-01-31"), language, "KRW", List.of(30, 90, 365)));
  }
}
