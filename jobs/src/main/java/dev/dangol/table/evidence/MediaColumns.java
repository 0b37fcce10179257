package dev.dangol.table.evidence;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code media}. */
public final class MediaColumns {
  public static final Field CHANNEL =
      SharedColumns.CHANNEL.renamed(
          "channel", "The channel of the messages, in small letters; null for those without one.");
  public static final Field PEOPLE =
      Field.count(Unit.PEOPLE, "people", "Customers who were sent a message in it.").asRequired();
  public static final Field SENT =
      Field.count(Unit.MESSAGES, "sent", "Messages sent in it by the day.").asRequired();
  public static final Field RESPONDED =
      Field.count(
          Unit.MESSAGES,
          "responded",
          "Those with a human response: an open, click or reply; null where no response is known.");
  public static final Field ORDERS =
      Field.count(
              Unit.ORDERS,
              "orders_after",
              "Purchases of these customers, one for each moment of buying, for which the latest"
                  + " message within the 30 days before came in this channel. They followed it;"
                  + " that it caused them is for tactic_uplift to say.")
          .asRequired();
  public static final Field COST =
      SharedColumns.COST_AMOUNT.renamed(
          "cost_amount", "The cost of its messages; null where none is known.");
  public static final Field COST_PER_ORDER =
      Field.number(
          Unit.MONEY,
          "cost_per_order",
          "cost_amount divided by orders_after; null where either is not known or 0 followed.");
  public static final Field LOW =
      Field.number(
          Unit.MONEY,
          "low",
          "Lower end of its interval at 95 %, by the spread over customers (ratio of two sums,"
              + " linearised), 0 at least; null with fewer than two customers.");
  public static final Field HIGH = Field.number(Unit.MONEY, "high", "Upper end of the same.");

  public static final Table TABLE =
      new Table(
          "media",
          "A channel of messages: whom it reaches, and what an order after it costs.",
          List.of(SharedColumns.AS_OF, CHANNEL),
          List.of(
              SharedColumns.AS_OF,
              CHANNEL,
              PEOPLE,
              SENT,
              RESPONDED,
              ORDERS,
              COST,
              COST_PER_ORDER,
              LOW,
              HIGH));

  /** Intermediate columns of sums over customers, never stored. */
  public static final Field COST_SQUARES = Field.number("_cost_squares", "Squares of costs.");

  public static final Field ORDER_SQUARES = Field.number("_order_squares", "Squares of orders.");
  public static final Field PRODUCTS = Field.number("_products", "Costs times orders.");

  private MediaColumns() {}
}
