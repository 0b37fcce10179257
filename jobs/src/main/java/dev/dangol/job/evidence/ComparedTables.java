package dev.dangol.job.evidence;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.evidence.CareCosts;
import dev.dangol.evidence.ProfileDrift;
import dev.dangol.evidence.QuotedFigures;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.Table;
import dev.dangol.table.evidence.CareCostColumns;
import dev.dangol.table.evidence.DriftColumns;
import dev.dangol.table.evidence.QuotedColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.results.DefinitionColumns;
import dev.dangol.table.results.ProfileColumns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Writes what is compared with the run before, and with figures that others quote. */
final class ComparedTables {
  private static final String FIRST = "No day before this one has been run.";

  private final JobContext day;
  private final Lake lake;
  private final Map<String, String> reasons = new TreeMap<>();

  private ComparedTables(JobContext day) {
    this.day = day;
    this.lake = day.lake();
  }

  /** Writes the tables; returns why measures could not be computed. */
  static Map<String, String> write(JobContext day) {
    ComparedTables tables = new ComparedTables(day);
    ProfileDrift drift =
        new ProfileDrift(
            day.lake().collect(DefinitionColumns.TABLE),
            day.settings().profiles().maxQ(),
            day.asOf());
    tables.drift(drift);
    tables.costs(drift.before());
    tables.quoted();
    return tables.reasons;
  }

  private void drift(ProfileDrift drift) {
    List<Row> earlier =
        drift
            .before()
            .map(before -> rows(ProfileColumns.TABLE, day.asOf().on(before)))
            .orElse(List.of());
    List<Row> rows = drift.rows(earlier, rows(ProfileColumns.TABLE, day.asOf()));
    lake.replaceDay(DriftColumns.TABLE, lake.of(DriftColumns.TABLE, rows), day.asOf());
    if (rows.isEmpty()) {
      reasons.put(DriftColumns.TABLE.name(), "No cohort is configured.");
    } else if (earlier.isEmpty()) {
      reasons.put(key(DriftColumns.TABLE, DriftColumns.LOOK_AGAIN.name()), FIRST);
    }
  }

  private void costs(Optional<LocalDate> before) {
    CareCosts costs =
        new CareCosts(day.asOf(), before, Optional.ofNullable(quotes().get("win_against_keep")));
    Row now = sums(costs, day.asOf());
    Optional<Row> earlier = before.map(last -> sums(costs, day.asOf().on(last)));
    lake.replaceDay(
        CareCostColumns.TABLE,
        lake.of(CareCostColumns.TABLE, costs.rows(now, earlier)),
        day.asOf());
    if (before.isEmpty()) {
      reasons.put(key(CareCostColumns.TABLE, CareCostColumns.SINCE_LAST), FIRST);
    }
    if (new RowReader(now).amount(CareCostColumns.WIN_EVER).isEmpty()) {
      reasons.put(
          key(CareCostColumns.TABLE, CareCostColumns.WIN_COST.name()),
          "The sources costs and customers do not both map acquired_by.");
    }
    if (new RowReader(now).amount(CareCostColumns.KEEP_EVER).isEmpty()) {
      reasons.put(
          key(CareCostColumns.TABLE, CareCostColumns.KEEP_COST.name()),
          "No cost of keeping a customer is known.");
    }
  }

  private Row sums(CareCosts costs, AsOf asOf) {
    Table features = FeatureTable.of(day.settings().features().windows());
    return costs.sums(lake.readDay(features, asOf), lake.readDay(EffortColumns.TABLE, asOf)).head();
  }

  private void quoted() {
    QuotedFigures figures =
        new QuotedFigures(table -> rows(table, day.asOf()), day.asOf(), day.settings().quality());
    List<Row> rows = figures.rows(quotes());
    lake.replaceDay(QuotedColumns.TABLE, lake.of(QuotedColumns.TABLE, rows), day.asOf());
    if (rows.isEmpty()) {
      reasons.put(QuotedColumns.TABLE.name(), "No figure is configured in benchmarks.");
    }
  }

  private Map<String, BenchmarkSettings> quotes() {
    return day.settings().contacts().benchmarks();
  }

  private List<Row> rows(Table table, AsOf asOf) {
    return lake.readDay(table, asOf).collectAsList();
  }

  private static String key(Table table, String part) {
    return table.name() + "." + part;
  }
}
