package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code effort}: the cost of winning and keeping a customer, and the return on it. */
public final class EffortColumns {
  public static final Field ACQUISITION_COST =
      Field.total(
          "acquisition_cost",
          "The customer's share of the amount spent by the as-of day on whatever acquired them: the"
              + " costs with the same acquired_by, divided among all customers that it acquired."
              + " Null where costs or acquired_by are not known.");
  public static final Field DISCOUNT_COST =
      Field.total("discount_cost", "Discounts given to date; null where they are not known.");
  public static final Field PROGRAMME_COST =
      Field.total(
          "programme_cost",
          "Points redeemed and benefits given to date; null without the source loyalty.");
  public static final Field MESSAGE_COST =
      Field.total("message_cost", "Messages to date; null where their costs are not known.");
  public static final Field SUPPORT_COST =
      Field.total("support_cost", "Support cases to date; null where their costs are not known.");
  public static final Field CARE_COST =
      Field.total(
          "care_cost", "The sum of the five that are known; null where none of them is known.");
  public static final Field NET_MARGIN =
      Field.total(
          "net_margin", "Margin to date, less refunds, before any of these costs; null unknown.");
  public static final Field RETURN_ON_EFFORT =
      Field.number(
          "return_on_effort",
          "net_margin divided by care_cost; null where either is not known or nothing was spent.");

  /** Kinds of cost for a customer, given and forgone. */
  public static final List<Field> KINDS =
      List.of(ACQUISITION_COST, DISCOUNT_COST, PROGRAMME_COST, MESSAGE_COST, SUPPORT_COST);

  public static final Table TABLE =
      new Table(
          "effort",
          "A customer, the cost of winning and keeping them, and the return on it.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              ACQUISITION_COST,
              DISCOUNT_COST,
              PROGRAMME_COST,
              MESSAGE_COST,
              SUPPORT_COST,
              CARE_COST,
              NET_MARGIN,
              RETURN_ON_EFFORT));

  private EffortColumns() {}
}
