package dev.dangol.testing;

import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** As-of days of tests: they end at midnight UTC, known as they were then. */
public final class TestDay {
  private TestDay() {}

  public static AsOf of(LocalDate day) {
    return new AsOf(day, ZoneOffset.UTC);
  }

  public static AsOf of(String day) {
    return of(LocalDate.parse(day));
  }
}
