package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.features.measure.ExactSums;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.features.DecayColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import java.util.List;
import org.apache.spark.sql.Column;

/** Measures of a customer's purchases that fade with their age. */
final class DecayedPurchases {
  private DecayedPurchases() {}

  /**
   * The measures over the days of a customer.
   *
   * @param halfLife days after which a purchase counts half
   */
  static List<FeatureMeasure> measures(int halfLife) {
    return List.of(
        FeatureMeasure.of(DecayColumns.ORDERS, day -> orders(day, halfLife)),
        FeatureMeasure.of(DecayColumns.NET_SALES, day -> sales(day, halfLife)));
  }

  private static Column orders(AsOf asOf, int halfLife) {
    return sum(ExactSums.of(DayColumns.ORDERS.col().multiply(weight(asOf, halfLife))));
  }

  private static Column sales(AsOf asOf, int halfLife) {
    Column faded = DayColumns.NET.col().multiply(weight(asOf, halfLife));
    return MoneyArithmetic.amount(sum(round(faded).cast("bigint")));
  }

  private static Column weight(AsOf asOf, int halfLife) {
    Column age = asOf.daysSince(DayColumns.COUNTED_ON.col());
    return pow(lit(0.5), age.divide(lit((double) halfLife)));
  }
}
