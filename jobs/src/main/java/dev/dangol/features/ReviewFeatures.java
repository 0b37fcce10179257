package dev.dangol.features;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.config.QualitySettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Reviews;
import dev.dangol.table.Sources;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a customer's reviews say of him: how many, how frank, how useful to others. */
public final class ReviewFeatures {
  /** Sums of decimals are the same in any order; sums of doubles are not. */
  private static final DataType EXACT = DataTypes.createDecimalType(18, 9);

  private ReviewFeatures() {}

  /** One row per customer with a review. */
  public static Dataset<Row> perCustomer(
      Dataset<Row> reviews, AsOf asOf, QualitySettings scale, MappedColumns mapped) {
    Column rating = Reviews.RATING.col();
    Column ratings = sum(rating.cast(EXACT)).cast("double");
    Column middle = lit((scale.ratingFrom() + scale.ratingTo()) / 2);
    boolean votes = mapped.has(Sources.REVIEWS, Reviews.HELPFUL_VOTES);
    Column helpful = coalesce(sum(Reviews.HELPFUL_VOTES.col()), lit(0));
    return reviews
        .where(asOf.known(Reviews.REVIEWED_AT))
        .groupBy(Columns.CUSTOMER_ID.col())
        .agg(
            FeatureColumns.REVIEWS_LIFETIME.is(count(lit(1))),
            FeatureColumns.RATING_MEAN.is(ratings.divide(count(lit(1)))),
            FeatureColumns.RATING_SPREAD.is(max(rating).minus(min(rating))),
            FeatureColumns.LOW_RATINGS_LIFETIME.is(count_if(rating.lt(middle))),
            FeatureColumns.REVIEW_LENGTH_MEAN.is(avg(length(Reviews.TEXT.col()))),
            votes
                ? FeatureColumns.HELPFUL_VOTES_LIFETIME.is(helpful)
                : FeatureColumns.HELPFUL_VOTES_LIFETIME.none());
  }
}
