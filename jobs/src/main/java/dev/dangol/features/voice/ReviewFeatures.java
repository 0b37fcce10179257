package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.QualitySettings;
import dev.dangol.features.measure.ContactColumns;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.OpinionColumns;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Features of a customer's reviews: their number, ratings, length and helpful votes. */
public final class ReviewFeatures {
  /** Sums of decimals are the same in any order; sums of doubles are not. */
  private static final DataType EXACT = DataTypes.createDecimalType(18, 9);

  private ReviewFeatures() {}

  /**
   * The measures of each customer with a review.
   *
   * @param scale the lowest and the highest rating
   */
  public static FeatureFamily family(QualitySettings scale, List<Integer> windows) {
    Column rating = ReviewSource.RATING.col();
    Column low = rating.lt((scale.ratingFrom() + scale.ratingTo()) / 2);
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(FeatureMeasure.countOf(FeatureColumns.REVIEWS_LIFETIME, day -> count(lit(1))));
    measures.add(
        FeatureMeasure.of(FeatureColumns.RATING_MEAN, day -> ratings().divide(count(lit(1)))));
    measures.add(
        FeatureMeasure.of(FeatureColumns.RATING_SPREAD, day -> max(rating).minus(min(rating))));
    measures.add(FeatureMeasure.of(OpinionColumns.RATING_TREND, day -> trend()));
    measures.add(FeatureMeasure.countOf(FeatureColumns.LOW_RATINGS_LIFETIME, day -> count_if(low)));
    measures.add(
        FeatureMeasure.of(
                OpinionColumns.VERIFIED_SHARE,
                day -> avg(ExperienceColumns.VERIFIED.col().cast("double")),
                SharedColumns.PRODUCT_ID)
            .alsoFrom(Sources.PURCHASES, SharedColumns.PRODUCT_ID));
    measures.addAll(usefulness());
    Column written = to_date(ReviewSource.REVIEWED_AT.col());
    measures.add(
        FeatureMeasure.of(ContactColumns.REVIEWED_ON, day -> collect_set(unix_date(written))));
    for (int window : windows) {
      measures.add(
          FeatureMeasure.countOf(
              OpinionColumns.reviews(window), day -> count_if(day.within(written, window))));
    }
    return new FeatureFamily(Sources.REVIEWS, measures);
  }

  private static List<FeatureMeasure> usefulness() {
    Column helpful = coalesce(sum(ReviewSource.HELPFUL_VOTES.col()), lit(0));
    return List.of(
        FeatureMeasure.of(
            FeatureColumns.REVIEW_LENGTH_MEAN,
            day -> avg(length(ReviewSource.TEXT.col())),
            ReviewSource.TEXT),
        FeatureMeasure.countOf(
            FeatureColumns.HELPFUL_VOTES_LIFETIME, day -> helpful, ReviewSource.HELPFUL_VOTES));
  }

  private static Column ratings() {
    return sum(ReviewSource.RATING.col().cast(EXACT)).cast("double");
  }

  /** Of several at one moment, the lowest is the latest. */
  private static Column trend() {
    Column rating = ReviewSource.RATING.col();
    Column latest =
        max_by(rating, struct(ReviewSource.REVIEWED_AT.col(), rating.multiply(-1).as("lowest")));
    Column earlier = count(lit(1)).minus(1);
    return when(earlier.gt(0), latest.minus(ratings().minus(latest).divide(earlier)));
  }
}
