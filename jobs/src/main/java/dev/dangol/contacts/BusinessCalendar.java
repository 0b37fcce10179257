package dev.dangol.contacts;

import dev.dangol.config.BusinessHoursSettings;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Calendar of business hours. A span over a change of the clock has its real length.
 *
 * @param hours the hours, days and holidays
 * @param zone the time zone of the business
 */
record BusinessCalendar(BusinessHoursSettings hours, ZoneId zone) implements Serializable {

  /**
   * The microseconds of business hours between two times, as far as they are asked for.
   *
   * @param from microseconds since 1970
   * @param to the same, not before it
   * @param enough no more than so many are counted
   */
  long between(long from, long to, long enough) {
    LocalDate last = day(to);
    long counted = 0;
    for (LocalDate day = day(from); !day.isAfter(last) && counted < enough; day = day.plusDays(1)) {
      if (hours.days().contains(day.getDayOfWeek()) && !hours.holidays().contains(day)) {
        long begin = Math.max(from, at(day, hours.fromMinute()));
        counted += Math.max(0, Math.min(to, at(day, hours.toMinute())) - begin);
      }
    }
    return Math.min(counted, enough);
  }

  private LocalDate day(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate();
  }

  private long at(LocalDate day, int minute) {
    Instant instant = day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
