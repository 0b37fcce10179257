package dev.dangol.features.purchases;

import dev.dangol.features.fold.FoldedCells;
import dev.dangol.table.Field;
import dev.dangol.table.features.DecayColumns;
import java.util.List;

/**
 * Orders and net sales of one customer that fade with their age. They add up the same in any order,
 * since weights are rounded to whole billionths and sales to ten-thousandths.
 */
final class DecayedOrders {
  /** Faded net sales, in ten-thousandths. */
  static final Field NET =
      Field.units(OrderSum.PREFIX + "decayed_net", "Net sales faded with their age.");

  static final List<Field> FIELDS = List.of(DecayColumns.ORDERS, NET);

  private static final long BILLION = 1_000_000_000;

  private final int asOf;
  private final int halfLife;
  private long billionths;
  private long net;

  /**
   * No order yet.
   *
   * @param asOf the day that is described, in days since 1970
   * @param halfLife days after which what happened counts half
   */
  DecayedOrders(int asOf, int halfLife) {
    this.asOf = asOf;
    this.halfLife = halfLife;
  }

  void clear() {
    billionths = 0;
    net = 0;
  }

  /**
   * Adds a day.
   *
   * @param orders orders bought on it
   * @param netOfDay their net sales, in ten-thousandths
   */
  void add(int day, int orders, long netOfDay) {
    long weight = Math.round(Math.pow(0.5, (double) (asOf - day) / halfLife) * BILLION);
    billionths = Math.addExact(billionths, orders * weight);
    net = Math.addExact(net, faded(netOfDay, weight));
  }

  /** An amount times a weight in billionths, half up, exactly for any amount. */
  private static long faded(long amount, long weight) {
    long rest = amount % BILLION * weight;
    long half = Long.signum(rest) * BILLION / 2;
    return amount / BILLION * weight + (rest + half) / BILLION;
  }

  /** Gives both, in the order of {@link #FIELDS}. */
  void end(FoldedCells cells) {
    cells.number((double) billionths / BILLION);
    cells.count(net);
  }
}
