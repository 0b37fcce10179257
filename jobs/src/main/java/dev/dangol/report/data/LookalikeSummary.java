package dev.dangol.report.data;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.LookalikeColumns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Look-alikes in numbers: customers outside the ideal cohort by nearest cohort, and prospects by
 * probability. Prospects are people who have not bought yet.
 *
 * @param near the cohort that most customers are nearest to first
 * @param prospects empty where nothing is known of any
 * @param test of the probabilities, over all and by decile; empty where there are none
 */
public record LookalikeSummary(
    List<NearCustomers> near, Optional<ProspectSummary> prospects, List<ProspectDecile> test) {

  /**
   * Customers outside the ideal cohort who are most like a cohort.
   *
   * @param distance their mean distance to the average ideal customer, 0 to 1
   */
  public record NearCustomers(String cohort, long customers, OptionalDouble distance) {}

  /**
   * People who have not bought.
   *
   * @param expected how many of them are expected to order, which is their probabilities added up
   */
  public record ProspectSummary(long people, double expected) {}

  /**
   * People of one decile in the test of the probabilities.
   *
   * @param number 1 for the least likely decile to 10, 0 for all people
   * @param auc how often the likelier one of two ordered; of all only
   */
  public record ProspectDecile(
      Optional<LocalDate> cutoff,
      long number,
      long people,
      OptionalDouble predicted,
      OptionalDouble ordered,
      OptionalDouble auc) {
    static ProspectDecile of(RowReader cells) {
      return new ProspectDecile(
          cells.day(LookalikeColumns.CUTOFF),
          cells.count(LookalikeColumns.TENTH),
          cells.count(LookalikeColumns.PEOPLE),
          cells.number(LookalikeColumns.PREDICTED_SHARE),
          cells.number(LookalikeColumns.ORDERED_SHARE),
          cells.number(LookalikeColumns.AUC));
    }
  }

  /** One row for each cohort, and one for all prospects, leave the cluster. */
  static LookalikeSummary read(ReportTables tables) {
    List<RowReader> groups = groups(tables.of(LookalikeColumns.TABLE));
    return new LookalikeSummary(
        groups.stream()
            .filter(cells -> is(cells, LookalikeColumns.CUSTOMER))
            .map(LookalikeSummary::near)
            .sorted(
                Comparator.comparing(NearCustomers::customers)
                    .reversed()
                    .thenComparing(NearCustomers::cohort))
            .toList(),
        groups.stream()
            .filter(cells -> is(cells, LookalikeColumns.PROSPECT))
            .map(LookalikeSummary::prospects)
            .findFirst(),
        tables.of(LookalikeColumns.CALIBRATION).collectAsList().stream()
            .map(row -> ProspectDecile.of(new RowReader(row)))
            .sorted(Comparator.comparing(ProspectDecile::number))
            .toList());
  }

  private static List<RowReader> groups(Dataset<Row> lookalikes) {
    Column group =
        when(
            LookalikeColumns.KIND.col().equalTo(LookalikeColumns.CUSTOMER),
            LookalikeColumns.NEAREST_COHORT.col());
    return lookalikes
        .groupBy(LookalikeColumns.KIND.col(), LookalikeColumns.NEAREST_COHORT.is(group))
        .agg(
            ReportColumns.CUSTOMERS.is(count(lit(1))),
            LookalikeColumns.P_FIRST_ORDER.is(sum(LookalikeColumns.P_FIRST_ORDER.col())),
            LookalikeColumns.DISTANCE.is(avg(LookalikeColumns.DISTANCE.col())))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .toList();
  }

  private static boolean is(RowReader cells, String kind) {
    return cells.text(LookalikeColumns.KIND).orElse("").equals(kind);
  }

  private static NearCustomers near(RowReader cells) {
    return new NearCustomers(
        cells.text(LookalikeColumns.NEAREST_COHORT).orElse(""),
        cells.count(ReportColumns.CUSTOMERS),
        cells.number(LookalikeColumns.DISTANCE));
  }

  private static ProspectSummary prospects(RowReader cells) {
    return new ProspectSummary(
        cells.count(ReportColumns.CUSTOMERS),
        cells.number(LookalikeColumns.P_FIRST_ORDER).orElse(0));
  }

  /** The test over all people; empty where there was none. */
  public Optional<ProspectDecile> firstTested() {
    return test.stream().filter(tenth -> tenth.number() == 0).findFirst();
  }

  /** The test by deciles, the least likely first. */
  public List<ProspectDecile> tenths() {
    return test.stream().filter(tenth -> tenth.number() > 0).toList();
  }
}
