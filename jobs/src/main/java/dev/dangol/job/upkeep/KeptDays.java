package dev.dangol.job.upkeep;

import dev.dangol.config.KeepSettings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Choice of the snapshot days that stay. A day stays where any of the rules keeps it: it is one of
 * the last days, or the last one described of one of the last months or years. They are counted
 * back from the newest day, which always stays.
 */
final class KeptDays {
  private final KeepSettings keep;

  KeptDays(KeepSettings keep) {
    this.keep = keep;
  }

  /** The days that no rule keeps, in order; none where no rule is set. */
  SortedSet<LocalDate> expired(Collection<LocalDate> described) {
    TreeSet<LocalDate> expired = new TreeSet<>(described);
    if (expired.isEmpty() || isEndless()) {
      return new TreeSet<>();
    }
    TreeSet<LocalDate> kept = new TreeSet<>();
    kept.add(expired.last());
    lastOf(expired, keep.days(), LocalDate::toEpochDay, kept);
    lastOf(expired, keep.months(), KeptDays::month, kept);
    lastOf(expired, keep.years(), LocalDate::getYear, kept);
    expired.removeAll(kept);
    return expired;
  }

  private boolean isEndless() {
    return keep.days().isEmpty() && keep.months().isEmpty() && keep.years().isEmpty();
  }

  private static long month(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return month.getYear() * 12L + month.getMonthValue();
  }

  /** Adds the last day described of each of the last periods. */
  private static void lastOf(
      NavigableSet<LocalDate> days,
      OptionalInt count,
      ToLongFunction<LocalDate> period,
      SortedSet<LocalDate> kept) {
    if (count.isEmpty()) {
      return;
    }
    long newest = period.applyAsLong(days.last());
    long last = Long.MAX_VALUE;
    for (LocalDate day : days.descendingSet()) {
      long its = period.applyAsLong(day);
      if (its < last && its > newest - count.getAsInt()) {
        kept.add(day);
      }
      last = its;
    }
  }
}
