package dev.dangol.report.data;

import static org.apache.spark.sql.functions.avg;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.LikelihoodColumns;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Likelihoods of the customers in sums, and how true those of an earlier day came.
 *
 * @param panels one for each likelihood, in the order of their columns
 */
public record LikelihoodSummary(List<LikelihoodPanel> panels) {
  public LikelihoodSummary {
    panels = List.copyOf(panels);
  }

  /**
   * One likelihood.
   *
   * @param likelihood the name of its column
   * @param mean over all customers of the day, 0 to 1; empty where it is not known
   * @param error the expected calibration error, 0 to 1; empty where it is not known
   * @param buckets tenths of the customers of the earlier day, from the least likely
   */
  public record LikelihoodPanel(
      String likelihood,
      OptionalDouble mean,
      OptionalDouble error,
      List<LikelihoodBucket> buckets) {
    public LikelihoodPanel {
      buckets = List.copyOf(buckets);
    }
  }

  /** Customers of one bucket: the mean of their probabilities, and the share that came true. */
  public record LikelihoodBucket(long number, long customers, double predicted, double observed) {
    static LikelihoodBucket of(RowReader cells) {
      return new LikelihoodBucket(
          cells.count(LikelihoodColumns.BUCKET),
          cells.count(LikelihoodColumns.CUSTOMERS),
          cells.number(LikelihoodColumns.PREDICTED).orElse(0),
          cells.number(LikelihoodColumns.OBSERVED).orElse(0));
    }
  }

  /** Reads each table once. */
  static LikelihoodSummary read(ReportTables tables) {
    Column[] means =
        LikelihoodColumns.ALL.stream().map(p -> p.is(avg(p.col()))).toArray(Column[]::new);
    Row all =
        tables
            .of(LikelihoodColumns.TABLE)
            .agg(means[0], List.of(means).subList(1, means.length).toArray(Column[]::new))
            .head();
    List<RowReader> tested =
        tables.of(LikelihoodColumns.CALIBRATION).collectAsList().stream()
            .map(RowReader::new)
            .toList();
    return new LikelihoodSummary(
        LikelihoodColumns.ALL.stream()
            .map(likelihood -> panel(likelihood, new RowReader(all), tested))
            .toList());
  }

  private static LikelihoodPanel panel(Field likelihood, RowReader all, List<RowReader> tested) {
    List<RowReader> own =
        tested.stream()
            .filter(
                cells ->
                    cells.text(LikelihoodColumns.LIKELIHOOD).orElse("").equals(likelihood.name()))
            .toList();
    return new LikelihoodPanel(
        likelihood.name(),
        all.number(likelihood),
        own.isEmpty()
            ? OptionalDouble.empty()
            : own.get(0).number(LikelihoodColumns.CALIBRATION_ERROR),
        own.stream()
            .map(LikelihoodBucket::of)
            .sorted(Comparator.comparing(LikelihoodBucket::number))
            .toList());
  }
}
