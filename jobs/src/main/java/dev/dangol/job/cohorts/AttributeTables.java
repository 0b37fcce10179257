package dev.dangol.job.cohorts;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.cohorts.RecordColumns;
import dev.dangol.cohorts.scorecard.ProfileFits;
import dev.dangol.config.AttributeNames;
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
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.CustomColumns;
import dev.dangol.table.results.GoalColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.LikelihoodColumns;
import dev.dangol.table.results.PreferenceColumns;
import dev.dangol.table.results.ScorecardColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.sources.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Joins the tables of a day into the attributes of each customer, before they are scored. */
public final class AttributeTables {
  private final NamedTables named;
  private final AsOf asOf;
  private final Function<Table, Dataset<Row>> rows;

  private AttributeTables(NamedTables named, AsOf asOf, Function<Table, Dataset<Row>> rows) {
    this.named = named;
    this.asOf = asOf;
    this.rows = rows;
  }

  /** The attributes of the day; null where a table has no row of the customer. */
  public static Dataset<Row> of(JobContext day) {
    return of(day, day.asOf(), List.of());
  }

  /**
   * The attributes of another day.
   *
   * @param former predicates beside those of the settings whose columns are there too
   * @throws dev.dangol.problem.BadSetting where a rule names a sensitive attribute
   */
  static Dataset<Row> of(JobContext day, AsOf asOf, List<String> former) {
    AttributeRules.prove(day.settings());
    NamedTables named = NamedTables.of(day.settings(), former);
    return new AttributeTables(named, asOf, reader(day, asOf)).join();
  }

  /** The same columns, and those that are joined only where they are named; without a customer. */
  public static Dataset<Row> empty(Settings settings, Lake lake) {
    AsOf any = settings.asOf(LocalDate.EPOCH);
    return new AttributeTables(new NamedTables(settings, column -> true), any, lake::none).join();
  }

  /**
   * The columns that cohorts can name: attributes of the day, its fit, and fits to profiles.
   *
   * @param customers the attributes of the day
   */
  static Dataset<Row> fitted(JobContext day, Dataset<Row> customers) {
    return fitted(day, day.asOf(), customers, List.of());
  }

  /** The same of another day, with the columns of former predicates too. */
  static Dataset<Row> fitted(JobContext day, AsOf asOf, List<String> former) {
    return fitted(day, asOf, of(day, asOf, former), former);
  }

  private static Dataset<Row> fitted(
      JobContext day, AsOf asOf, Dataset<Row> customers, List<String> former) {
    List<String> predicates = new ArrayList<>(former);
    predicates.addAll(day.settings().cohorts().values());
    Set<String> profiles = RuleNames.profilesIn(day.settings(), predicates).keySet();
    return fitted(customers, profiles, table -> day.lake().readDay(table, asOf));
  }

  /** The same columns with the fits to all profiles, without a customer. */
  public static Dataset<Row> emptyFitted(Settings settings, Lake lake) {
    return fitted(empty(settings, lake), settings.scorecard().profiles().keySet(), lake::none);
  }

  static Table features(Settings settings) {
    return FeatureTable.of(settings.features().windows());
  }

  static Table value(Settings settings) {
    return ValueColumns.customerValue(settings.value().horizons());
  }

  /** Of {@code contact_preferences} what predicates may name. */
  static Dataset<Row> preferences(Dataset<Row> rows) {
    return rows.select(PreferenceColumns.NAMED.stream().map(Field::col).toArray(Column[]::new));
  }

  /** Reads the day of a table, and the records of customers whole: they are not of a day. */
  private static Function<Table, Dataset<Row>> reader(JobContext day, AsOf asOf) {
    Lake lake = day.lake();
    Table records = Sources.CUSTOMERS.clean();
    boolean known = day.settings().has(Sources.CUSTOMERS.name());
    return table ->
        table.equals(records)
            ? (known ? lake.read(records) : lake.none(records))
            : lake.readDay(table, asOf);
  }

  private Dataset<Row> join() {
    Dataset<Row> customers = CustomerAttributes.of(rows.apply(features(settings())), usual());
    Dataset<Row> described = CustomerAttributes.of(customers, more());
    return named.network()
        ? named.withNetwork(described, rows.apply(NetworkColumns.TABLE))
        : described;
  }

  private Settings settings() {
    return named.settings();
  }

  private List<Dataset<Row>> usual() {
    Table value = value(settings());
    List<Dataset<Row>> usual = new ArrayList<>();
    usual.add(CustomerAttributes.conform(rows.apply(value), value));
    usual.add(rows.apply(LikelihoodColumns.TABLE));
    usual.add(rows.apply(SegmentColumns.CUSTOMER_SEGMENTS));
    usual.add(preferences(rows.apply(PreferenceColumns.TABLE)));
    List<CustomFeature> custom = settings().features().custom();
    if (!custom.isEmpty()) {
      usual.add(CustomRows.columns(rows.apply(CustomColumns.TABLE), custom));
    }
    return usual;
  }

  /** The tables that are joined only where a rule names one of their columns. */
  private List<Dataset<Row>> more() {
    List<Dataset<Row>> more = new ArrayList<>();
    if (named.journeys()) {
      List<String> goals = settings().journey().goals().stream().map(JourneyGoal::name).toList();
      more.add(
          new JourneyAttributes(goals)
              .of(rows.apply(JourneyColumns.TABLE), rows.apply(GoalColumns.CONTRIBUTION)));
    }
    if (named.effort()) {
      more.add(CustomerAttributes.conform(rows.apply(EffortColumns.TABLE), EffortColumns.TABLE));
    }
    if (named.records()) {
      more.add(records(settings(), rows.apply(Sources.CUSTOMERS.clean()), asOf));
    }
    return more;
  }

  /**
   * Columns of records that rules may name, of those that are not of a later day.
   *
   * @param records the clean records of customers
   */
  static Dataset<Row> records(Settings settings, Dataset<Row> records, AsOf asOf) {
    List<String> attributes = AttributeNames.of(settings).columns();
    return new RecordColumns(attributes, settings.profiles().sensitiveAllowed()).of(records, asOf);
  }

  private static Dataset<Row> fitted(
      Dataset<Row> customers, Set<String> profiles, Function<Table, Dataset<Row>> rows) {
    List<Dataset<Row>> fits = new ArrayList<>();
    fits.add(rows.apply(CohortColumns.CUSTOMER_FIT));
    if (!profiles.isEmpty()) {
      fits.add(ProfileFits.columns(rows.apply(ScorecardColumns.PROFILES), profiles));
    }
    return CustomerAttributes.of(customers, fits);
  }
}
