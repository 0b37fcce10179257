package dev.dangol.cohorts.backtest;

import dev.dangol.table.results.ProofColumns;
import java.util.Map;
import java.util.TreeMap;

/** Reasons for results of the backtest that could not be computed. */
final class BacktestReasons {
  private BacktestReasons() {}

  /** The reason by column or method. */
  static Map<String, String> of(Backtest gains) {
    Map<String, String> reasons = new TreeMap<>();
    OutcomeSums all = gains.everyone();
    if (gains.idealSize() == 0) {
      reasons.put(SelectionBaselines.IDEAL, "No customer was in the ideal cohort at the cut-off.");
    }
    if (!gains.ranks(SelectionBaselines.CLV)) {
      reasons.put(
          SelectionBaselines.CLV, "Purchases or spend could not be modelled at the cut-off.");
    }
    if (all.net().signum() <= 0) {
      reasons.put(
          ProofColumns.REVENUE.name(),
          "The customers of the cut-off bought nothing after it, or refunds outweigh it.");
    }
    if (all.margin().signum() <= 0) {
      reasons.put(
          ProofColumns.MARGIN.name(),
          "No margin after the cut-off is known, or it is not positive.");
    }
    if (all.orders() == 0) {
      reasons.put(ProofColumns.ORDERS.name(), "No customer ordered after the cut-off.");
    }
    if (all.referrals() == 0) {
      reasons.put(
          ProofColumns.REFERRALS.name(),
          "No referral made after the cut-off is known to have become a customer.");
    }
    return reasons;
  }
}
