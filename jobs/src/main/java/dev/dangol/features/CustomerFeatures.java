package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.Reviews;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import dev.dangol.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every family's measures in one row per customer. Counts of a configured source become 0 where the
 * customer has no row in it; what belongs to a source that is not configured stays null.
 */
public final class CustomerFeatures {
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
    Table table = FeatureColumns.table(settings.features().windows());
    MappedColumns mapped = MappedColumns.of(settings);
    Dataset<Row> joined = Families.joined(days, clean, asOf, settings);
    Dataset<Row> measured =
        joined.select(
            table.fields().stream()
                .filter(field -> !FeatureColumns.QUALITIES.contains(field))
                .map(field -> column(field, joined, asOf, mapped))
                .toArray(Column[]::new));
    return Qualities.scored(measured, settings.features().qualities())
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
    if (FeatureColumns.PURCHASE_FEATURES.contains(field) || NEEDS_AN_EVENT.contains(field)) {
      return false;
    }
    if (field.equals(FeatureColumns.HELPFUL_VOTES_LIFETIME)) {
      return mapped.has(Sources.REVIEWS, Reviews.HELPFUL_VOTES);
    }
    return !field.equals(Columns.CUSTOMER_ID);
  }
}
