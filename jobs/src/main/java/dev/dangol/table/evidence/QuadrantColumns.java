package dev.dangol.table.evidence;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_quadrants} and of the tables that count its customers. */
public final class QuadrantColumns {
  /** The value of {@link #VALUE_HALF} above the median. */
  public static final String UPPER = "upper";

  /** Its value at the median and below. */
  public static final String LOWER = "lower";

  public static final Field VALUE_HALF =
      Field.text(
          "value_half",
          "upper for customers whose expected net sales are above the median of all, lower for the"
              + " others; null where nothing could be expected.");
  public static final Field SATISFIED =
      Field.flag(
          "satisfied",
          "True where satisfaction_gap is 0 or more: they were given what they expect; null where"
              + " the gap is.");
  public static final Field QUADRANT =
      Field.text(
          "quadrant",
          "value_half and satisfied together: upper_satisfied upper_unsatisfied lower_satisfied"
              + " lower_unsatisfied; null for customers of whom one of the two is not known.");
  public static final Field NET_SALES =
      Field.total("net_sales", "Net sales to date, less refunds.").asRequired();
  public static final Field EXPECTED =
      Field.total(
          "expected_net_sales",
          "Net sales expected in the next value.clv-months months, as customer_value has them; null"
              + " where none are.");

  public static final Table CUSTOMERS =
      new Table(
          "customer_quadrants",
          "A customer, by the value expected of them and their satisfaction.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              VALUE_HALF,
              SATISFIED,
              QUADRANT,
              NET_SALES,
              EXPECTED));

  public static final Field COUNT =
      Field.count(Unit.PEOPLE, "customers", "Customers in the quadrant.").asRequired();
  public static final Field SHARE =
      Field.number(Unit.SHARE, "share", "Their share of all customers, 0 to 1.").asRequired();

  public static final Table QUADRANTS =
      new Table(
          "quadrants",
          "A quadrant of value and satisfaction, and what its customers bring.",
          List.of(SharedColumns.AS_OF, QUADRANT),
          List.of(SharedColumns.AS_OF, QUADRANT, COUNT, SHARE, NET_SALES, EXPECTED));

  public static final Field FROM_ON =
      Field.day(
              "from_on",
              "The day as of which value and satisfaction are taken: the as-of day less"
                  + " features.satisfaction.curve-days.")
          .asRequired();
  public static final Field EARLIER_QUADRANT =
      QUADRANT
          .renamed(
              "quadrant",
              "The quadrant as of from_on; upper for net sales to that day above the median of all,"
                  + " since nothing is foretold for an earlier day.")
          .asRequired();
  public static final Field EARLIER_COUNT =
      COUNT.renamed("customers", "Customers who were in the quadrant as of from_on.");
  public static final Field RETAINED =
      Field.count("retained", "Of those, the customers with a purchase after from_on, up to as_of.")
          .asRequired();
  public static final Field RETAINED_SHARE =
      Field.number(Unit.SHARE, "retained_share", "retained divided by customers, 0 to 1.")
          .asRequired();
  public static final Field LOW =
      Field.number(Unit.SHARE, "low", "Lower end of its interval at 95 % (Wilson), 0 to 1.")
          .asRequired();
  public static final Field HIGH =
      Field.number(Unit.SHARE, "high", "Upper end of the same interval, 0 to 1.").asRequired();

  public static final Table RETENTION =
      new Table(
          "quadrant_retention",
          "A quadrant of value and satisfaction on an earlier day, and how many of its customers"
              + " have bought since.",
          List.of(SharedColumns.AS_OF, EARLIER_QUADRANT),
          List.of(
              SharedColumns.AS_OF,
              EARLIER_QUADRANT,
              FROM_ON,
              EARLIER_COUNT,
              RETAINED,
              RETAINED_SHARE,
              LOW,
              HIGH));

  /** Intermediate columns, never stored. */
  public static final Field MEDIAN = Field.number("_median", "The median of expected net sales.");

  public static final Field NINTH =
      Field.number("_ninth", "Expected net sales that a tenth of customers reach.");
  public static final Field CAME_BACK =
      Field.flag("_came_back", "True where the customer has bought since.");

  private QuadrantColumns() {}
}
