package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code repeat_curve}. */
public final class RepeatColumns {
  public static final Field ORDER_NUMBER =
      Field.count(
              "order_number",
              "Which purchase day of a customer is waited for: 2 is the second, counted from the"
                  + " first.")
          .asRequired();
  public static final Field DAYS =
      Field.count("days", "How long it is waited for, in days after the purchase day before it.")
          .asRequired();
  public static final Field CUSTOMERS =
      Field.count(
              "customers",
              "Customers who had that long: their purchase day before it lies that many days or"
                  + " more before the as-of day.")
          .asRequired();
  public static final Field SHARE =
      Field.number("share", "Of those, the share who bought again within that many days, 0 to 1.")
          .asRequired();

  public static final Table TABLE =
      new Table(
          "repeat_curve",
          "How many of the customers who bought so often bought once more within so many days; a"
              + " row for which no customer had the time is left out.",
          List.of(SharedColumns.AS_OF, ORDER_NUMBER, DAYS),
          List.of(SharedColumns.AS_OF, ORDER_NUMBER, DAYS, CUSTOMERS, SHARE));

  private RepeatColumns() {}
}
