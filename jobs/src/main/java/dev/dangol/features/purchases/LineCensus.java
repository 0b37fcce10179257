package dev.dangol.features.purchases;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.ranks.GroupRanks;
import dev.dangol.table.AsOf;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.CustomerRoleColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Census of purchase lines: what has to be known of all customers before each of them is described.
 * One reading of few columns ranks prices within their categories, as of the day described and an
 * earlier one, and finds the products that others took to. Its size goes with the price list and
 * the products, not with lines or customers.
 *
 * @param earlier a day before the one described that prices are ranked as of too
 * @param prices the ranks of prices by day; empty where they are not asked for
 * @param products by product that others took to, the first day on which it was no longer new;
 *     empty where it is not asked for
 */
@RunsSparkJobs
public record LineCensus(
    Optional<AsOf> earlier,
    Map<FoldedDay, GroupRanks> prices,
    Optional<Map<UTF8String, Integer>> products) {

  /**
   * Counts the lines; starts a Spark job where anything is asked for.
   *
   * @param purchases the rows of the source, those of a customer together
   */
  public static LineCensus of(
      Dataset<Row> purchases, FeatureContext measuring, Optional<AsOf> earlier) {
    boolean prices = asksPrices(measuring);
    boolean products = asksProducts(measuring);
    if (!prices && !products) {
      return new LineCensus(earlier, Map.of(), Optional.empty());
    }
    Dataset<Row> lines = PurchaseLines.ofCensus(purchases, measuring.asOf(), earlier);
    CensusCounts counts = CensusTask.count(lines, prices, products);
    Map<FoldedDay, GroupRanks> ranks = new EnumMap<>(FoldedDay.class);
    if (prices) {
      ranks.put(FoldedDay.DESCRIBED, counts.prices(FoldedDay.DESCRIBED).ranks());
      earlier.ifPresent(
          any -> ranks.put(FoldedDay.EARLIER, counts.prices(FoldedDay.EARLIER).ranks()));
    }
    return new LineCensus(
        earlier, ranks, products ? Optional.of(counts.products().newUntil()) : Optional.empty());
  }

  private static boolean asksPrices(FeatureContext measuring) {
    return measuring.asked().test(SatisfactionColumns.PRICE_RANK)
        && measuring.mapped().has(Sources.PURCHASES, SharedColumns.CATEGORY);
  }

  private static boolean asksProducts(FeatureContext measuring) {
    return measuring.asked().test(CustomerRoleColumns.IS_SHAPER)
        && measuring.mapped().has(Sources.PURCHASES, SharedColumns.PRODUCT_ID);
  }

  /** The families that the census makes possible. */
  public List<FoldedFamily> families() {
    List<FoldedFamily> families = new ArrayList<>();
    prices.forEach((day, ranks) -> families.add(new PriceFold(day, ranks)));
    products.ifPresent(newUntil -> families.add(new EarlyBuyerFold(newUntil)));
    return families;
  }
}
