package dev.dangol.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a windowed column: a stem and the days of its window, as in orders_90d.
 *
 * @param stem what is measured, without a time
 * @param days how long the window is
 */
public record WindowedName(String stem, int days) {
  private static final Pattern SHAPE = Pattern.compile("(.+)_(\\d{1,9})d");
  private static final String TO_DATE = "_lifetime";

  /** Reads a column's name; empty where it has no window. */
  public static Optional<WindowedName> of(String column) {
    Matcher windowed = SHAPE.matcher(column);
    return windowed.matches()
        ? Optional.of(new WindowedName(windowed.group(1), Integer.parseInt(windowed.group(2))))
        : Optional.empty();
  }

  /** The name over a window of what another column, such as orders_lifetime, holds to date. */
  static WindowedName over(int days, String column) {
    return new WindowedName(column.replaceFirst(TO_DATE + "$", ""), days);
  }

  /** The column's name with another window in place of its own; the same where it has none. */
  public static String withDays(int days, String column) {
    return of(column).map(name -> new WindowedName(name.stem(), days).column()).orElse(column);
  }

  public String column() {
    return stem + "_" + days + "d";
  }

  /** The name of the column that holds the same to date, if there is one. */
  public String toDate() {
    return stem + TO_DATE;
  }
}
