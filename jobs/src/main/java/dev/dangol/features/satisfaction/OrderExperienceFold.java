package dev.dangol.features.satisfaction;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.DeliveredLine;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.OrderNumbers;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SatisfactionColumns;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Experience of a customer's orders as known on a day: their number, refunds and deliveries. How
 * often, how lately and for how much they bought is beside it. All of it is nothing for a customer
 * who had not bought by then. A refund that names an order of the customer belongs to it, and one
 * that names none is a fault of no order.
 *
 * @param day the day of the pass by which rows are known
 */
public record OrderExperienceFold(FoldedDay day) implements FoldedFamily {
  private static final List<Field> FIELDS =
      List.of(
          SatisfactionColumns.ORDERS,
          ExperienceColumns.REFUNDED_ORDERS,
          ExperienceColumns.REFUNDED_ON,
          SatisfactionColumns.DELIVERIES,
          SatisfactionColumns.LATE_DELIVERIES,
          ExperienceColumns.LATE_ON,
          FeatureColumns.LAST_ORDER_ON,
          FeatureColumns.FREQUENCY,
          DayColumns.NET);

  @Override
  public List<Field> fields() {
    return FIELDS.stream().map(this::of).toList();
  }

  /** The column that holds a measure of the day. */
  Field of(Field measure) {
    return day.of(measure);
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new ExperienceAccumulator(day);
  }

  /** Accumulator of the orders of one customer, in a few arrays. */
  private static final class ExperienceAccumulator implements CustomerAccumulator {
    private static final int NEVER = Integer.MAX_VALUE;

    private final FoldedDay day;
    private final OrderNumbers orders = new OrderNumbers();
    private int[] boughtOn = new int[64];
    private int[] refundedOn = new int[64];
    private int[] lateOn = new int[64];
    private long judged;
    private long late;
    private long net;

    ExperienceAccumulator(FoldedDay day) {
      this.day = day;
    }

    @Override
    public void begin() {
      orders.clear();
      judged = 0;
      late = 0;
      net = 0;
    }

    @Override
    public void delivery(DeliveredLine line) {
      if (!line.isKnown(day)) {
        return;
      }
      int order = order(line);
      net = Math.addExact(net, line.net());
      if (line.isBought()) {
        boughtOn[order] = Math.min(boughtOn[order], line.day());
      }
      if (line.namesOrder()) {
        refundedOn[order] = Math.min(refundedOn[order], line.day());
      }
      judged += line.isJudged(day) ? 1 : 0;
      if (line.isLate(day)) {
        late++;
        lateOn[order] = Math.min(lateOn[order], line.promisedOn());
      }
    }

    private int order(DeliveredLine line) {
      int known = orders.size();
      int order = orders.of(line);
      if (order == boughtOn.length) {
        boughtOn = Arrays.copyOf(boughtOn, 2 * order);
        refundedOn = Arrays.copyOf(refundedOn, 2 * order);
        lateOn = Arrays.copyOf(lateOn, 2 * order);
      }
      if (order == known) {
        boughtOn[order] = NEVER;
        refundedOn[order] = NEVER;
        lateOn[order] = NEVER;
      }
      return order;
    }

    @Override
    public void end(FoldedCells cells) {
      int[] days = Arrays.stream(boughtOn, 0, orders.size()).filter(on -> on != NEVER).toArray();
      if (days.length == 0) {
        FIELDS.forEach(field -> cells.none());
        return;
      }
      long refunded = 0;
      TreeSet<Integer> refunds = new TreeSet<>();
      TreeSet<Integer> lateDays = new TreeSet<>();
      for (int order = 0; order < orders.size(); order++) {
        if (boughtOn[order] != NEVER && refundedOn[order] != NEVER) {
          refunded++;
          refunds.add(refundedOn[order]);
        }
        if (lateOn[order] != NEVER) {
          lateDays.add(lateOn[order]);
        }
      }
      cells.count(days.length);
      cells.count(refunded);
      cells.days(refunds);
      cells.count(judged);
      cells.count(late);
      cells.days(lateDays);
      Arrays.sort(days);
      cells.day(days[days.length - 1]);
      cells.count(Arrays.stream(days).distinct().count() - 1);
      cells.count(net);
    }
  }
}
