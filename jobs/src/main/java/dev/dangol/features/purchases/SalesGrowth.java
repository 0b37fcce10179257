package dev.dangol.features.purchases;

import dev.dangol.features.fold.FoldedCells;

/**
 * Growth of one customer's net sales, independent of their size. The longest window is compared
 * with as many days before it.
 */
final class SalesGrowth {
  private final int asOf;
  private final int window;
  private long now;
  private long before;

  /**
   * No day yet.
   *
   * @param asOf the day that is described, in days since 1970
   * @param window in days
   */
  SalesGrowth(int asOf, int window) {
    this.asOf = asOf;
    this.window = window;
  }

  void clear() {
    now = 0;
    before = 0;
  }

  /** Adds the net sales of a day, in ten-thousandths. */
  void add(int day, long net) {
    int ago = asOf - day;
    if (ago < window) {
      now = Math.addExact(now, net);
    } else if (ago < 2L * window) {
      before = Math.addExact(before, net);
    }
  }

  /** Gives the growth; nothing where there is nothing to compare, or the customer is too new. */
  void end(FoldedCells cells, int firstDay) {
    double size = Math.abs((double) now) + Math.abs((double) before);
    if (asOf - firstDay >= window && size > 0) {
      cells.number(((double) now - (double) before) / size);
    } else {
      cells.none();
    }
  }
}
