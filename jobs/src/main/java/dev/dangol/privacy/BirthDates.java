package dev.dangol.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Birth dates as people write them: 1990-01-02, 1990. 1. 2., 1990/1/2, 19900102. */
public final class BirthDates {
  private static final Pattern APART =
      Pattern.compile("(\\d{4})\\s*[-./년]\\s*(\\d{1,2})\\s*[-./월]\\s*(\\d{1,2})(?:\\D.*)?");
  private static final Pattern TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private BirthDates() {}

  /** The day; empty for a text that names none. */
  public static Optional<LocalDate> day(String text) {
    return day(APART.matcher(text.strip())).or(() -> day(TOGETHER.matcher(text.strip())));
  }

  private static Optional<LocalDate> day(Matcher parts) {
    try {
      return parts.matches()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(parts.group(1)),
                  Integer.parseInt(parts.group(2)),
                  Integer.parseInt(parts.group(3))))
          : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
