package dev.dangol.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.page.PageSections;
import dev.dangol.report.page.ReportPage;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ShownTablesTest {
  @Test
  void pages_of_both_languages_read_exactly_the_tables_that_their_sections_show(
      SparkSession spark) {
    Set<String> read = new TreeSet<>();
    ShopTables tables = ShopTables.full(spark);

    Map<String, String> pages =
        ReportPage.pages(
            table -> {
              read.add(table.name());
              return tables.of(table);
            },
            CrowdedShop.options("en", "ko"));

    assertThat(pages).containsOnlyKeys("index.html", "index-ko.html");
    assertThat(pages.get("index.html")).contains("<html lang=\"en\">", "<li>2 customers.</li>");
    assertThat(pages.get("index-ko.html"))
        .contains("<html lang=\"ko\">", "고객 2명입니다.")
        .doesNotContain("<li>2 customers.</li>");
    assertThat(read).isEqualTo(PageSections.tables().keySet());
  }

  @Test
  void criteria_that_moved_ideal_customers_are_counted_by_their_reasons(SparkSession spark) {
    ShopTables tables =
        ShopTables.empty(spark)
            .with(
                "cohort_moves",
                TestRows.of(spark, SharedColumns.COHORT, CohortColumns.REASON)
                    .row("ideal", "pays, viable before: 71; returns, unfit before: 80")
                    .row("ideal", "returns, perfect before: 12")
                    .row("ideal", "pays off, viable before: returns")
                    .row("ideal", null)
                    .row("market", "pays, viable before: 71")
                    .table());

    assertThat(MovedCriteria.read(tables, List.of("pays", "refers", "returns")).lines())
        .containsExactly(
            new MovedCriteria.MovedCriterion("returns", 2),
            new MovedCriteria.MovedCriterion("pays", 1));
    assertThat(MovedCriteria.read(tables, List.of()).lines()).isEmpty();
  }
}
