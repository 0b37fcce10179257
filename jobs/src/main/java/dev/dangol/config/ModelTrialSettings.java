package dev.dangol.config;

import java.util.Optional;

/**
 * How models of customers are tried out, and what their answers are put beside.
 *
 * @param holdoutDays how many days before the as-of day models are judged by, at most a third of
 *     the days since the first purchase
 * @param inactiveDays a customer who has not bought for so many days counts as gone
 * @param maxSpendCorrelation how far spend and frequency may go together (Spearman's correlation of
 *     repeat buyers, without its sign) before lifetime values are not to be relied on
 * @param maxCalendarShare how many of those with three gaps or more may buy by the calendar before
 *     the base counts as bound by contract, 0 to 1
 * @param retentionBenchmark what others say of the gain from keeping more customers; empty where
 *     none is quoted
 */
public record ModelTrialSettings(
    int holdoutDays,
    int inactiveDays,
    double maxSpendCorrelation,
    double maxCalendarShare,
    Optional<BenchmarkSettings> retentionBenchmark) {

  /** The defaults, with nothing quoted. */
  public static final ModelTrialSettings USUAL =
      new ModelTrialSettings(180, 180, 0.3, 0.5, Optional.empty());
}
