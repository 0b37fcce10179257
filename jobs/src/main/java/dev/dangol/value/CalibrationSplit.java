package dev.dangol.value;

import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where the time that models learn from is parted from the span that they are judged by.
 *
 * @param from the last day that they may learn from; the span begins after it
 * @param days how long the span is
 */
public record CalibrationSplit(LocalDate from, int days) {
  /**
   * A span before the day described.
   *
   * @param oldestAge days since the first purchase of all
   * @param wanted how long the span should be; it is at most a third of the days there are
   * @return empty where there are not even three days
   */
  public static Optional<CalibrationSplit> before(AsOf asOf, long oldestAge, int wanted) {
    int days = (int) Math.min(wanted, oldestAge / 3);
    return days < 1
        ? Optional.empty()
        : Optional.of(new CalibrationSplit(asOf.day().minusDays(days), days));
  }

  /** The day on which the span ends. */
  public LocalDate to() {
    return from.plusDays(days);
  }
}
