package dev.dangol.config;

import java.util.Optional;

/**
 * Settings of the comparison of customer-base models, and a benchmark for their results.
 *
 * @param holdoutDays the holdout period before the as-of day that models are compared by, in days;
 *     at most a third of the days since the first purchase
 * @param inactiveDays a customer who has not bought for so many days counts as gone
 * @param maxSpendCorrelation how far spend and frequency may correlate (Spearman's correlation of
 *     repeat buyers, without its sign) before lifetime values are flagged as unreliable
 * @param maxCalendarShare how many of those with three gaps or more may buy by the calendar before
 *     the base counts as bound by contract, 0 to 1
 * @param retentionBenchmark a published figure on the gain from keeping more customers; empty for
 *     none
 */
public record ModelTrialSettings(
    int holdoutDays,
    int inactiveDays,
    double maxSpendCorrelation,
    double maxCalendarShare,
    Optional<BenchmarkSettings> retentionBenchmark) {

  /** The defaults, without a benchmark. */
  public static final ModelTrialSettings USUAL =
      new ModelTrialSettings(180, 180, 0.3, 0.5, Optional.empty());
}
