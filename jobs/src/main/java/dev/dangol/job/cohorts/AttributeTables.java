package dev.dangol.job.cohorts;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.config.AdditionalScorecard;
import dev.dangol.config.CustomFeature;
import dev.dangol.config.JourneyGoal;
import dev.dangol.config.Settings;
import dev.dangol.features.custom.CustomRows;
import dev.dangol.job.JobContext;
import dev.dangol.journey.JourneyAttributes;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.results.CustomColumns;
import dev.dangol.table.results.GoalColumns;
import dev.dangol.table.results.JourneyAttributeColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.LikelihoodColumns;
import dev.dangol.table.results.PreferenceColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.results.ValueColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Joins the tables of a day into the attributes of each customer, before they are scored. */
public final class AttributeTables {
  private AttributeTables() {}

  /** The attributes of the day; null where a table has no row of the customer. */
  public static Dataset<Row> of(JobContext day) {
    return of(day, day.asOf());
  }

  /** The attributes of another day. */
  static Dataset<Row> of(JobContext day, AsOf asOf) {
    Settings settings = day.settings();
    Function<Table, Dataset<Row>> rows = table -> day.lake().readDay(table, asOf);
    Dataset<Row> described = of(settings, rows);
    return JourneyAttributeColumns.namedIn(named(settings)).isPresent()
        ? withJourneys(described, settings, rows)
        : described;
  }

  /** The same columns, without a customer. */
  public static Dataset<Row> empty(Settings settings, Lake lake) {
    return withJourneys(of(settings, lake::none), settings, lake::none);
  }

  static Table features(Settings settings) {
    return FeatureTable.of(settings.features().windows());
  }

  static Table value(Settings settings) {
    return ValueColumns.customerValue(settings.value().horizons());
  }

  private static Dataset<Row> of(Settings settings, Function<Table, Dataset<Row>> rows) {
    Table value = value(settings);
    List<CustomFeature> custom = settings.features().custom();
    List<Dataset<Row>> more = new ArrayList<>();
    more.add(CustomerAttributes.conform(rows.apply(value), value));
    more.add(rows.apply(LikelihoodColumns.TABLE));
    more.add(rows.apply(SegmentColumns.CUSTOMER_SEGMENTS));
    more.add(preferences(rows.apply(PreferenceColumns.TABLE)));
    if (!custom.isEmpty()) {
      more.add(CustomRows.columns(rows.apply(CustomColumns.TABLE), custom));
    }
    return CustomerAttributes.of(rows.apply(features(settings)), more);
  }

  /** The texts that may name a column of journeys, which are joined only where one does. */
  private static List<String> named(Settings settings) {
    List<String> named = new ArrayList<>(settings.cohorts().values());
    named.addAll(settings.export().predicates().values());
    settings.scorecard().criteria().forEach(criterion -> named.add(criterion.feature()));
    for (AdditionalScorecard profile : settings.scorecard().profiles().values()) {
      named.add(profile.where());
      profile.card().criteria().forEach(criterion -> named.add(criterion.feature()));
    }
    return named;
  }

  private static Dataset<Row> withJourneys(
      Dataset<Row> described, Settings settings, Function<Table, Dataset<Row>> rows) {
    List<String> goals = settings.journey().goals().stream().map(JourneyGoal::name).toList();
    return goals.isEmpty()
        ? described
        : CustomerAttributes.of(
            described,
            List.of(
                new JourneyAttributes(goals)
                    .of(rows.apply(JourneyColumns.TABLE), rows.apply(GoalColumns.CONTRIBUTION))));
  }

  /** Of {@code contact_preferences} what predicates may name. */
  static Dataset<Row> preferences(Dataset<Row> rows) {
    return rows.select(PreferenceColumns.NAMED.stream().map(Field::col).toArray(Column[]::new));
  }
}
