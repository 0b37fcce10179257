package dev.dangol.table.results;

import dev.dangol.table.Field;

/** Check columns: quality measures of a source, taken while its rows are written. */
public final class CheckColumns {
  public static final Field ROWS = Field.count("rows", "Rows accepted.");
  public static final Field NEWEST = Field.day("newest", "The day of the newest row.");
  public static final Field CUSTOMERS =
      Field.count("customers", "The approximate number of customers.");
  public static final Field AMOUNT_SUM = Field.number("amount_sum", "The sum of its amounts.");
  public static final Field AMOUNT_MEAN = Field.number("amount_mean", "The mean of its amounts.");
  public static final Field UNMATCHED_REFUNDS =
      Field.count("unmatched_refunds", "Refunds of which no purchase is known.");
  public static final Field AGE_DAYS =
      Field.number("age_days", "Days from the newest row to the as-of day.");
  public static final Field OUTLIER_DAY_ROWS =
      Field.count(
          "outlier_day_rows",
          "Rows of days that lie more than a year after the day before, left out as mistakes.");

  public static final Field UNDECIDED_ROWS =
      Field.count(
          "undecided_rows",
          "Rows left out, since the source's where is neither true nor false for them.");

  private CheckColumns() {}

  /** The number of rows without a value in the column. */
  public static Field empty(Field field) {
    return Field.count("empty_" + field.name(), "Rows without " + field.name() + ".");
  }

  /** The share of rows without a value in the column. */
  public static Field nullShare(Field field) {
    return Field.number("null_share." + field.name(), "Share of rows without " + field.name());
  }

  /** True for the name of a share of rows without a value. */
  public static boolean isNullShare(String name) {
    return name.contains(".null_share.");
  }
}
