package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.FeatureSettings;
import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.Reviews;
import dev.dangol.table.RfmColumns;
import dev.dangol.table.RhythmColumns;
import dev.dangol.table.SatisfactionColumns;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import dev.dangol.table.StrikeColumns;
import dev.dangol.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every family's measures in one row per customer. Counts of a configured source become 0 where the
 * customer has no row in it; what belongs to a source that is not configured stays null.
 */
public final class CustomerFeatures {
  /** What compares customers with one another, once everything else is known of each. */
  private static final Set<Field> COMPARED =
      Stream.of(
              RfmColumns.FEATURES,
              FeatureColumns.QUALITIES,
              List.of(RhythmColumns.SECOND_ORDER_WITHIN_CYCLE, FeatureColumns.DANGOL_INDEX),
              SatisfactionColumns.FEATURES,
              StrikeColumns.FEATURES)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<Field> NEEDS_AN_EVENT =
      Set.of(
          FeatureColumns.RATING_MEAN,
          FeatureColumns.RATING_SPREAD,
          FeatureColumns.REVIEW_LENGTH_MEAN,
          FeatureColumns.DAYS_SINCE_LAST_EVENT);

  private CustomerFeatures() {}

  /**
   * One row per customer with a purchase by the day, with the columns of {@code customer_features}.
   *
   * @param days what each customer bought on each day
   * @param clean the rows of each configured source
   */
  public static Dataset<Row> of(
      Dataset<Row> days, Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    return of(Kept.of(days, clean, asOf, settings), clean, asOf, settings);
  }

  /**
   * The same, from what a job keeps for other tables of the day as well.
   *
   * @param clean the rows of each configured source
   */
  public static Dataset<Row> of(
      Kept kept, Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    FeatureSettings how = settings.features();
    Table table = FeatureColumns.table(how.windows());
    MappedColumns mapped = MappedColumns.of(settings);
    Dataset<Row> joined =
        Families.joined(kept.days(), clean, asOf, settings)
            .join(kept.experience(), Columns.CUSTOMER_ID.name(), "left");
    Dataset<Row> measured =
        joined.select(
            Stream.concat(
                    table.fields().stream()
                        .filter(field -> !COMPARED.contains(field))
                        .map(field -> column(field, joined, asOf, mapped)),
                    Experience.FIELDS.stream().map(Field::col))
                .toArray(Column[]::new));
    Dataset<Row> cycled = RhythmFeatures.withinCycle(measured, how.repeats().cycleDays());
    Dataset<Row> grouped = Rfm.scored(cycled, how.rfm());
    Dataset<Row> content = Satisfaction.added(grouped, how.satisfaction());
    return DangolIndex.of(Qualities.scored(content, how.qualities()), how.dangolIndex())
        .select(table.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  private static Column column(Field field, Dataset<Row> joined, AsOf asOf, MappedColumns mapped) {
    if (field.equals(Columns.AS_OF)) {
      return field.is(asOf.column());
    }
    if (field.equals(FeatureColumns.REVIEWS_PER_ORDER) && mapped.has(Sources.REVIEWS)) {
      Column reviews = coalesce(FeatureColumns.REVIEWS_LIFETIME.col(), lit(0)).cast("double");
      return field.is(reviews.divide(FeatureColumns.ORDERS_LIFETIME.col()));
    }
    if (!List.of(joined.columns()).contains(field.name())) {
      return field.none();
    }
    return zeroWhereNothingHappened(field, mapped)
        ? field.is(coalesce(field.col(), lit(0)))
        : field.col();
  }

  private static boolean zeroWhereNothingHappened(Field field, MappedColumns mapped) {
    if (FeatureColumns.PURCHASE_FEATURES.contains(field)
        || RhythmColumns.FEATURES.contains(field)
        || NEEDS_AN_EVENT.contains(field)) {
      return false;
    }
    if (field.equals(FeatureColumns.HELPFUL_VOTES_LIFETIME)) {
      return mapped.has(Sources.REVIEWS, Reviews.HELPFUL_VOTES);
    }
    return !field.equals(Columns.CUSTOMER_ID);
  }
}
