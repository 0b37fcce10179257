package dev.dangol.job.ingest;

import dev.dangol.config.Settings;
import dev.dangol.ingest.quality.QualityComparison;
import dev.dangol.problem.BrokenSource;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
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
import org.apache.spark.sql.RowFactory;

/** What is demanded of the sources taken in, and what stops a run. */
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
   * Stops where too much of a source cannot be used.
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
   * The rows of quality_checks: what was found today, judged beside earlier days.
   *
   * @param more what else was counted, by check
   * @throws BrokenSource where a source changed too much and the settings say to stop then
   */
  List<Row> rows(AsOf asOf, Collection<ValidatedSource> intakes, Map<String, Double> more) {
    Map<String, Double> today = new TreeMap<>(more);
    List<Row> rows = new ArrayList<>();
    for (ValidatedSource intake : intakes) {
      String name = intake.source().name();
      today.put(name + ".rows_read", (double) intake.readCount());
      today.put(name + ".duplicates", (double) intake.duplicates());
      today.putAll(intake.measurements(asOf));
      double share = intake.rejectedShare();
      double bound = allowed(intake.source());
      rows.add(RowFactory.create(asOf.sqlDate(), name + ".rejected_share", share, bound, true));
    }
    outlierDayRows(intakes)
        .ifPresent(
            count -> rows.add(RowFactory.create(asOf.sqlDate(), OUTLIERS, count, 0.0, false)));
    List<Row> earlier = lake.read(RunColumns.QUALITY_CHECKS).collectAsList();
    List<Row> judged =
        new QualityComparison(asOf, settings.quality().change()).judge(today, earlier);
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
            .filter(cells -> !cells.flag(RunColumns.PASSED))
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
