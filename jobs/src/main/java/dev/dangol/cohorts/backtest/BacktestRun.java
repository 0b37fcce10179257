package dev.dangol.cohorts.backtest;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ProofColumns;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Runs the backtest of customer selections. It collects sums only, in two Spark jobs. */
@RunsSparkJobs
public final class BacktestRun {
  private BacktestRun() {}

  /**
   * The backtest; empty where the cut-off had no customer.
   *
   * @param known as {@link SelectionBaselines#of} takes it, read twice
   * @param outcomes as {@link LaterOutcomes} gives it
   * @param shares the sizes to compare besides the ideal cohort's own
   */
  public static Optional<Backtest> of(
      Dataset<Row> known, Dataset<Row> outcomes, List<Double> shares) {
    RowReader counted =
        new RowReader(
            known
                .agg(
                    ProofColumns.CHOSEN_CUSTOMERS.is(count(lit(1))),
                    ProofColumns.PLACE.is(count_if(ProofColumns.IS_IDEAL.col())))
                .head());
    long customers = counted.count(ProofColumns.CHOSEN_CUSTOMERS);
    if (customers == 0) {
      return Optional.empty();
    }
    long ideal = counted.count(ProofColumns.PLACE);
    SortedMap<Double, Long> sizes = Backtest.sizes(customers, ideal, shares);
    List<Backtest.RankedSlice> slices =
        sums(SelectionBaselines.of(known, outcomes), sizes).collectAsList().stream()
            .map(row -> slice(new RowReader(row)))
            .toList();
    return Optional.of(new Backtest(sizes, ideal, slices));
  }

  private static Backtest.RankedSlice slice(RowReader cells) {
    return new Backtest.RankedSlice(
        cells.text(ProofColumns.METHOD).orElseThrow(),
        cells.count(ProofColumns.SIZE_CLASS),
        cells.count(ProofColumns.FIT_CLASS),
        cells.flag(ProofColumns.IS_IDEAL),
        OutcomeSums.of(cells));
  }

  private static Dataset<Row> sums(Dataset<Row> ranked, SortedMap<Double, Long> sizes) {
    Column net = ProofColumns.LATER_NET.col().cast(DataTypes.DoubleType);
    return ranked
        .groupBy(
            ProofColumns.METHOD.col(),
            ProofColumns.SIZE_CLASS.is(sizeClass(ProofColumns.PLACE.col(), sizes)),
            ProofColumns.FIT_CLASS.is(sizeClass(CohortColumns.RANK.col(), sizes)),
            ProofColumns.IS_IDEAL.col())
        .agg(
            ProofColumns.CHOSEN_CUSTOMERS.is(count(lit(1))),
            ProofColumns.LATER_NET.is(sum(ProofColumns.LATER_NET.col())),
            ProofColumns.LATER_SQUARES.is(sum(net.multiply(net))),
            ProofColumns.LATER_MARGIN.is(sum(ProofColumns.LATER_MARGIN.col())),
            ProofColumns.LATER_ORDERS.is(sum(ProofColumns.LATER_ORDERS.col())),
            ProofColumns.LATER_BUYERS.is(count_if(ProofColumns.LATER_ORDERS.col().gt(0))),
            ProofColumns.LATER_REFERRALS.is(sum(ProofColumns.LATER_REFERRALS.col())));
  }

  private static Column sizeClass(Column place, SortedMap<Double, Long> sizes) {
    Column smaller = lit(0);
    for (long size : sizes.values().stream().distinct().toList()) {
      smaller = smaller.plus(when(place.gt(size), 1).otherwise(0));
    }
    return smaller;
  }
}
