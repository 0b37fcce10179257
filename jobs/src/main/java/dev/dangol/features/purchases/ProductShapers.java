package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.CustomerRoleColumns;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Shapers of the market. They are customers who bought a new product that others then bought too,
 * or who referred such a customer.
 *
 * <p>Products that were sold in the first days of the data are no news: nobody knows for how long
 * they had been sold before.
 */
public final class ProductShapers {
  private ProductShapers() {}

  /** The family, whose one measure is counted rather than aggregated. */
  public static FeatureFamily family() {
    return new FeatureFamily(
        Sources.PURCHASES,
        List.of(
            FeatureMeasure.foldedCount(CustomerRoleColumns.IS_SHAPER, SharedColumns.PRODUCT_ID)));
  }

  /**
   * One row per customer who shapes; empty where it is not asked for or products are not mapped.
   *
   * @param history the history of each customer's orders, which says who bought early
   * @param clean the rows of each configured source
   */
  public static Optional<Dataset<Row>> perCustomer(
      Dataset<Row> history, Map<Source, Dataset<Row>> clean, FeatureContext measuring) {
    Field isEarly = EarlyBuyerFold.EARLY_BUYER;
    if (!List.of(history.columns()).contains(isEarly.name())) {
      return Optional.empty();
    }
    Dataset<Row> early = history.where(isEarly.col()).select(SharedColumns.CUSTOMER_ID.col());
    Dataset<Row> all =
        clean.containsKey(Sources.REFERRALS)
            ? early.unionByName(referrersOf(early, clean.get(Sources.REFERRALS), measuring.asOf()))
            : early;
    return Optional.of(
        all.distinct()
            .withColumn(
                CustomerRoleColumns.IS_SHAPER.name(), CustomerRoleColumns.IS_SHAPER.is(lit(true))));
  }

  private static Dataset<Row> referrersOf(Dataset<Row> shapers, Dataset<Row> referrals, AsOf asOf) {
    Column self = ReferralSource.REFERRER_ID.col().equalTo(ReferralSource.REFERRED_ID.col());
    return referrals
        .where(asOf.hasHappened(ReferralSource.REFERRED_AT).and(self.equalTo(false)))
        .select(
            ReferralSource.REFERRER_ID.col(),
            SharedColumns.CUSTOMER_ID.is(ReferralSource.REFERRED_ID.col()))
        .join(shapers, SharedColumns.CUSTOMER_ID.name())
        .select(SharedColumns.CUSTOMER_ID.is(ReferralSource.REFERRER_ID.col()));
  }
}
