package dev.dangol.features.purchases;

import dev.dangol.features.fold.OrderNumbers;
import dev.dangol.features.fold.PurchaseLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Orders of one customer, added up line by line in whichever order they come. Sums are in
 * ten-thousandths and lie in a few arrays, so that no object is made for an order. A sum that is
 * too large for a long fails.
 *
 * <p>A refund belongs to the order that it names. An order without a bought line is one of refunds
 * alone; it is no order of the customer's, and counts on the day of its first refund.
 */
final class OrderTotals {
  private static final int FEW = 64;
  private static final int NEVER = Integer.MAX_VALUE;

  /** Sums of an order, by their place. */
  private static final int NET = 0;

  private static final int GROSS = 1;
  private static final int REFUNDED = 2;
  private static final int LIST = 3;
  private static final int DISCOUNT = 4;
  private static final int QUANTITY = 5;
  private static final int COST = 6;
  private static final int SUMS = 7;

  /** Marks of an order beside those of the sums that are known, which are bits by their places. */
  private static final int PROMOTED = 1 << SUMS;

  private static final int UNCOSTED = PROMOTED << 1;

  private final OrderNumbers numbers = new OrderNumbers();
  private int[] boughtOn = new int[FEW];
  private int[] countedOn = new int[FEW];
  private int[] marks = new int[FEW];
  private long[] sums = new long[FEW * SUMS];
  private boolean anyBought;

  /** Forgets all orders. */
  void clear() {
    numbers.clear();
    anyBought = false;
  }

  /** True where anything was bought, rather than refunded alone. */
  boolean anyBought() {
    return anyBought;
  }

  /** Adds a line that was bought. */
  void buy(PurchaseLine line) {
    int order = order(line);
    anyBought = true;
    boughtOn[order] = Math.min(boughtOn[order], line.day());
    add(order, GROSS, line.net());
    add(order, LIST, line.list());
    add(order, DISCOUNT, line.discount());
    add(order, QUANTITY, line.quantity());
  }

  /** Adds a refund. */
  void refund(PurchaseLine line) {
    add(order(line), REFUNDED, Math.negateExact(line.net()));
  }

  private int order(PurchaseLine line) {
    int known = numbers.size();
    int order = numbers.of(line);
    if (order == known) {
      open(order);
    }
    countedOn[order] = Math.min(countedOn[order], line.day());
    add(order, NET, line.net());
    add(order, COST, line.cost());
    marks[order] |= line.isPromoted() ? PROMOTED : 0;
    marks[order] |= line.cost() == PurchaseLine.UNKNOWN ? UNCOSTED : 0;
    return order;
  }

  private void open(int order) {
    if (order == marks.length) {
      boughtOn = Arrays.copyOf(boughtOn, 2 * order);
      countedOn = Arrays.copyOf(countedOn, 2 * order);
      marks = Arrays.copyOf(marks, 2 * order);
      sums = Arrays.copyOf(sums, Math.multiplyExact(2 * order, SUMS));
    }
    boughtOn[order] = NEVER;
    countedOn[order] = NEVER;
    marks[order] = 0;
    Arrays.fill(sums, order * SUMS, order * SUMS + SUMS, 0);
  }

  private void add(int order, int place, long amount) {
    if (amount != PurchaseLine.UNKNOWN) {
      int cell = order * SUMS + place;
      sums[cell] = Math.addExact(sums[cell], amount);
      marks[order] |= 1 << place;
    }
  }

  /** The orders by day: in the upper half of each entry the day, in the lower the order. */
  long[] byDay() {
    long[] entries = new long[numbers.size()];
    for (int order = 0; order < entries.length; order++) {
      entries[order] = ((long) day(order) << Integer.SIZE) | order;
    }
    Arrays.sort(entries);
    return entries;
  }

  private int day(int order) {
    return isBought(order) ? boughtOn[order] : countedOn[order];
  }

  /** False for an order of refunds alone. */
  boolean isBought(int order) {
    return boughtOn[order] != NEVER;
  }

  boolean isPromoted(int order) {
    return (marks[order] & PROMOTED) != 0;
  }

  /** The amount paid, less refunds. */
  long net(int order) {
    return sums[order * SUMS + NET];
  }

  /** The amount paid, refunds not taken off. */
  long gross(int order) {
    return sums[order * SUMS + GROSS];
  }

  /** The amount refunded, positive. */
  long refunded(int order) {
    return sums[order * SUMS + REFUNDED];
  }

  /** The full price; {@link PurchaseLine#UNKNOWN} where no line has one. */
  long list(int order) {
    return known(order, LIST);
  }

  /** The amount taken off; {@link PurchaseLine#UNKNOWN} where no line knows. */
  long discount(int order) {
    return known(order, DISCOUNT);
  }

  /** Pieces; {@link PurchaseLine#UNKNOWN} where no line knows. */
  long quantity(int order) {
    return known(order, QUANTITY);
  }

  private long known(int order, int place) {
    boolean isKnown = (marks[order] & 1 << place) != 0;
    return isKnown ? sums[order * SUMS + place] : PurchaseLine.UNKNOWN;
  }

  /**
   * Net less cost where every line has a cost, else the share of net, rounded half-up.
   *
   * @param share the share of net sales that is margin; not a number where that is not known
   * @return {@link PurchaseLine#UNKNOWN} where neither is known
   */
  long margin(int order, double share) {
    if ((marks[order] & UNCOSTED) == 0) {
      return Math.subtractExact(net(order), sums[order * SUMS + COST]);
    }
    if (Double.isNaN(share)) {
      return PurchaseLine.UNKNOWN;
    }
    return BigDecimal.valueOf(net(order))
        .multiply(BigDecimal.valueOf(share))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
