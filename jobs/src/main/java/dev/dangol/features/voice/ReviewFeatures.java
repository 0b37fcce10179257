package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.QualitySettings;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.ContactColumns;
import dev.dangol.features.measure.ExactSums;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.OpinionColumns;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Sources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Features of a customer's reviews: their number, ratings, length and helpful votes. */
public final class ReviewFeatures {
  /** Sums of whole parts are the same in any order; sums of doubles are not. */
  private static final DataType EXACT = DataTypes.createDecimalType(18, 9);

  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

  private ReviewFeatures() {}

  /** The family that is folded over reviews. */
  public static FoldedFamily folded(FeatureContext measuring) {
    return new ReviewFold(
        measuring.windows(),
        middle(measuring.settings().quality()),
        VerificationRule.of(measuring));
  }

  /** The rating below which ratings are low. */
  public static double middle(QualitySettings scale) {
    return (scale.ratingFrom() + scale.ratingTo()) / 2;
  }

  /** The measures of each customer with a review. */
  public static FeatureFamily family(List<Integer> windows) {
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(FeatureMeasure.foldedCount(FeatureColumns.REVIEWS_LIFETIME));
    measures.add(FeatureMeasure.folded(FeatureColumns.RATING_MEAN));
    measures.add(FeatureMeasure.folded(FeatureColumns.RATING_SPREAD));
    measures.add(FeatureMeasure.folded(OpinionColumns.RATING_TREND));
    measures.add(FeatureMeasure.foldedCount(FeatureColumns.LOW_RATINGS_LIFETIME));
    measures.add(
        FeatureMeasure.folded(OpinionColumns.VERIFIED_SHARE, SharedColumns.PRODUCT_ID)
            .alsoFrom(Sources.PURCHASES, SharedColumns.PRODUCT_ID));
    measures.add(FeatureMeasure.folded(FeatureColumns.REVIEW_LENGTH_MEAN, ReviewSource.TEXT));
    measures.add(
        FeatureMeasure.foldedCount(
            FeatureColumns.HELPFUL_VOTES_LIFETIME, ReviewSource.HELPFUL_VOTES));
    measures.add(FeatureMeasure.folded(ContactColumns.REVIEWED_ON));
    windows.forEach(
        window -> measures.add(FeatureMeasure.foldedCount(OpinionColumns.reviews(window))));
    return new FeatureFamily(Sources.REVIEWS, measures);
  }

  /**
   * The reviews of known customers by the day, as their cursor reads them.
   *
   * @param earlier a day before it that reviews tell of too
   */
  public static Dataset<Row> reviews(
      Dataset<Row> reviews, FeatureContext measuring, Optional<AsOf> earlier) {
    QualitySettings scale = measuring.settings().quality();
    Column rating = ReviewSource.RATING.col();
    Column scaled = ExactSums.scale(rating, lit(scale.ratingFrom()), lit(scale.ratingTo()));
    return reviews
        .where(measuring.asOf().isKnown(ReviewSource.REVIEWED_AT))
        .where(SharedColumns.CUSTOMER_ID.col().isNotNull())
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            LineColumns.MOMENT.is(unix_micros(ReviewSource.REVIEWED_AT.col())),
            DayColumns.HAPPENED_ON.is(to_date(ReviewSource.REVIEWED_AT.col())),
            ReviewSource.RATING.col(),
            LineColumns.RATING_UNITS.is(rating.cast(EXACT).multiply(lit(BILLION))),
            LineColumns.SCALED_UNITS.is(ExactSums.parts(scaled)),
            LineColumns.LENGTH.is(length(ReviewSource.TEXT.col())),
            ReviewSource.HELPFUL_VOTES.col(),
            SharedColumns.PRODUCT_ID.col(),
            LineColumns.STATE.is(state(earlier)));
  }

  private static Column state(Optional<AsOf> earlier) {
    Column described = lit(FoldedDay.DESCRIBED.known());
    return earlier
        .map(cut -> cut.isKnown(ReviewSource.REVIEWED_AT))
        .map(known -> when(known, lit(FoldedDay.EARLIER.known())).otherwise(lit(0)))
        .map(described::plus)
        .orElse(described);
  }
}
