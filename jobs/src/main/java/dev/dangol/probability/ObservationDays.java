package dev.dangol.probability;

import dev.dangol.table.AsOf;
import java.util.List;

/**
 * Observation days: the days on which people are looked at.
 *
 * @param taught the day of the people who train the model
 * @param tested the day of the people who test it, at least the horizon later
 * @param described the day of the people who are scored
 */
public record ObservationDays(AsOf taught, AsOf tested, AsOf described) {
  /** Each a horizon before the next. */
  public static ObservationDays before(AsOf described, int horizonDays) {
    return new ObservationDays(
        described.minusDays(2L * horizonDays), described.minusDays(horizonDays), described);
  }

  /** The three days, the earliest first. */
  public List<AsOf> inOrder() {
    return List.of(taught, tested, described);
  }
}
