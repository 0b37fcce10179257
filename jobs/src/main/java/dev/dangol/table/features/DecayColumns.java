package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} in which what happened fades with its age. */
public final class DecayColumns {
  public static final Field ORDERS =
      Field.number(
          Unit.ORDERS,
          "orders_decayed",
          "Orders to date, each counted 0.5 to the power of its age in half-lives"
              + " (features.decay-half-life-days), in whole billionths: one of today 1, one a"
              + " half-life old 0.5.");
  public static final Field NET_SALES =
      Field.total(
          "net_sales_decayed",
          "Net sales to date, those of each day faded like orders_decayed and rounded to a"
              + " ten-thousandth.");
  public static final Field EVENTS =
      Field.number(
          Unit.EVENTS,
          "events_decayed",
          "Events to date, faded like orders_decayed; null where engagement is not known.");

  public static final List<Field> FEATURES = List.of(ORDERS, NET_SALES, EVENTS);

  private DecayColumns() {}
}
