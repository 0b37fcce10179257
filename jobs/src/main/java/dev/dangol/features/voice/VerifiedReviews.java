package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.OpinionColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Verified reviews: those of products that the customer had bought before writing. */
public final class VerifiedReviews {
  private VerifiedReviews() {}

  /** True where purchases and reviews both name products. */
  private static boolean isMapped(MappedColumns mapped) {
    return mapped.has(Sources.PURCHASES, SharedColumns.PRODUCT_ID)
        && mapped.has(Sources.REVIEWS, SharedColumns.PRODUCT_ID);
  }

  /**
   * The reviews, each marked true where the customer had bought its product by the moment it was
   * written, false where not, or where it names no product; unmarked where products are not mapped.
   */
  public static Dataset<Row> withVerification(
      Map<Source, Dataset<Row>> clean, FeatureContext measuring) {
    Dataset<Row> reviews = clean.get(Sources.REVIEWS);
    if (!isMapped(measuring.mapped()) || !measuring.asked().test(OpinionColumns.VERIFIED_SHARE)) {
      return reviews;
    }
    Column earlier = ExperienceColumns.FIRST_BOUGHT_AT.col().leq(ReviewSource.REVIEWED_AT.col());
    String[] bought = {SharedColumns.CUSTOMER_ID.name(), SharedColumns.PRODUCT_ID.name()};
    return reviews
        .join(firstBought(clean.get(Sources.PURCHASES), measuring.asOf()), bought, "left")
        .withColumn(ExperienceColumns.VERIFIED.name(), coalesce(earlier, lit(false)));
  }

  /**
   * The sources with the reviews that count: with reviews.verified-only those of products that were
   * bought, where products are mapped; else all of them.
   */
  public static Map<Source, Dataset<Row>> counting(
      Map<Source, Dataset<Row>> clean, FeatureContext measuring) {
    if (!measuring.settings().talk().verifiedOnly() || !isMapped(measuring.mapped())) {
      return clean;
    }
    Map<Source, Dataset<Row>> counting = new LinkedHashMap<>(clean);
    counting.put(
        Sources.REVIEWS,
        withVerification(clean, measuring)
            .where(ExperienceColumns.VERIFIED.col())
            .drop(ExperienceColumns.VERIFIED.name(), ExperienceColumns.FIRST_BOUGHT_AT.name()));
    return counting;
  }

  /** One row per customer and product that they have bought. */
  private static Dataset<Row> firstBought(Dataset<Row> purchases, AsOf asOf) {
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .where(PurchaseSource.isPurchase().and(SharedColumns.PRODUCT_ID.col().isNotNull()))
        .groupBy(SharedColumns.CUSTOMER_ID.col(), SharedColumns.PRODUCT_ID.col())
        .agg(ExperienceColumns.FIRST_BOUGHT_AT.is(min(PurchaseSource.PURCHASED_AT.col())));
  }
}
