package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Business hours, in the time zone of the business.
 *
 * @param days the days of the week on which it answers
 * @param fromMinute the minute of the day at which it begins
 * @param toMinute the minute at which it ends, after that; 1440 for the end of the day
 * @param holidays days on which it does not
 */
public record BusinessHoursSettings(
    Set<DayOfWeek> days, int fromMinute, int toMinute, Set<LocalDate> holidays)
    implements Serializable {
  private static final int DAY = 24 * 60;
  private static final String TO = "to";

  private static final ValueRule<DayOfWeek> WEEKDAY =
      ValueRule.of(
          "one of mon tue wed thu fri sat sun",
          DayOfWeek.MONDAY,
          text ->
              Arrays.stream(DayOfWeek.values()).filter(day -> name(day).equals(text)).findAny());
  private static final ValueRule<Integer> BEGIN =
      ValueRule.of(
          "a time of day written as 09:00", 0, text -> minute(text).filter(at -> at < DAY));
  private static final ValueRule<Integer> END =
      ValueRule.of("a time of day written as 18:00, or 24:00", DAY, BusinessHoursSettings::minute);

  public BusinessHoursSettings {
    days = Set.copyOf(days);
    holidays = Set.copyOf(holidays);
  }

  /** Reads the section {@code contacts.business-hours}. */
  static BusinessHoursSettings read(ConfigSection hours) {
    Set<DayOfWeek> days = hours.many("days", WEEKDAY).stream().collect(Collectors.toSet());
    int from = hours.one("from", BEGIN);
    int to = hours.one(TO, END);
    if (to <= from) {
      hours.fault(TO, hours.name(TO) + " must be after " + hours.name("from") + ".");
    }
    List<LocalDate> holidays = hours.any("holidays", TextRules.DAY);
    return new BusinessHoursSettings(days, from, to, Set.copyOf(holidays));
  }

  /** A day of the week as settings and tables call it: mon to sun. */
  public static String name(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static Optional<Integer> minute(String text) {
    if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d|24:00")) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(text.substring(0, 2));
    return Optional.of(60 * hour + Integer.parseInt(text.substring(3)));
  }
}
