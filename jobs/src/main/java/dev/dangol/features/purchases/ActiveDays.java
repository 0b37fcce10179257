package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.features.EventColumns;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Active days as bits: 64 days in one number, a bit for each day with an event. Different days are
 * counted without a list of them.
 *
 * @param number 0 for the as-of day and the 63 before it, 1 for the 64 before those
 */
public record ActiveDays(int number) {
  private static final int DAYS = 64;
  private static final String PREFIX = "_active_";

  /** As many as the longest window needs. */
  public static List<ActiveDays> words(List<Integer> windows) {
    int longest = windows.stream().mapToInt(Integer::intValue).max().orElse(0);
    return IntStream.range(0, (longest + DAYS - 1) / DAYS).mapToObj(ActiveDays::new).toList();
  }

  public Field field() {
    return Field.count(PREFIX + number, "Days with an event, a bit for each.");
  }

  /** The days of a group's rows, given how long ago each of them was. */
  public Column mark(Column daysAgo) {
    Column place = daysAgo.minus(number * DAYS);
    return coalesce(bit_or(when(place.between(0, DAYS - 1), SqlText.bit(place))), lit(0L));
  }

  /** The customers with the number of days in each window, in place of the bits. */
  public static Dataset<Row> count(Dataset<Row> customers, List<Integer> windows) {
    Dataset<Row> counted = customers;
    for (int window : windows) {
      Column days = lit(0L);
      for (ActiveDays word : words(List.of(window))) {
        days = days.plus(bit_count(word.field().col().bitwiseAND(word.mask(window))));
      }
      counted =
          counted.withColumn(
              EventColumns.activeDays(window).name(), EventColumns.activeDays(window).is(days));
    }
    return counted.drop(
        words(windows).stream().map(word -> word.field().name()).toArray(String[]::new));
  }

  /** The days of this number that lie in the window. */
  private Column mask(int window) {
    int days = Math.min(DAYS, window - number * DAYS);
    return lit(days == DAYS ? -1L : (1L << days) - 1);
  }
}
