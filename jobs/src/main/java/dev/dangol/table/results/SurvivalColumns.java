package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code survival}. */
public final class SurvivalColumns {
  /** The cohort of all customers. */
  public static final String ALL = "all";

  public static final Field ACQUIRED =
      Field.text("acquired", "The month of the first purchase, as 2025-01; all for all customers.")
          .asRequired();
  public static final Field DAYS =
      Field.count("days", "Days since the first purchase, in steps of 30.").asRequired();
  public static final Field AT_RISK =
      Field.count(
              "at_risk",
              "Customers still observed after so many days who had not churned before: newer ones"
                  + " have not been customers for so long.")
          .asRequired();
  public static final Field GONE =
      Field.count(
              "gone",
              "Customers who churned in the 30 days that end with days: their first silence of"
                  + " value.inactive-days days became complete.")
          .asRequired();
  public static final Field SURVIVAL =
      Field.number(
              "survival",
              "The share of customers who have not churned after so many days, by Kaplan and Meier"
                  + " (1958), counted by single days, 0 to 1.")
          .asRequired();
  public static final Field LOW =
      Field.number(
              "survival_low", "Lower end of its 95 % interval by Greenwood's formula, 0 at least.")
          .asRequired();
  public static final Field HIGH =
      Field.number("survival_high", "Upper end of the same, 1 at most.").asRequired();

  /** Intermediate columns, never stored: the day customers churned, or were seen last. */
  public static final Field UNTIL_DAYS =
      Field.count(
          "until_days", "Days from the first purchase until the customer churned, or to the day.");

  public static final Field IS_GONE =
      Field.flag("is_gone", "True where the customer had churned then.");
  public static final Field SEEN_ON = Field.day("seen_on", "A purchase day.");
  public static final Field NEXT_ON = Field.day("next_on", "The one after; null for the last.");
  public static final Field SINCE_ON = Field.day("since_on", "The first purchase day.");

  public static final Table TABLE =
      new Table(
          "survival",
          "How many of the customers acquired in one month stay for so many days.",
          List.of(SharedColumns.AS_OF, ACQUIRED, DAYS),
          List.of(SharedColumns.AS_OF, ACQUIRED, DAYS, AT_RISK, GONE, SURVIVAL, LOW, HIGH));

  private SurvivalColumns() {}
}
