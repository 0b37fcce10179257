package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.OpinionColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Comments that answer reviews: another customer had reviewed the product by the moment of the
 * comment. Two reviewers of each product are enough to know: the first, and the first other one.
 */
public final class AnsweredReviews {
  private static final Field FIRST_REVIEWER =
      Field.text(
          "_first_reviewer",
          "The customer who wrote of the product first, of several the first by id.");
  private static final Field FIRST_AT =
      Field.instant("_first_at", "When a customer first wrote of the product.");
  private static final Field SECOND_AT =
      Field.instant("_second_at", "When a second customer first wrote of it; null without one.");
  private static final Field PLACE = Field.count("_place", "1 for the first reviewer.");

  private AnsweredReviews() {}

  /** The measures of each known customer with a comment on a product. */
  public static FeatureFamily family() {
    Column own = SharedColumns.CUSTOMER_ID.col().equalTo(FIRST_REVIEWER.col());
    Column written = when(own, SECOND_AT.col()).otherwise(FIRST_AT.col());
    return new FeatureFamily(
        Sources.ENGAGEMENT,
        List.of(
            FeatureMeasure.countOf(
                    OpinionColumns.REVIEWS_ANSWERED_LIFETIME,
                    day -> count_if(written.leq(EngagementSource.OCCURRED_AT.col())),
                    EngagementSource.KNOWN_CUSTOMER_ID,
                    SharedColumns.PRODUCT_ID)
                .alsoFrom(Sources.REVIEWS, SharedColumns.PRODUCT_ID)));
  }

  /** True where both events and reviews name products. */
  public static boolean isMapped(MappedColumns mapped) {
    FeatureFamily family = family();
    return family.missing(family.measures().get(0), mapped).isEmpty();
  }

  /** One row per known customer with a comment on a product that has a review. */
  public static Dataset<Row> perCustomer(
      Map<Source, Dataset<Row>> clean, FeatureContext measuring) {
    AsOf asOf = measuring.asOf();
    Dataset<Row> comments =
        clean
            .get(Sources.ENGAGEMENT)
            .where(asOf.isKnown(EngagementSource.OCCURRED_AT))
            .where(EngagementSource.EVENT.col().equalTo(EngagementSource.COMMENT))
            .where(EngagementSource.KNOWN_CUSTOMER_ID.col().isNotNull())
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                SharedColumns.PRODUCT_ID.col(),
                EngagementSource.OCCURRED_AT.col());
    Dataset<Row> answered =
        comments.join(
            reviewDays(clean.get(Sources.REVIEWS), asOf), SharedColumns.PRODUCT_ID.name());
    return family().aggregate(answered.groupBy(SharedColumns.CUSTOMER_ID.col()), measuring);
  }

  /** One row per product with a review. */
  private static Dataset<Row> reviewDays(Dataset<Row> reviews, AsOf asOf) {
    var ofProduct =
        Window.partitionBy(SharedColumns.PRODUCT_ID.col())
            .orderBy(FIRST_AT.col(), SharedColumns.CUSTOMER_ID.col());
    Column first = PLACE.col().equalTo(1);
    return reviews
        .where(asOf.isKnown(ReviewSource.REVIEWED_AT))
        .where(SharedColumns.PRODUCT_ID.col().isNotNull())
        .groupBy(SharedColumns.PRODUCT_ID.col(), SharedColumns.CUSTOMER_ID.col())
        .agg(FIRST_AT.is(min(ReviewSource.REVIEWED_AT.col())))
        .withColumn(PLACE.name(), row_number().over(ofProduct))
        .where(PLACE.col().leq(2))
        .groupBy(SharedColumns.PRODUCT_ID.col())
        .agg(
            FIRST_REVIEWER.is(max(when(first, SharedColumns.CUSTOMER_ID.col()))),
            SECOND_AT.is(max(when(first.equalTo(false), FIRST_AT.col()))),
            FIRST_AT.is(min(FIRST_AT.col())));
  }
}
