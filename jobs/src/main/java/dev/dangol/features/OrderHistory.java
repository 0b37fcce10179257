package dev.dangol.features;

import static org.apache.spark.sql.functions.inline;

import dev.dangol.features.fold.CustomerFold;
import dev.dangol.features.fold.CustomerParts;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.features.purchases.PurchaseLines;
import dev.dangol.features.satisfaction.OrderExperienceFold;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * History of the orders of each customer, folded in one pass over their lines. It tells what they
 * bought on each day and what they met with, on the day described and on an earlier one.
 */
public final class OrderHistory {
  private OrderHistory() {}

  /**
   * One row per customer with a line; read several times, so better kept.
   *
   * @param ordered the rows of each configured source, in order of customers
   * @param earlier a day before the one described that is told of too
   */
  public static Dataset<Row> of(
      SparkSession spark, CustomerParts ordered, FeatureContext measuring, Optional<AsOf> earlier) {
    List<FoldedFamily> families = new ArrayList<>();
    families.add(PurchaseDays.folded(measuring.settings().value().margin()));
    families.add(new OrderExperienceFold(FoldedDay.DESCRIBED));
    earlier.ifPresent(any -> families.add(new OrderExperienceFold(FoldedDay.EARLIER)));
    Dataset<Row> lines =
        PurchaseLines.ofOrders(ordered.rows().get(Sources.PURCHASES), measuring.asOf(), earlier);
    return new CustomerFold(families, ordered.count(), measuring.asOf())
        .of(spark, Map.of(FoldedSource.ORDERS, lines));
  }

  /** Days of each customer with orders or refunds, as {@link PurchaseDays} has them. */
  public static Dataset<Row> days(Dataset<Row> history) {
    return history.select(SharedColumns.CUSTOMER_ID.col(), inline(DayColumns.DAYS.col()));
  }
}
