package dev.dangol.cohorts.profile;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.QualitySettings;
import dev.dangol.config.Settings;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.CustomerTypeColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.results.ProfileColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Attributes from customer_features, where a value is a word or can be put into one. */
final class FeatureAttributes {
  private FeatureAttributes() {}

  static Dataset<Row> traits(Dataset<Row> features, Settings settings) {
    List<Column> traits = new ArrayList<>();
    traits.add(word(ProfileColumns.WHAT, AcquisitionColumns.ACQUIRED_BY));
    traits.add(ProfileAttribute.of(ProfileColumns.HOW, "cadence", ProfileAttribute.one(cadence())));
    traits.add(
        ProfileAttribute.of(
            ProfileColumns.HOW, "promotion_use", ProfileAttribute.one(promotions())));
    traits.add(word(ProfileColumns.WHO, CustomerTypeColumns.LOYALTY_TYPE));
    traits.add(word(ProfileColumns.WHO, CustomerTypeColumns.BUYER_TYPE));
    traits.add(flag(CustomerTypeColumns.ADVOCATE));
    traits.add(flag(CustomerTypeColumns.HIDDEN_VALUE));
    traits.add(flag(StrikeColumns.SILENT_LEAVER));
    traits.add(
        ProfileAttribute.of(
            ProfileColumns.WHO, "rating", ProfileAttribute.one(rating(settings.quality()))));
    traits.add(ProfileAttribute.of(ProfileColumns.WHO, "bad_experience", strikes()));
    double from = settings.features().types().from();
    double high = settings.features().types().high();
    for (Field quality : FeatureColumns.QUALITIES) {
      traits.add(
          ProfileAttribute.of(
              ProfileColumns.WHO,
              quality.name(),
              ProfileAttribute.one(band(quality.col(), from, high))));
    }
    return ProfileAttribute.rows(
        features.select(
            SharedColumns.CUSTOMER_ID.col(), ProfileAttribute.all(traits.toArray(Column[]::new))));
  }

  private static Column word(String facet, Field field) {
    return ProfileAttribute.of(facet, field.name(), ProfileAttribute.one(field.col()));
  }

  private static Column flag(Field field) {
    return ProfileAttribute.of(
        ProfileColumns.WHO, field.name(), ProfileAttribute.flag(field.col()));
  }

  /** The usual number of days between a customer's purchases, in classes. */
  private static Column cadence() {
    Column gap = RhythmColumns.MEDIAN_GAP_DAYS.col();
    return when(FeatureColumns.FREQUENCY.col().equalTo(0), lit("once"))
        .when(gap.leq(10), lit("10-days"))
        .when(gap.leq(45), lit("45-days"))
        .when(gap.leq(120), lit("120-days"))
        .when(gap.isNotNull(), lit("longer"));
  }

  private static Column promotions() {
    Column free = FeatureColumns.PROMOTION_FREE_SHARE.col();
    return when(free.geq(1), lit("never"))
        .when(free.leq(0), lit("always"))
        .when(free.isNotNull(), lit("sometimes"));
  }

  /**
   * The mean rating that they gave: low in the lower half of the scale, high in its upper quarter.
   */
  private static Column rating(QualitySettings scale) {
    double span = scale.ratingTo() - scale.ratingFrom();
    double middle = scale.ratingFrom() + span / 2;
    return band(FeatureColumns.RATING_MEAN.col(), middle, middle + span / 4);
  }

  private static Column band(Column value, double from, double high) {
    return when(value.isNaN(), lit(null))
        .when(value.geq(high), lit("high"))
        .when(value.geq(from), lit("middle"))
        .when(value.isNotNull(), lit("low"));
  }

  /** Nothing is known of bad experiences where they could not be counted. */
  private static Column strikes() {
    return when(
        StrikeColumns.STRIKES_LIFETIME.col().isNotNull(),
        coalesce(StrikeColumns.STRIKE_KINDS.col(), array().cast("array<string>")));
  }
}
