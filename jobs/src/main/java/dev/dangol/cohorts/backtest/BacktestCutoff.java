package dev.dangol.cohorts.backtest;

import dev.dangol.config.ProofSettings;
import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Cut-off day of the backtest: the earlier day on which customers are chosen again. */
public final class BacktestCutoff {
  private BacktestCutoff() {}

  /**
   * The day so many months earlier, but with at least as many days of purchases before it as after
   * it; known on the same terms as the as-of day.
   *
   * @param oldestAge days since the first purchase of all
   * @return empty where fewer days follow than are asked for
   */
  public static Optional<AsOf> before(AsOf asOf, long oldestAge, ProofSettings how) {
    LocalDate wanted = asOf.day().minusMonths(how.months());
    long days = Math.min(ChronoUnit.DAYS.between(wanted, asOf.day()), oldestAge / 2);
    return days < how.minDays() ? Optional.empty() : Optional.of(asOf.minusDays(days));
  }
}
