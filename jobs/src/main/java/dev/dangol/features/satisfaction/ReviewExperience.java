package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.QualitySettings;
import dev.dangol.features.measure.ExactSums;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.sources.ReviewSource;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Experience of a customer from their ratings: all of them, those before the latest, and low ones.
 * A low rating comes with the day on which they gave a better one. Reviews are aggregated by day
 * first, so that no customer's list is longer than the calendar.
 */
final class ReviewExperience {
  private static final Field RATINGS = ExperienceColumns.SCALED.renamed("ratings", "Their sum.");
  private static final Field LATEST = ExperienceColumns.SCALED.renamed("latest", "The latest.");
  private static final Field DAYS =
      ExperienceColumns.LOW_RATINGS.renamed("days", "Days of reviews.");

  private ReviewExperience() {}

  /** One row per customer with a review. */
  static Dataset<Row> perCustomer(Dataset<Row> reviews, AsOf asOf, QualitySettings scale) {
    Column middle = lit((scale.ratingFrom() + scale.ratingTo()) / 2);
    Column number = FeatureColumns.REVIEWS_LIFETIME.col();
    Column ratings = RATINGS.col();
    Column latest = LATEST.col().getField(ExperienceColumns.SCALED.name());
    Column past = ratings.minus(ExactSums.of(latest)).cast("double").divide(number.minus(1));
    return perCustomer(days(reviews, asOf, scale))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            SatisfactionColumns.RATING.is(ratings.cast("double").divide(number)),
            SatisfactionColumns.PAST_RATING.is(when(number.gt(1), past)),
            ExperienceColumns.LOW_RATINGS.is(low(middle)));
  }

  private static Dataset<Row> days(Dataset<Row> reviews, AsOf asOf, QualitySettings scale) {
    Column rating = ReviewSource.RATING.col();
    Column scaled = ExactSums.scale(rating, lit(scale.ratingFrom()), lit(scale.ratingTo()));
    Column moment = struct(ReviewSource.REVIEWED_AT.col(), ExperienceColumns.SCALED.is(scaled));
    return reviews
        .where(asOf.isKnown(ReviewSource.REVIEWED_AT))
        .groupBy(
            SharedColumns.CUSTOMER_ID.col(),
            ExperienceColumns.REVIEW_DAY.is(to_date(ReviewSource.REVIEWED_AT.col())))
        .agg(
            FeatureColumns.REVIEWS_LIFETIME.is(count(lit(1))),
            sum(ExactSums.of(scaled)).as(RATINGS.name()),
            max(moment).as(LATEST.name()),
            ExperienceColumns.WORST.is(min(rating)));
  }

  private static Dataset<Row> perCustomer(Dataset<Row> days) {
    Column day = struct(ExperienceColumns.REVIEW_DAY.col(), ExperienceColumns.WORST.col());
    return days.groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            FeatureColumns.REVIEWS_LIFETIME.is(sum(FeatureColumns.REVIEWS_LIFETIME.col())),
            sum(RATINGS.col()).as(RATINGS.name()),
            max(LATEST.col()).as(LATEST.name()),
            collect_list(day).as(DAYS.name()));
  }

  private static Column low(Column middle) {
    return transform(
        filter(DAYS.col(), day -> of(day, ExperienceColumns.WORST).lt(middle)),
        day ->
            struct(
                ExperienceColumns.STRIKE_ON.is(of(day, ExperienceColumns.REVIEW_DAY)),
                ExperienceColumns.KIND.is(lit(StrikeColumns.LOW_RATING))));
  }

  private static Column of(Column struct, Field field) {
    return struct.getField(field.name());
  }
}
