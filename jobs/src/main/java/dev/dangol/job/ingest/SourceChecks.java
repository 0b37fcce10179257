package dev.dangol.job.ingest;

import dev.dangol.config.Settings;
import dev.dangol.ingest.quality.QualityComparison;
import dev.dangol.problem.BrokenSource;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CheckColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Quality checks of ingested sources, some of which stop a run. */
final class SourceChecks {
  private static final String OUTLIERS =
      Sources.PURCHASES.name() + "." + CheckColumns.OUTLIER_DAY_ROWS.name();

  private final Lake lake;
  private final Settings settings;

  SourceChecks(Lake lake, Settings settings) {
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * Stops where too many rows of a source are rejected.
   *
   * @throws BrokenSource naming the commonest reasons
   */
  void stopOnTooManyRejected(ValidatedSource intake) {
    double allowed = allowed(intake.source());
    if (intake.rejectedShare() > allowed) {
      throw new BrokenSource(
          String.format(
              "The source %s has %,d rows of %,d rejected, more than the share of %s allowed by"
                  + " quality.max-rejected-share: %s. Nothing was published. Mend the data or the"
                  + " mapping, leave such rows out with sources.%s.where, or raise the bound.",
              intake.source().name(),
              intake.rejectedCount(),
              intake.readCount(),
              allowed,
              intake.commonestReasons(),
              intake.source().name()));
    }
  }

  /**
   * The rows of quality_checks: today's measurements, compared with those of earlier days.
   *
   * @param more further measurements, by check
   * @throws BrokenSource where a source changed too much and the settings say to stop then
   */
  List<Row> rows(AsOf asOf, Collection<ValidatedSource> intakes, Map<String, Double> more) {
    Map<String, Double> today = new TreeMap<>(more);
    List<Row> rows = new ArrayList<>();
    for (ValidatedSource intake : intakes) {
      String name = intake.source().name();
      today.put(name + ".rows_read", (double) intake.readCount());
      today.put(name + ".duplicates", (double) intake.duplicates());
      intake
          .undecidedCount()
          .ifPresent(
              count -> today.put(name + "." + CheckColumns.UNDECIDED_ROWS.name(), (double) count));
      today.putAll(intake.measurements(asOf));
      double share = intake.rejectedShare();
      double bound = allowed(intake.source());
      rows.add(row(asOf, name + ".rejected_share", share, bound));
    }
    outlierDayRows(intakes).ifPresent(count -> rows.add(row(asOf, OUTLIERS, count, 0)));
    List<Row> earlier = lake.read(RunColumns.QUALITY_CHECKS).collectAsList();
    List<Row> judged =
        new QualityComparison(asOf, IngestJob.NAME, settings.quality().change())
            .judge(today, earlier);
    if (settings.quality().change().stops()) {
      stopOnChange(judged);
    }
    rows.addAll(judged);
    return rows;
  }

  /**
   * Purchases of days that were taken for mistakes when the day was looked for: without a
   * configured day, nothing else of them can lie in the future.
   */
  private OptionalDouble outlierDayRows(Collection<ValidatedSource> sources) {
    return sources.stream()
        .filter(validated -> settings.asOf().isEmpty())
        .filter(validated -> validated.source().equals(Sources.PURCHASES))
        .filter(validated -> validated.waitingCount() > 0)
        .mapToDouble(ValidatedSource::waitingCount)
        .findFirst();
  }

  private static Row row(AsOf asOf, String check, double value, double bound) {
    return RowWriter.of(RunColumns.QUALITY_CHECKS)
        .set(SharedColumns.AS_OF, asOf)
        .set(SharedColumns.OWNING_JOB, IngestJob.NAME)
        .set(RunColumns.CHECK, check)
        .set(RunColumns.CHECK_VALUE, value)
        .set(RunColumns.BOUND, bound)
        .set(RunColumns.PASSED, value <= bound)
        .row();
  }

  private double allowed(Source source) {
    return settings
        .sources()
        .get(source.name())
        .options()
        .maxRejectedShare()
        .orElse(settings.quality().maxRejectedShare());
  }

  private void stopOnChange(List<Row> judged) {
    String changed =
        lake.of(RunColumns.QUALITY_CHECKS, judged).collectAsList().stream()
            .map(RowReader::new)
            .filter(cells -> !cells.optionalFlag(RunColumns.PASSED).orElse(true))
            .map(SourceChecks::describeBreach)
            .collect(Collectors.joining(", "));
    if (!changed.isEmpty()) {
      throw new BrokenSource(
          "The data differ too much from earlier days: "
              + changed
              + ". Nothing was published. Look whether they are complete, widen"
              + " quality.volume-range, or set quality.on-change = warn.");
    }
  }

  private static String describeBreach(RowReader cells) {
    return String.format(
        "%s is %s, beyond %s",
        cells.text(RunColumns.CHECK).orElseThrow(),
        cells.number(RunColumns.CHECK_VALUE).orElseThrow(),
        cells.number(RunColumns.BOUND).orElseThrow());
  }
}
