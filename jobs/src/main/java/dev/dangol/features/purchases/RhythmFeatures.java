package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RhythmColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rhythm of a customer's purchases, from the list of their purchase days. The list has at most one
 * entry a day, so that even the customer with most lines has a short one.
 */
public final class RhythmFeatures {
  /** Kept with the customers, for measures that need a cycle that has passed. */
  public static final Field CYCLE =
      Field.number("cycle_days", "The product's own cycle, in days; null where it is not known.");

  private RhythmFeatures() {}

  /**
   * The customers with their rhythm, without the measures that need the product's cycle.
   *
   * @param customers one row per customer, as {@link PurchaseFeatures} gives them
   * @param purchases what each bought on each day, as {@link PurchaseDays} gives it
   */
  public static Dataset<Row> measure(Dataset<Row> customers, Dataset<Row> purchases) {
    Column days = DayColumns.PURCHASE_DAYS.col();
    Column median = RhythmColumns.MEDIAN_GAP_DAYS.col();
    Column wholeDays = floor(median.plus(0.5)).cast("int");
    Map<Field, Column> measures = new LinkedHashMap<>();
    measures.put(RhythmColumns.MEAN_GAP_DAYS, mean());
    measures.put(RhythmColumns.GAP_VARIABILITY, variability());
    measures.put(
        RhythmColumns.EXPECTED_NEXT_ORDER_ON,
        date_add(FeatureColumns.LAST_ORDER_ON.col(), wholeDays));
    measures.put(
        RhythmColumns.OVERDUE_RATIO, FeatureColumns.DAYS_SINCE_LAST_ORDER.col().divide(median));
    measures.put(RhythmColumns.SECOND_ORDER_DAYS, datediff(get(days, lit(1)), get(days, lit(0))));
    return customers
        .join(PurchaseDays.perCustomer(purchases), SharedColumns.CUSTOMER_ID.name())
        .withColumn(DayColumns.GAPS.name(), gaps())
        .withColumn(RhythmColumns.MEDIAN_GAP_DAYS.name(), middle())
        .withColumns(named(measures))
        .drop(DayColumns.GAPS.name(), DayColumns.PURCHASE_DAYS.name());
  }

  /**
   * The product's own cycle in days; empty where none is configured and no customer bought on two
   * days.
   *
   * @param cycleDays the cycle; empty for the median of the customers' own medians
   */
  public static OptionalDouble cycle(OptionalInt cycleDays, PercentileRanks standing) {
    return cycleDays.isPresent()
        ? OptionalDouble.of(cycleDays.getAsInt())
        : standing.median(RhythmColumns.MEDIAN_GAP_DAYS);
  }

  /**
   * The customers with whether the second order came within the product's cycle, and whether there
   * will hardly be one.
   *
   * @param cycleDays the cycle; empty for that of the category bought first, and where it has none
   *     for the median of the customers' own medians
   */
  public static Dataset<Row> withinCycle(
      Dataset<Row> customers,
      OptionalInt cycleDays,
      PercentileRanks standing,
      ProductCycles cycles) {
    Map<Field, Column> measures = new LinkedHashMap<>();
    OptionalDouble cycle = cycle(cycleDays, standing);
    if (cycle.isPresent()) {
      ProductCycles own = cycleDays.isPresent() ? ProductCycles.none() : cycles;
      measures.putAll(cycled(own.cycle(cycle)));
    } else {
      List.of(CYCLE, RhythmColumns.SECOND_ORDER_WITHIN_CYCLE, RhythmColumns.ONE_AND_DONE)
          .forEach(field -> measures.put(field, lit(null)));
    }
    return customers.withColumns(named(measures));
  }

  private static Map<Field, Column> cycled(Column cycle) {
    Column second = RhythmColumns.SECOND_ORDER_DAYS.col();
    Column over = FeatureColumns.AGE_DAYS.col().geq(floor(cycle));
    Column once = FeatureColumns.ORDERS_LIFETIME.col().equalTo(1);
    return Map.of(
        CYCLE,
        cycle,
        RhythmColumns.SECOND_ORDER_WITHIN_CYCLE,
        when(second.isNotNull(), second.leq(cycle)).when(over, lit(false)),
        RhythmColumns.ONE_AND_DONE,
        once.and(over));
  }

  private static Map<String, Column> named(Map<Field, Column> measures) {
    Map<String, Column> named = new LinkedHashMap<>();
    measures.forEach((field, value) -> named.put(field.name(), field.is(value)));
    return named;
  }

  /** The last day has no next one, and no gap. */
  private static Column gaps() {
    Column days = DayColumns.PURCHASE_DAYS.col();
    Column next = slice(days, lit(2), size(days));
    return sort_array(array_compact(zip_with(next, days, (later, day) -> datediff(later, day))));
  }

  private static Column middle() {
    Column gaps = DayColumns.GAPS.col();
    Column lower = get(gaps, size(gaps).minus(1).divide(2).cast("int"));
    Column upper = get(gaps, size(gaps).divide(2).cast("int"));
    return lower.plus(upper).divide(2);
  }

  private static Column mean() {
    Column repeats = FeatureColumns.FREQUENCY.col();
    return when(repeats.gt(0), FeatureColumns.RECENCY_DAYS.col().divide(repeats));
  }

  /** Whole numbers as far as they go: gaps that are all alike vary by 0 and nothing else. */
  private static Column variability() {
    Column repeats = FeatureColumns.FREQUENCY.col();
    Column sum = FeatureColumns.RECENCY_DAYS.col();
    Column squares =
        aggregate(
            DayColumns.GAPS.col(),
            lit(0L),
            (total, gap) -> total.plus(gap.cast("bigint").multiply(gap)));
    Column spread = repeats.multiply(squares).minus(sum.multiply(sum));
    return when(repeats.gt(0), sqrt(spread).divide(sum));
  }
}
