package dev.dangol.sample.people;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The two years that the shop's files cover, in its local wall time. Inside the sample a moment is
 * a number of days since the start, so that processes are drawn in one continuous time.
 */
public final class SamplePeriod {
  public static final LocalDate START = LocalDate.of(2024, 1, 1);
  public static final LocalDate END = LocalDate.of(2026, 1, 1);
  public static final double DAYS = END.toEpochDay() - START.toEpochDay();
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  /** Purchases in each month, against the mean: gifts at new year, sales in November. */
  private static final double[] SEASON = {
    1.0, 0.85, 0.95, 0.95, 1.05, 0.95, 0.9, 0.85, 1.0, 1.0, 1.2, 1.3
  };

  static final double BUSIEST = 1.3;
  private static final double NIGHT = 0.04;
  private static final int MINUTES_PER_HOUR = 60;

  private SamplePeriod() {}

  static LocalDate dayOf(double day) {
    return START.plusDays((long) Math.floor(day));
  }

  static double season(double day) {
    return SEASON[dayOf(day).getMonthValue() - 1];
  }

  /**
   * The minute at which something happens: the fraction of the day is bent to the hours in which
   * people are awake, later for evening people, and never changes the order of two moments.
   *
   * @param evening 0 for a morning person, 1 for an evening person
   */
  static LocalDateTime at(double day, double evening) {
    double fraction = day - Math.floor(day);
    double hour =
        fraction < NIGHT
            ? 7 * fraction / NIGHT
            : 7 + 17 * Math.pow((fraction - NIGHT) / (1 - NIGHT), 1.1 - 0.6 * evening);
    long minute = Math.min((long) (hour * MINUTES_PER_HOUR), 24L * MINUTES_PER_HOUR - 1);
    return dayOf(day).atStartOfDay().plusMinutes(minute);
  }

  /** The moment with its offset, as web services write it. */
  public static String iso(LocalDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ZONE));
  }

  static long millis(LocalDateTime at) {
    return at.atZone(ZONE).toInstant().toEpochMilli();
  }

  public static long seconds(LocalDateTime at) {
    return at.atZone(ZONE).toEpochSecond();
  }

  public static boolean covers(LocalDateTime at) {
    return at.isBefore(END.atStartOfDay());
  }
}
