package dev.dangol.features.purchases;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.features.fold.WindowRings;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Orders of a customer: when they bought, the rhythm of it, growth, and sums to date and by window.
 * Lines make orders as {@link PurchaseOrders} has it, and orders purchase days as {@link
 * PurchaseDays} has it. All of it is nothing for a customer with nothing but refunds.
 *
 * @param windows in days
 * @param halfLife days after which what happened counts half in the columns that fade
 * @param marginShare share of net sales that is margin where lines carry no cost; not a number
 *     where that is not known
 */
record OrderFold(List<Integer> windows, int halfLife, double marginShare) implements FoldedFamily {
  /** Net sales of all purchase days but the first, in ten-thousandths. */
  static final Field REPEAT_NET =
      Field.units(OrderSum.PREFIX + "repeat_net", "Net sales of repeat purchase days.");

  /** Measures of a customer who has bought. */
  private static final List<Field> TIMES =
      List.of(
          FeatureColumns.FIRST_ORDER_ON,
          FeatureColumns.LAST_ORDER_ON,
          FeatureColumns.FREQUENCY,
          FeatureColumns.RECENCY_DAYS,
          FeatureColumns.AGE_DAYS,
          FeatureColumns.DAYS_SINCE_LAST_ORDER,
          REPEAT_NET);

  OrderFold {
    windows = List.copyOf(windows);
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    Stream.of(
            TIMES,
            PurchaseRhythm.FIELDS,
            List.of(SalesColumns.SALES_GROWTH),
            DecayedOrders.FIELDS,
            OrderSum.fields(windows))
        .flatMap(List::stream)
        .forEach(field -> fields.add(field.nullable()));
    return fields;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new OrderAccumulator(this, asOf);
  }

  /** Accumulator of orders; they are added up once all lines have come. */
  private static final class OrderAccumulator implements CustomerAccumulator {
    private final int asOf;
    private final OrderTotals book = new OrderTotals();
    private final PurchaseRhythm rhythm;
    private final OrderSums sums;
    private final SalesGrowth growth;
    private final DecayedOrders decayed;
    private final int width;

    OrderAccumulator(OrderFold fold, int asOf) {
      List<Integer> windows = fold.windows();
      int longest = windows.stream().mapToInt(Integer::intValue).max().orElse(1);
      this.asOf = asOf;
      this.rhythm = new PurchaseRhythm(asOf);
      this.sums = new OrderSums(windows, new WindowRings(asOf, windows), fold.marginShare());
      this.growth = new SalesGrowth(asOf, longest);
      this.decayed = new DecayedOrders(asOf, fold.halfLife());
      this.width = fold.fields().size();
    }

    @Override
    public void begin() {
      book.clear();
      rhythm.clear();
      sums.clear();
      growth.clear();
      decayed.clear();
    }

    @Override
    public void purchase(PurchaseLine line) {
      book.buy(line);
    }

    @Override
    public void refund(PurchaseLine line) {
      book.refund(line);
    }

    @Override
    public void end(FoldedCells cells) {
      if (!book.anyBought()) {
        for (int cell = 0; cell < width; cell++) {
          cells.none();
        }
        return;
      }
      long repeats = addUp();
      cells.day(rhythm.first());
      cells.day(rhythm.last());
      cells.count(rhythm.days() - 1);
      cells.count(rhythm.last() - rhythm.first());
      cells.count(asOf - rhythm.first());
      cells.count(asOf - rhythm.last());
      cells.count(repeats);
      rhythm.end(cells);
      growth.end(cells, rhythm.first());
      decayed.end(cells);
      sums.end(cells);
    }

    /** Adds up the orders day by day; gives the net sales of all purchase days but the first. */
    private long addUp() {
      long[] orders = book.byDay();
      long repeats = 0;
      for (int from = 0; from < orders.length; ) {
        int day = (int) (orders[from] >> Integer.SIZE);
        long net = 0;
        int bought = 0;
        int to = from;
        for (; to < orders.length && (int) (orders[to] >> Integer.SIZE) == day; to++) {
          int order = (int) orders[to];
          sums.add(book, order, day);
          net = Math.addExact(net, book.net(order));
          bought += book.isBought(order) ? 1 : 0;
        }
        growth.add(day, net);
        decayed.add(day, bought, net);
        if (bought > 0) {
          repeats = rhythm.days() == 0 ? 0 : Math.addExact(repeats, net);
          rhythm.add(day);
        }
        from = to;
      }
      return repeats;
    }
  }
}
