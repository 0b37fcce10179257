package dev.dangol.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Arrival cut-off: rows count as known that had arrived by the end of a day.
 *
 * @param all true where everything counts that has arrived by now
 * @param day the last day on which rows may have arrived; empty for the day described itself
 */
public record ArrivalCutoff(boolean all, Optional<LocalDate> day) {
  public static final ArrivalCutoff OF_THE_DAY = new ArrivalCutoff(false, Optional.empty());
  public static final ArrivalCutoff OF_NOW = new ArrivalCutoff(true, Optional.empty());

  public static ArrivalCutoff of(LocalDate day) {
    return new ArrivalCutoff(false, Optional.of(day));
  }

  /** The first moment at which a row would have arrived too late; empty where there is none. */
  public Optional<Instant> until(AsOf asOf) {
    return all ? Optional.empty() : Optional.of(day.map(asOf::on).orElse(asOf).end());
  }
}
