package dev.dangol.features.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.FoldedRows;
import dev.dangol.features.purchases.ProductCycles.CategoryCycle;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class ProductCyclesTest {
  private static final AsOf DAY = TestDay.of("2026-02-01");

  @Test
  void a_category_has_the_median_of_its_customers_medians_where_enough_bought_it_twice(
      SparkSession spark) {
    ProductCycles cycles = ProductCycles.of(customers(spark), 2);

    assertThat(cycles.categories())
        .containsExactly(new CategoryCycle("차", 2, 15.25), new CategoryCycle("컵", 3, 100));
    assertThat(ProductCycles.of(customers(spark), 3).categories()).hasSize(1);
    assertThat(ProductCycles.of(customers(spark).limit(0), 1).categories()).isEmpty();
    List<Row> rows = cycles.rows(DAY, List.of(14, 30, 90));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get(4)).isEqualTo(30L);
    assertThat(rows.get(1).get(4)).isNull();
  }

  @Test
  void customers_have_the_cycle_of_the_category_that_they_bought_first(SparkSession spark) {
    ProductCycles cycles = ProductCycles.of(customers(spark), 2);

    assertThat(
            customers(spark)
                .select(
                    SharedColumns.CUSTOMER_ID.col(), cycles.cycle(OptionalDouble.of(40)).as("c"))
                .collectAsList())
        .extracting(row -> row.getString(0) + " " + row.get(1))
        .containsExactlyInAnyOrder("a 15.25", "b 100.0", "c 40.0", "d 40.0");
    assertThat(
            customers(spark)
                .select(ProductCycles.none().cycle(OptionalDouble.empty()).as("c"))
                .head()
                .isNullAt(0))
        .isTrue();
  }

  @Test
  void gaps_lie_between_days_of_a_category_each_once_and_the_first_of_a_day_is_by_name() {
    FoldedRows rows = new FoldedRows(LocalDate.parse("2026-02-01"));
    rows.buy("2026-01-11", "tea", "p");
    rows.buy("2026-01-01", "tea", "p");
    rows.buy("2026-01-01", "tea", "q");
    rows.buy("2026-01-14", "tea", "p");
    rows.buy("2026-01-01", "cups", "p");
    rows.buy("2025-01-01", null, "p");

    assertThat(rows.of(new CycleFold()))
        .containsEntry(CycleFold.CATEGORY_GAPS, Map.of("tea", 13L))
        .hasEntrySatisfying(
            CycleFold.FIRST_CATEGORY,
            first -> assertThat((Map<?, ?>) first).extracting(Map::size).isEqualTo(1))
        .hasEntrySatisfying(
            CycleFold.FIRST_CATEGORY,
            first -> assertThat(((Map<?, ?>) first).containsKey("cups")).isTrue());
    assertThat(rows.twice(new CycleFold())).containsEntry(CycleFold.CATEGORY_GAPS, null);
  }

  /** The gaps are twice the days. */
  private static Dataset<Row> customers(SparkSession spark) {
    return TestRows.of(
            spark, SharedColumns.CUSTOMER_ID, CycleFold.FIRST_CATEGORY, CycleFold.CATEGORY_GAPS)
        .row("a", counts("차", 9), counts("차", 21, "컵", 200))
        .row("b", counts("컵", 9), counts("차", 40, "컵", 100))
        .row("c", counts("꽃", 9), counts("꽃", 2, "컵", 300))
        .row("d", null, null)
        .table();
  }

  private static Object counts(String name, long count) {
    return CollectionConverters.asScala(Map.of(name, count));
  }

  private static Object counts(String name, long count, String other, long otherCount) {
    return CollectionConverters.asScala(Map.of(name, count, other, otherCount));
  }
}
