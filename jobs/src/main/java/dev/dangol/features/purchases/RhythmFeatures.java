package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
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
 * Rhythm of a customer's purchases against the product's own cycle, which all customers make. What
 * is the customer's alone is folded, as {@link PurchaseRhythm} has it.
 */
public final class RhythmFeatures {
  /** Kept with the customers, for measures that need a cycle that has passed. */
  public static final Field CYCLE =
      Field.number("cycle_days", "The product's own cycle, in days; null where it is not known.");

  private RhythmFeatures() {}

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
}
