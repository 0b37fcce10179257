package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.min;

import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Verified reviews as rows, for what reads reviews beside the fold. */
public final class VerifiedReviews {
  private VerifiedReviews() {}

  /**
   * The sources with the reviews that count: with reviews.verified-only those of products that were
   * bought, where products are mapped; else all of them.
   */
  public static Map<Source, Dataset<Row>> counting(
      Map<Source, Dataset<Row>> clean, FeatureContext measuring) {
    if (!VerificationRule.of(measuring).isRequired()) {
      return clean;
    }
    Column earlier = ExperienceColumns.FIRST_BOUGHT_AT.col().leq(ReviewSource.REVIEWED_AT.col());
    String[] bought = {SharedColumns.CUSTOMER_ID.name(), SharedColumns.PRODUCT_ID.name()};
    Map<Source, Dataset<Row>> counting = new LinkedHashMap<>(clean);
    counting.put(
        Sources.REVIEWS,
        clean
            .get(Sources.REVIEWS)
            .join(firstBought(clean.get(Sources.PURCHASES), measuring.asOf()), bought)
            .where(earlier)
            .drop(ExperienceColumns.FIRST_BOUGHT_AT.name()));
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
