package dev.dangol.features;

import static org.apache.spark.sql.functions.inline;

import dev.dangol.features.fold.CustomerFold;
import dev.dangol.features.fold.CustomerParts;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.purchases.LineCensus;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.features.purchases.PurchaseLines;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.features.voice.FoldedTalk;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * History of each customer with the business, folded in one pass. Their orders pass, and what was
 * said and given; it tells what they bought on each day and what they met with, on the day
 * described and on an earlier one.
 */
public final class OrderHistory {
  private OrderHistory() {}

  /**
   * One row per customer with a line; read several times, so better kept.
   *
   * @param ordered the rows of each configured source, in order of customers
   * @param census what is known of all lines, and the earlier day that is told of too
   */
  public static Dataset<Row> of(
      SparkSession spark, CustomerParts ordered, FeatureContext measuring, LineCensus census) {
    Optional<AsOf> earlier = census.earlier();
    List<FoldedFamily> families = new ArrayList<>();
    families.add(PurchaseDays.folded(measuring.settings().value().margin()));
    families.addAll(CustomerExperience.folded(measuring, earlier));
    families.addAll(census.families());
    Map<FoldedSource, Dataset<Row>> sources = new LinkedHashMap<>();
    sources.put(
        FoldedSource.ORDERS,
        PurchaseLines.ofOrders(ordered.rows().get(Sources.PURCHASES), measuring.asOf(), earlier));
    families.addAll(FoldedTalk.folded(measuring));
    sources.putAll(FoldedTalk.rows(ordered, measuring, earlier));
    return new CustomerFold(families, ordered.count(), measuring.asOf()).of(spark, sources);
  }

  /** Days of each customer with orders or refunds, as {@link PurchaseDays} has them. */
  public static Dataset<Row> days(Dataset<Row> history) {
    return history.select(SharedColumns.CUSTOMER_ID.col(), inline(DayColumns.DAYS.col()));
  }
}
