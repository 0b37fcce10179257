package dev.dangol.ingest.quality;

import dev.dangol.config.ChangeSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CheckColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * Compares today's data quality with that of earlier days. A check passes where rows, customers and
 * the mean amount stay within a multiple of their median, where the share of empty cells rises by
 * at most 0.2 over its own median, and where the newest row is young enough. The median is of the
 * last 28 days before this one that have the check; with fewer than 3 days there is no bound.
 *
 * @param asOf the day that is described
 * @param job the job that measured the sources
 * @param settings how far values may differ
 */
public record QualityComparison(AsOf asOf, String job, ChangeSettings settings) {
  private static final int MOST_DAYS = 28;
  private static final int FEWEST_DAYS = 3;
  private static final double RISE_OF_NULLS = 0.2;

  /**
   * The rows of quality_checks for the day. The bound is the one that the value is nearer to
   * breaking: the lower one below the median, else the upper one. Where nothing is compared, it and
   * passed are null.
   *
   * @param today the values by check
   * @param earlier rows of quality_checks; those of this day and of later ones do not count
   */
  public List<Row> judge(Map<String, Double> today, List<Row> earlier) {
    Map<String, List<Double>> before = before(earlier);
    List<Row> rows = new ArrayList<>();
    today.forEach(
        (check, value) -> {
          Optional<ValueRange> range = range(check, before.getOrDefault(check, List.of()));
          Double bound = range.map(allowed -> allowed.nearer(value)).orElse(null);
          Boolean passed = range.map(allowed -> allowed.holds(value)).orElse(null);
          rows.add(
              RowWriter.of(RunColumns.QUALITY_CHECKS)
                  .set(SharedColumns.AS_OF, asOf)
                  .set(SharedColumns.OWNING_JOB, job)
                  .set(RunColumns.CHECK, check)
                  .set(RunColumns.CHECK_VALUE, value)
                  .set(RunColumns.BOUND, bound)
                  .set(RunColumns.PASSED, passed)
                  .row());
        });
    return rows;
  }

  private Map<String, List<Double>> before(List<Row> earlier) {
    Map<String, List<Double>> values = new TreeMap<>();
    earlier.stream()
        .map(RowReader::new)
        .filter(cells -> day(cells).isBefore(asOf.day()))
        .sorted(Comparator.comparing(QualityComparison::day).reversed())
        .forEach(
            cells -> {
              OptionalDouble value = cells.number(RunColumns.CHECK_VALUE);
              String check = cells.text(RunColumns.CHECK).orElseThrow();
              value.ifPresent(v -> values.computeIfAbsent(check, c -> new ArrayList<>()).add(v));
            });
    return values;
  }

  private static LocalDate day(RowReader cells) {
    return cells.day(SharedColumns.AS_OF).orElseThrow();
  }

  private Optional<ValueRange> range(String check, List<Double> latestFirst) {
    if (check.endsWith("." + CheckColumns.AGE_DAYS.name())) {
      return settings.maxAgeDays().isPresent()
          ? Optional.of(
              new ValueRange(Double.NEGATIVE_INFINITY, 0, settings.maxAgeDays().getAsInt()))
          : Optional.empty();
    }
    if (latestFirst.size() < FEWEST_DAYS) {
      return Optional.empty();
    }
    double median = median(latestFirst.subList(0, Math.min(MOST_DAYS, latestFirst.size())));
    if (CheckColumns.isNullShare(check)) {
      return Optional.of(new ValueRange(Double.NEGATIVE_INFINITY, 0, median + RISE_OF_NULLS));
    }
    // A multiple of a median of 0 is no bound.
    return isVolume(check) && median != 0 ? Optional.of(around(median)) : Optional.empty();
  }

  private static boolean isVolume(String check) {
    return List.of(CheckColumns.ROWS, CheckColumns.CUSTOMERS, CheckColumns.AMOUNT_MEAN).stream()
        .anyMatch(field -> check.endsWith("." + field.name()));
  }

  private ValueRange around(double median) {
    double one = settings.volumeFrom() * median;
    double other = settings.volumeTo() * median;
    return new ValueRange(Math.min(one, other), median, Math.max(one, other));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : sorted.get(half - 1) / 2 + sorted.get(half) / 2;
  }

  private record ValueRange(double from, double middle, double to) {
    boolean holds(double value) {
      return value >= from && value <= to;
    }

    double nearer(double value) {
      return value < middle && Double.isFinite(from) ? from : to;
    }
  }
}
