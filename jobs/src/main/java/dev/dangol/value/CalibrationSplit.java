package dev.dangol.value;

import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Split of time into a calibration period, which models learn from, and a holdout period.
 *
 * @param from the last day that models may learn from; the holdout period begins after it
 * @param days the length of the holdout period
 */
public record CalibrationSplit(LocalDate from, int days) {
  /**
   * A holdout period that ends on a day.
   *
   * @param oldestAge days since the first purchase of all
   * @param wanted the wished length of the period; it is at most a third of the days there are
   * @return empty where there are not even three days
   */
  public static Optional<CalibrationSplit> before(AsOf asOf, long oldestAge, int wanted) {
    int days = (int) Math.min(wanted, oldestAge / 3);
    return days < 1
        ? Optional.empty()
        : Optional.of(new CalibrationSplit(asOf.day().minusDays(days), days));
  }

  /** The day on which the holdout period ends. */
  public LocalDate to() {
    return from.plusDays(days);
  }
}
