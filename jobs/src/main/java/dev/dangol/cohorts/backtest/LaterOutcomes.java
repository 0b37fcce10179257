package dev.dangol.cohorts.backtest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.PairColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProofColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.ReferralSource;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Outcomes of customers after the cut-off, up to the as-of day. */
public final class LaterOutcomes {
  private LaterOutcomes() {}

  /**
   * One row per customer with any outcome: net sales, margin as far as it is known, orders, and
   * referrals that have become customers. A refund belongs to the day of the order that it names,
   * so that of an earlier order is not later; a referral that was made before and converted later
   * is not either.
   *
   * @param days purchases of each customer by day, up to the as-of day
   * @param pairs referrals to date, each pair of people once; empty where they are not configured
   */
  public static Dataset<Row> of(Dataset<Row> days, Optional<Dataset<Row>> pairs, AsOf cut) {
    Dataset<Row> bought = purchases(days, cut);
    return pairs
        .map(all -> bought.join(referrals(all, cut), SharedColumns.CUSTOMER_ID.name(), "full"))
        .orElseGet(
            () ->
                bought.withColumn(
                    ProofColumns.LATER_REFERRALS.name(),
                    ProofColumns.LATER_REFERRALS.nullColumn()));
  }

  private static Dataset<Row> purchases(Dataset<Row> days, AsOf cut) {
    return days.where(DayColumns.COUNTED_ON.col().gt(cut.column()))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            ProofColumns.LATER_NET.is(MoneyArithmetic.amount(sum(DayColumns.NET.col()))),
            ProofColumns.LATER_MARGIN.is(MoneyArithmetic.amount(sum(DayColumns.MARGIN.col()))),
            ProofColumns.LATER_ORDERS.is(sum(DayColumns.ORDERS.col())));
  }

  private static Dataset<Row> referrals(Dataset<Row> pairs, AsOf cut) {
    Column later = ReferralSource.REFERRED_AT.col().geq(lit(cut.end()));
    return pairs
        .where(PairColumns.LEADS.col().and(PairColumns.HAS_CONVERTED.col()).and(later))
        .groupBy(SharedColumns.CUSTOMER_ID.is(ReferralSource.REFERRER_ID.col()))
        .agg(ProofColumns.LATER_REFERRALS.is(count(lit(1))));
  }

  /** The customers of the cut-off with their later outcomes; 0 where they did nothing. */
  static Dataset<Row> of(Dataset<Row> customers, Dataset<Row> outcomes) {
    return customers
        .join(outcomes, SharedColumns.CUSTOMER_ID.name(), "left")
        .withColumn(
            ProofColumns.LATER_NET.name(),
            ProofColumns.LATER_NET.is(coalesce(ProofColumns.LATER_NET.col(), lit(0))))
        .withColumn(
            ProofColumns.LATER_ORDERS.name(),
            ProofColumns.LATER_ORDERS.is(coalesce(ProofColumns.LATER_ORDERS.col(), lit(0))));
  }
}
