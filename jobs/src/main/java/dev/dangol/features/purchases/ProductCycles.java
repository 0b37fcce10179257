package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.try_element_at;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.table.results.ProductCycleColumns;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Cycles of products: after how many days customers buy a category again. */
@RunsSparkJobs
public record ProductCycles(List<CategoryCycle> categories) {
  /** Columns of customers that the cycles are made of. */
  public static final List<Field> FIELDS =
      List.of(CycleFold.FIRST_CATEGORY, CycleFold.CATEGORY_GAPS);

  private static final Field TWICE_MEDIAN = Field.number("_twice_median", "The median, twice.");

  public ProductCycles {
    categories = List.copyOf(categories);
  }

  /**
   * Cycle of a category.
   *
   * @param people customers who bought it on two days or more
   * @param days the median of their own medians
   */
  public record CategoryCycle(String category, long people, double days) {}

  /** No category with a cycle of its own. */
  public static ProductCycles none() {
    return new ProductCycles(List.of());
  }

  /**
   * The cycles that customers show.
   *
   * @param customers one row each, with {@link #FIELDS}
   * @param least how many must have bought a category on two days
   */
  public static ProductCycles of(Dataset<Row> customers, int least) {
    Field category = CategoryShareColumns.CATEGORY;
    return new ProductCycles(
        customers
            .select(
                explode(CycleFold.CATEGORY_GAPS.col())
                    .as(new String[] {category.name(), TWICE_MEDIAN.name()}))
            .groupBy(category.col())
            .agg(
                ProductCycleColumns.PEOPLE.is(count(lit(1))),
                ProductCycleColumns.CYCLE_DAYS.is(
                    percentile(TWICE_MEDIAN.col(), lit(0.5)).divide(2)))
            .where(ProductCycleColumns.PEOPLE.col().geq(least))
            .orderBy(category.col())
            .collectAsList()
            .stream()
            .map(RowReader::new)
            .map(
                cells ->
                    new CategoryCycle(
                        cells.text(category).orElseThrow(),
                        cells.count(ProductCycleColumns.PEOPLE),
                        cells.number(ProductCycleColumns.CYCLE_DAYS).orElseThrow()))
            .toList());
  }

  /** The cycle of each customer: that of the category they bought first, else the usual one. */
  Column cycle(OptionalDouble usual) {
    Column other = usual.isPresent() ? lit(usual.getAsDouble()) : lit(null).cast("double");
    if (categories.isEmpty()) {
      return other;
    }
    Column known =
        map_from_arrays(
            lit(categories.stream().map(CategoryCycle::category).toArray(String[]::new)),
            lit(categories.stream().mapToDouble(CategoryCycle::days).toArray()));
    Column first = get(map_keys(CycleFold.FIRST_CATEGORY.col()), lit(0));
    return coalesce(try_element_at(known, first), other);
  }

  /**
   * The rows of {@code product_cycles}.
   *
   * @param horizons the days ahead that are forecast, ascending
   */
  public List<Row> rows(AsOf asOf, List<Integer> horizons) {
    return categories.stream()
        .map(
            cycle ->
                RowWriter.of(ProductCycleColumns.TABLE)
                    .set(SharedColumns.AS_OF, asOf)
                    .set(CategoryShareColumns.CATEGORY, cycle.category())
                    .set(ProductCycleColumns.PEOPLE, cycle.people())
                    .set(ProductCycleColumns.CYCLE_DAYS, cycle.days())
                    .set(
                        ProductCycleColumns.HORIZON_DAYS,
                        horizons.stream()
                            .filter(horizon -> horizon >= cycle.days())
                            .map(Integer::longValue)
                            .findFirst())
                    .row())
        .toList();
  }
}
