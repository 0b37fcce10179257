package dev.dangol.features.purchases;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.DeliveredLine;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Days of a customer with orders or refunds, in order, with the sums of each. Lines make orders and
 * orders days as {@link PurchaseDays} has it.
 *
 * @param marginShare share of net sales that is margin where lines carry no cost; not a number
 *     where that is not known
 */
record DayFold(double marginShare) implements FoldedFamily {
  @Override
  public List<Field> fields() {
    return List.of(DayColumns.DAYS);
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new DayAccumulator(marginShare);
  }

  /** Accumulator of orders; they are put together to days once all lines have come. */
  private static final class DayAccumulator implements CustomerAccumulator {
    private final OrderTotals totals = new OrderTotals();
    private final double marginShare;

    DayAccumulator(double marginShare) {
      this.marginShare = marginShare;
    }

    @Override
    public void begin() {
      totals.clear();
    }

    @Override
    public void delivery(DeliveredLine line) {
      if (!line.isKnown(FoldedDay.DESCRIBED)) {
        return;
      }
      if (line.isBought()) {
        totals.buy(line);
      } else {
        totals.refund(line);
      }
    }

    @Override
    public void end(FoldedCells cells) {
      long[] orders = totals.byDay();
      List<Object[]> days = new ArrayList<>();
      for (int from = 0; from < orders.length; ) {
        int day = (int) (orders[from] >> Integer.SIZE);
        int to = from;
        while (to < orders.length && (int) (orders[to] >> Integer.SIZE) == day) {
          to++;
        }
        days.add(day(day, orders, from, to));
        from = to;
      }
      cells.structs(days);
    }

    /** The cells of {@link DayColumns#DAYS}: day, orders, net, gross, margin. */
    private Object[] day(int day, long[] orders, int from, int to) {
      long bought = 0;
      long net = 0;
      long gross = 0;
      Long margin = 0L;
      for (int place = from; place < to; place++) {
        int order = (int) orders[place];
        bought += totals.isBought(order) ? 1 : 0;
        net = Math.addExact(net, totals.net(order));
        gross = Math.addExact(gross, totals.gross(order));
        long more = totals.margin(order, marginShare);
        margin =
            margin == null || more == PurchaseLine.UNKNOWN ? null : Math.addExact(margin, more);
      }
      return new Object[] {day, bought, net, gross, margin};
    }
  }
}
