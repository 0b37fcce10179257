package dev.dangol.job.voices;

import dev.dangol.acquisition.AcquisitionSources;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.results.AcquisitionSourceColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes what brought the customers, at what cost. */
public final class SourceTables {
  private static final String TABLE = AcquisitionSourceColumns.TABLE.name();

  private SourceTables() {}

  /** Runs once the features and the value of the day are written; returns what is not measured. */
  public static Map<String, String> write(JobContext day) {
    Lake lake = day.lake();
    Map<String, String> reasons = reasons(day);
    if (reasons.containsKey(TABLE)) {
      lake.replaceDay(
          AcquisitionSourceColumns.TABLE, lake.none(AcquisitionSourceColumns.TABLE), day.asOf());
      return reasons;
    }
    lake.replaceDay(
        AcquisitionSourceColumns.TABLE,
        AcquisitionSources.of(
            new AcquisitionSources.SourceTables(
                day.features(),
                lake.readDay(EffortColumns.TABLE, day.asOf()),
                lake.readDay(
                    ValueColumns.customerValue(day.settings().value().horizons()), day.asOf()),
                clean(day, Sources.REFERRALS),
                maps(day, Sources.COSTS) ? clean(day, Sources.COSTS) : Optional.empty()),
            day.asOf()),
        day.asOf());
    return reasons;
  }

  private static Optional<Dataset<Row>> clean(JobContext day, Source source) {
    return day.settings().has(source.name())
        ? Optional.of(day.lake().read(source.clean()))
        : Optional.empty();
  }

  private static Map<String, String> reasons(JobContext day) {
    Map<String, String> reasons = new TreeMap<>();
    if (!maps(day, Sources.CUSTOMERS)) {
      reasons.put(TABLE, missing(day, Sources.CUSTOMERS));
      return reasons;
    }
    if (day.features().isEmpty()) {
      reasons.put(TABLE, "customer_features has no row of the day: run the job features.");
      return reasons;
    }
    if (!maps(day, Sources.COSTS)) {
      reasons.put(
          TABLE + "." + AcquisitionSourceColumns.COST_AMOUNT.name(), missing(day, Sources.COSTS));
    }
    if (!day.settings().has(Sources.REFERRALS.name())) {
      reasons.put(
          TABLE + "." + AcquisitionSourceColumns.WORD_OF_MOUTH.name(),
          "The source referrals is not configured.");
    }
    return reasons;
  }

  private static boolean maps(JobContext day, Source source) {
    return day.settings().has(source.name())
        && day.settings()
            .sources()
            .get(source.name())
            .columns()
            .containsKey(CustomerSource.ACQUIRED_BY.name());
  }

  private static String missing(JobContext day, Source source) {
    return day.settings().has(source.name())
        ? "The source " + source.name() + " does not map acquired_by."
        : "The source " + source.name() + " is not configured.";
  }
}
