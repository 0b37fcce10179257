package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.ArrayList;
import java.util.List;

/** Columns of the tables on customer value: predicted orders, churn and lifetime value. */
public final class ValueColumns {
  public static final Field P_ALIVE =
      Field.number(
          Unit.SHARE,
          "p_alive",
          "The probability that the customer has not churned (stopped for good), 0 to 1; null for"
              + " all where no model could be fitted: plain rates say nothing of churn.");
  public static final Field EXPECTED_ORDER_VALUE =
      Field.total(
          "expected_order_value",
          "Net sales expected of a day with orders of the customer: their own mean, drawn towards"
              + " everyone's the less is known of them; null where spend could not be modelled.");
  public static final Field CLV =
      Field.total(
          "clv",
          "Predicted lifetime value: expected_net_sales times the margin; null where the margin is not"
              + " known or spend could not be modelled.");
  public static final Field EXPECTED_NET_SALES =
      Field.total(
          "expected_net_sales",
          "Net sales expected in the next value.clv-months months, discounted month by month, by the"
              + " model that value_models.chosen_for names for net_sales: orders times their value, or"
              + " what a learned model expects of a span, scaled to these months; null where spend"
              + " could not be modelled.");
  public static final Field NEXT_ORDER_ON =
      Field.day(
          "next_order_on",
          "The day by which the next order has come with a probability of one half, given that it"
              + " comes within value.clv-months months; null where that is as good as impossible,"
              + " or purchases could not be modelled.");
  public static final Field NEXT_ORDER_FROM =
      NEXT_ORDER_ON.renamed(
          "next_order_from",
          "The same with a probability of a quarter: where the window of the next order opens.");
  public static final Field NEXT_ORDER_TO =
      NEXT_ORDER_ON.renamed(
          "next_order_to",
          "The same with a probability of three quarters: where the window closes.");

  /**
   * Intermediate columns, never stored: purchase histories and the number of customers who share
   * one.
   */
  public static final Field CUSTOMERS = Field.count("customers", "The number of customers.");

  public static final Field WORTH = Field.number("worth", "Order values of customers, added up.");
  public static final Field PERIOD_ORDERS =
      Field.count("period_orders", "Purchase days in the span as long before the earlier day.");
  public static final Field CALENDAR_BUYERS =
      Field.count("calendar_buyers", "Customers who buy by the calendar.");
  public static final Field MEAN_RECENCY_DAYS =
      Field.number("mean_recency_days", "Mean days from first to latest purchase day.");
  public static final Field MEAN_AGE_DAYS =
      Field.number("mean_age_days", "Mean days from first purchase day to the as-of day.");
  public static final Field RECENCY_BIN = Field.count("recency_bin", "Whole bins of recency.");
  public static final Field AGE_BIN = Field.count("age_bin", "Whole bins of age.");
  public static final Field LATER_FREQUENCY =
      Field.count("later_frequency", "Repeat purchase days by a later day.");
  public static final Field LATER_ORDERS =
      Field.count("later_orders", "Purchase days between two days.");
  public static final Field SPEND_BIN =
      Field.count("spend_bin", "Hundredths of the logarithm of the mean spend.");
  public static final Field MEAN_SPEND = Field.number("mean_spend", "Mean of the mean spends.");
  public static final Field MEAN_LOG_SPEND =
      Field.number("mean_log_spend", "Mean logarithm of the mean spends.");
  public static final Field DISCOUNTED_ORDERS =
      Field.number("discounted_orders", "Orders expected, discounted month by month.");
  public static final Field DAYS_TO_ORDER =
      Field.number("days_to_order", "Days to the next order, as next_order_on.");
  public static final Field DAYS_TO_ORDER_FROM =
      Field.number("days_to_order_from", "Days to the next order, as next_order_from.");
  public static final Field DAYS_TO_ORDER_TO =
      Field.number("days_to_order_to", "Days to the next order, as next_order_to.");

  private static final Field EXPECTED_ORDERS =
      Field.number(
          Unit.ORDERS,
          "expected_orders",
          "Days with orders to expect of the customer in the {days} days that follow; null where"
              + " purchases could not be modelled.");
  private static final Field P_BUY =
      Field.number(
          Unit.SHARE,
          "p_buy",
          "The probability of at least one order in the {days} days that follow, 0 to 1; null where"
              + " purchases could not be modelled.");

  private ValueColumns() {}

  /** Predicted orders in that many days after the as-of day. */
  public static Field expectedOrders(int days) {
    return EXPECTED_ORDERS.windowed(days);
  }

  /** The probability of an order in that many days after the as-of day. */
  public static Field chanceOfOrder(int days) {
    return P_BUY.windowed(days);
  }

  /** The table, with the columns of each of the configured horizons, in days. */
  public static Table customerValue(List<Integer> horizons) {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                SharedColumns.AS_OF,
                SharedColumns.CUSTOMER_ID,
                P_ALIVE,
                EXPECTED_ORDER_VALUE,
                CLV,
                EXPECTED_NET_SALES,
                NEXT_ORDER_ON,
                NEXT_ORDER_FROM,
                NEXT_ORDER_TO));
    for (int days : horizons) {
      fields.addAll(List.of(expectedOrders(days), chanceOfOrder(days)));
    }
    return new Table(
        "customer_value",
        "A customer, and what to expect of them.",
        List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
        fields);
  }
}
