package dev.dangol.features.purchases;

import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.features.fold.WindowRings;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Sums over the orders of one customer, by ring of days. Of each sum the orders are counted that
 * had a part in it, and those whose part is not known.
 */
final class OrderSums {
  private static final List<OrderSum> WINDOWED = OrderSum.windowed();

  private final List<Integer> windows;
  private final WindowRings rings;
  private final double marginShare;
  private final long[] sums;
  private final long[] known;
  private final long[] unknown;

  /**
   * No order yet.
   *
   * @param rings those of the windows
   * @param marginShare share of net sales that is margin where lines carry no cost; not a number
   *     where that is not known
   */
  OrderSums(List<Integer> windows, WindowRings rings, double marginShare) {
    int size = OrderSum.ALL.size() * rings.size();
    this.windows = windows;
    this.rings = rings;
    this.marginShare = marginShare;
    this.sums = new long[size];
    this.known = new long[size];
    this.unknown = new long[size];
  }

  void clear() {
    Arrays.fill(sums, 0);
    Arrays.fill(known, 0);
    Arrays.fill(unknown, 0);
  }

  /** Adds an order on its day. */
  void add(OrderTotals book, int order, int day) {
    int ring = rings.of(day);
    long list = book.list(order);
    long discount = book.discount(order);
    if (book.isBought(order)) {
      add(OrderSum.ORDERS, ring, 1);
      add(OrderSum.PRICED, ring, discount == PurchaseLine.UNKNOWN ? 0 : 1);
      add(OrderSum.REDUCED, ring, discount > 0 ? 1 : 0);
      add(OrderSum.PROMOTED, ring, book.isPromoted(order) ? 1 : 0);
    }
    add(OrderSum.NET, ring, book.net(order));
    add(OrderSum.GROSS, ring, book.gross(order));
    add(OrderSum.REFUNDED, ring, book.refunded(order));
    add(OrderSum.LIST, ring, list);
    add(OrderSum.DISCOUNT, ring, discount);
    add(OrderSum.MARGIN, ring, book.margin(order, marginShare));
    add(OrderSum.QUANTITY, ring, book.quantity(order));
    if (discount > 0) {
      add(OrderSum.DISCOUNTED, ring, discount);
      add(OrderSum.DISCOUNTED_LIST, ring, list);
    }
  }

  private void add(OrderSum sum, int ring, long amount) {
    int place = sum.place() * rings.size() + ring;
    if (amount == PurchaseLine.UNKNOWN) {
      unknown[place]++;
    } else {
      sums[place] = Math.addExact(sums[place], amount);
      known[place]++;
    }
  }

  /** Gives all sums, in the order of {@link OrderSum#fields}. */
  void end(FoldedCells cells) {
    for (OrderSum sum : OrderSum.ALL) {
      int from = sum.place() * rings.size();
      put(cells, sum, numbers -> rings.sum(numbers, from));
    }
    for (int window : windows) {
      for (OrderSum sum : WINDOWED) {
        int from = sum.place() * rings.size();
        put(cells, sum, numbers -> rings.sum(numbers, from, window));
      }
    }
  }

  private void put(FoldedCells cells, OrderSum sum, ToLongFunction<long[]> ofSpan) {
    if (sum.isKnown(ofSpan.applyAsLong(known), ofSpan.applyAsLong(unknown))) {
      cells.count(ofSpan.applyAsLong(sums));
    } else {
      cells.none();
    }
  }
}
