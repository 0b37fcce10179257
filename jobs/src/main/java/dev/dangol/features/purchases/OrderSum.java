package dev.dangol.features.purchases;

import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Sum over a customer's orders, to date and, for most, over the orders of a window of days.
 *
 * @param place its place among all, from 0
 * @param measure what is added up of each order
 * @param rule which orders must be known for it
 * @param isWindowed true where it is also made of windows
 */
record OrderSum(int place, Field measure, KnownRule rule, boolean isWindowed) {
  static final OrderSum ORDERS = windowed(0, DayColumns.ORDERS, KnownRule.NONE);
  static final OrderSum PRICED = windowed(1, DayColumns.PRICED_ORDERS, KnownRule.NONE);
  static final OrderSum REDUCED = windowed(2, DayColumns.DISCOUNTED_ORDERS, KnownRule.NONE);
  static final OrderSum PROMOTED = windowed(3, DayColumns.PROMOTED_ORDERS, KnownRule.NONE);
  static final OrderSum NET = windowed(4, DayColumns.NET, KnownRule.NONE);
  static final OrderSum GROSS = toDate(5, DayColumns.GROSS, KnownRule.NONE);
  static final OrderSum REFUNDED = toDate(6, DayColumns.REFUNDED, KnownRule.NONE);
  static final OrderSum LIST = toDate(7, DayColumns.LIST, KnownRule.ANY);
  static final OrderSum DISCOUNT = toDate(8, DayColumns.DISCOUNT, KnownRule.ANY);
  static final OrderSum MARGIN = windowed(9, DayColumns.MARGIN, KnownRule.EACH);
  static final OrderSum QUANTITY = windowed(10, DayColumns.QUANTITY, KnownRule.ANY);
  static final OrderSum DISCOUNTED = windowed(11, DayColumns.DISCOUNTED, KnownRule.ANY);
  static final OrderSum DISCOUNTED_LIST = windowed(12, DayColumns.DISCOUNTED_LIST, KnownRule.ANY);

  /** All of them, by place. */
  static final List<OrderSum> ALL =
      List.of(
          ORDERS,
          PRICED,
          REDUCED,
          PROMOTED,
          NET,
          GROSS,
          REFUNDED,
          LIST,
          DISCOUNT,
          MARGIN,
          QUANTITY,
          DISCOUNTED,
          DISCOUNTED_LIST);

  /** Names of sums begin with it: they are on the way to a feature, and none themselves. */
  static final String PREFIX = "_";

  /** Orders whose part must be known for the sum to be: none of them, any, or each. */
  enum KnownRule {
    NONE,
    ANY,
    EACH
  }

  private static OrderSum windowed(int place, Field measure, KnownRule rule) {
    return new OrderSum(place, measure, rule, true);
  }

  private static OrderSum toDate(int place, Field measure, KnownRule rule) {
    return new OrderSum(place, measure, rule, false);
  }

  /** The sums of a window, in order. */
  static List<OrderSum> windowed() {
    return ALL.stream().filter(OrderSum::isWindowed).toList();
  }

  /** All sums, those to date first. */
  static List<Field> fields(List<Integer> windows) {
    List<Field> fields = new ArrayList<>();
    ALL.forEach(sum -> fields.add(sum.toDate()));
    for (int window : windows) {
      windowed().forEach(sum -> fields.add(sum.within(window)));
    }
    return fields;
  }

  private Field toDate() {
    return measure.renamed(PREFIX + measure.name(), measure.meaning());
  }

  private Field within(int window) {
    return measure.renamed(PREFIX + measure.name() + "_" + window + "d", measure.meaning());
  }

  /**
   * True where the sum is known.
   *
   * @param known the orders with a part in it
   * @param unknown the orders whose part is not known
   */
  boolean isKnown(long known, long unknown) {
    return switch (rule) {
      case NONE -> true;
      case ANY -> known > 0;
      case EACH -> unknown == 0;
    };
  }

  /** The sum over all orders to date. */
  Column all() {
    return toDate().col();
  }

  /** The sum over the orders of a window. */
  Column of(int window) {
    return within(window).col();
  }
}
