package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code retention_cohorts}. */
public final class RetentionColumns {
  public static final Field ACQUIRED_MONTH =
      Field.day("acquired_month", "The first day of the month of the first purchase.").asRequired();
  public static final Field AGE_MONTHS =
      Field.count("age_months", "Calendar months since then; 0 is the month of the first purchase.")
          .asRequired();
  public static final Field CUSTOMERS =
      Field.count("customers", "Customers who first bought in that month.").asRequired();
  public static final Field ACTIVE_CUSTOMERS =
      Field.count("active_customers", "Of those, the ones who bought in this month.").asRequired();
  public static final Field ORDERS =
      Field.count("orders", "Their orders in this month.").asRequired();
  public static final Field NET_SALES =
      Field.total("net_sales", "Their net sales in this month, less refunds.").asRequired();
  public static final Field MARGIN =
      Field.total(
          "margin",
          "Their margin in this month: net sales less costs where every line has one, else net"
              + " sales by value.margin; null where neither is known.");
  public static final Field RETENTION_RATE =
      Field.number("retention_rate", "Active customers divided by customers, 0 to 1.").asRequired();

  public static final Field ONE_AND_DONE_SHARE =
      Field.number(
          Unit.SHARE,
          "one_and_done_share",
          "Of customers, the share whose one_and_done of customer_features is true as of the as-of"
              + " day, 0 to 1, the same at every age; null where it is not known of them.");

  public static final Table TABLE =
      new Table(
          "retention_cohorts",
          "Customers who first bought in one month, as they were some months later.",
          List.of(SharedColumns.AS_OF, ACQUIRED_MONTH, AGE_MONTHS),
          List.of(
              SharedColumns.AS_OF,
              ACQUIRED_MONTH,
              AGE_MONTHS,
              CUSTOMERS,
              ACTIVE_CUSTOMERS,
              ORDERS,
              NET_SALES,
              MARGIN,
              RETENTION_RATE,
              ONE_AND_DONE_SHARE));

  private RetentionColumns() {}
}
