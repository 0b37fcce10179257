package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.CustomerRoleColumns;
import dev.dangol.table.sources.PurchaseSource;
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
  /** So many days from its first sale a product is new. */
  static final int NEW_DAYS = 30;

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
   * @param clean the rows of each configured source
   */
  public static Optional<Dataset<Row>> perCustomer(
      Map<Source, Dataset<Row>> clean, FeatureContext measuring) {
    if (!family().isAsked(measuring)
        || !measuring.mapped().has(Sources.PURCHASES, SharedColumns.PRODUCT_ID)) {
      return Optional.empty();
    }
    AsOf asOf = measuring.asOf();
    Dataset<Row> early = early(firstBought(clean.get(Sources.PURCHASES), asOf));
    Dataset<Row> all =
        clean.containsKey(Sources.REFERRALS)
            ? early.unionByName(referrersOf(early, clean.get(Sources.REFERRALS), asOf))
            : early;
    return Optional.of(
        all.distinct()
            .withColumn(
                CustomerRoleColumns.IS_SHAPER.name(), CustomerRoleColumns.IS_SHAPER.is(lit(true))));
  }

  /** One row per product and customer: the day on which they first bought it. */
  private static Dataset<Row> firstBought(Dataset<Row> purchases, AsOf asOf) {
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .where(PurchaseSource.isPurchase().and(SharedColumns.PRODUCT_ID.col().isNotNull()))
        .groupBy(SharedColumns.CUSTOMER_ID.col(), SharedColumns.PRODUCT_ID.col())
        .agg(DayColumns.BOUGHT_ON.is(min(to_date(PurchaseSource.PURCHASED_AT.col()))));
  }

  /** Customers who bought a product within its first days that enough others bought after these. */
  private static Dataset<Row> early(Dataset<Row> bought) {
    Dataset<Row> first =
        bought
            .groupBy(SharedColumns.PRODUCT_ID.col())
            .agg(CustomerRoleColumns.SOLD_FROM.is(min(DayColumns.BOUGHT_ON.col())));
    Column isNew = DayColumns.BOUGHT_ON.col().lt(newUntil(CustomerRoleColumns.SOLD_FROM));
    Dataset<Row> products =
        bought
            .join(broadcast(first), SharedColumns.PRODUCT_ID.name())
            .groupBy(SharedColumns.PRODUCT_ID.col(), CustomerRoleColumns.SOLD_FROM.col())
            .agg(CustomerRoleColumns.LATER_BUYERS.is(count_if(isNew.equalTo(false))));
    Dataset<Row> bounds =
        products.agg(
            CustomerRoleColumns.DATA_FROM.is(min(CustomerRoleColumns.SOLD_FROM.col())),
            CustomerRoleColumns.HALF.is(
                percentile(CustomerRoleColumns.LATER_BUYERS.col(), lit(0.5))));
    Column taken =
        CustomerRoleColumns.LATER_BUYERS
            .col()
            .gt(0)
            .and(CustomerRoleColumns.LATER_BUYERS.col().geq(CustomerRoleColumns.HALF.col()))
            .and(CustomerRoleColumns.SOLD_FROM.col().geq(newUntil(CustomerRoleColumns.DATA_FROM)));
    return bought
        .join(
            broadcast(products.crossJoin(broadcast(bounds)).where(taken)),
            SharedColumns.PRODUCT_ID.name())
        .where(isNew)
        .select(SharedColumns.CUSTOMER_ID.col());
  }

  private static Column newUntil(Field from) {
    return date_add(from.col(), NEW_DAYS);
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
