package dev.dangol.cohorts.backtest;

import dev.dangol.config.ProofSettings;
import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The earlier day on which customers are chosen once more. */
public final class BacktestCutoff {
  private BacktestCutoff() {}

  /**
   * So many months before the day, but after at least as many days of purchases as follow; known on
   * the same terms as the day.
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
