package dev.dangol.features.purchases;

import dev.dangol.features.fold.FoldedCells;
import dev.dangol.table.Field;
import dev.dangol.table.features.RhythmColumns;
import java.util.Arrays;
import java.util.List;

/** Rhythm of one customer's purchase days, which come in order; gaps lie between two neighbours. */
final class PurchaseRhythm {
  /** The measures, in the order in which they are given. */
  static final List<Field> FIELDS =
      List.of(
          RhythmColumns.MEAN_GAP_DAYS,
          RhythmColumns.MEDIAN_GAP_DAYS,
          RhythmColumns.GAP_VARIABILITY,
          RhythmColumns.EXPECTED_NEXT_ORDER_ON,
          RhythmColumns.OVERDUE_RATIO,
          RhythmColumns.SECOND_ORDER_DAYS);

  private final int asOf;
  private int[] days = new int[64];
  private int size;

  /** No day yet, as of a day in days since 1970. */
  PurchaseRhythm(int asOf) {
    this.asOf = asOf;
  }

  void clear() {
    size = 0;
  }

  /** Adds a day later than all before it. */
  void add(int day) {
    if (size == days.length) {
      days = Arrays.copyOf(days, 2 * size);
    }
    days[size++] = day;
  }

  /** The number of purchase days. */
  int days() {
    return size;
  }

  /** The first purchase day; there must be one. */
  int first() {
    return days[0];
  }

  /** The latest purchase day; there must be one. */
  int last() {
    return days[size - 1];
  }

  /** Gives the measures; nothing without a second day. */
  void end(FoldedCells cells) {
    if (size < 2) {
      FIELDS.forEach(field -> cells.none());
      return;
    }
    int[] gaps = gaps();
    int repeats = gaps.length;
    double median = (gaps[(repeats - 1) / 2] + gaps[repeats / 2]) / 2.0;
    long sum = (long) last() - first();
    cells.number((double) sum / repeats);
    cells.number(median);
    double spread = repeats * squares(gaps) - sum * sum;
    cells.number(Math.sqrt(spread) / sum);
    cells.day(last() + (int) Math.floor(median + 0.5));
    cells.number((asOf - last()) / median);
    cells.count(days[1] - days[0]);
  }

  /** The days between neighbours, the shortest first. */
  private int[] gaps() {
    int[] gaps = new int[size - 1];
    for (int place = 0; place < gaps.length; place++) {
      gaps[place] = days[place + 1] - days[place];
    }
    Arrays.sort(gaps);
    return gaps;
  }

  /** Whole numbers as far as they go: gaps that are all alike vary by 0 and nothing else. */
  private static long squares(int[] gaps) {
    long squares = 0;
    for (int gap : gaps) {
      squares += (long) gap * gap;
    }
    return squares;
  }
}
