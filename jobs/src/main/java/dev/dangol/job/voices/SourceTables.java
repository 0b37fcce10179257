package dev.dangol.job.voices;

import dev.dangol.acquisition.AcquisitionSources;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.results.AcquisitionSourceColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.Map;
import java.util.Optional;
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
                UnmeasuredAcquisition.isNamed(day.settings(), Sources.COSTS)
                    ? clean(day, Sources.COSTS)
                    : Optional.empty()),
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
    Map<String, String> reasons = UnmeasuredAcquisition.reasons(day.settings());
    return !reasons.containsKey(TABLE) && day.features().isEmpty()
        ? Map.of(TABLE, "customer_features has no row of the day: run the job features.")
        : reasons;
  }
}
