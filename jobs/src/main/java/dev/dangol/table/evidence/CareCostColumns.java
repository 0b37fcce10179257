package dev.dangol.table.evidence;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code care_costs}. */
public final class CareCostColumns {
  /** The period of everything up to the day. */
  public static final String TO_DATE = "to_date";

  /** The period since the run's day before. */
  public static final String SINCE_LAST = "since_last_day";

  public static final Field PERIOD =
      Field.text(
              "period",
              "to_date for everything up to the day, since_last_day for the days after the day of"
                  + " the run before.")
          .asRequired();
  public static final Field SINCE_ON =
      Field.day("since_on", "The day of the run before; null for to_date.");
  public static final Field KEPT =
      Field.count(
              Unit.PEOPLE,
              "kept_customers",
              "Customers who were kept: those who had bought up to since_on and bought again after"
                  + " it; for to_date those with a second purchase day.")
          .asRequired();
  public static final Field KEEP_COST =
      Field.total(
          "keep_cost",
          "Cost of keeping in the period: discounts, programme, messages and support, of all"
              + " customers who had bought up to since_on; for to_date of all customers; null where"
              + " none is known.");
  public static final Field KEEP_EACH =
      Field.number(
          Unit.MONEY,
          "keep_cost_per_customer",
          "keep_cost divided by kept_customers; null where either is unknown or 0 were kept.");
  public static final Field NEW =
      Field.count(
              Unit.PEOPLE, "new_customers", "Customers whose first purchase lies in the period.")
          .asRequired();
  public static final Field WIN_COST =
      Field.total(
          "win_cost",
          "Cost of winning in the period: what was spent on sources that acquired customers; null"
              + " where costs or what they were spent for are not known.");
  public static final Field WIN_EACH =
      Field.number(
          Unit.MONEY,
          "win_cost_per_customer",
          "win_cost divided by new_customers; null where either is unknown or 0 were won.");
  public static final Field RATIO =
      Field.number(
          Unit.MULTIPLE,
          "win_over_keep",
          "win_cost_per_customer divided by keep_cost_per_customer: above 1 where winning a"
              + " customer costs more than keeping one; null where either is null or keeping cost"
              + " nothing.");
  public static final Field QUOTED_LOW =
      Field.number(
          "quoted_low",
          "The smaller end of the multiple that others quote, from benchmarks.win_against_keep;"
              + " null where it is not configured.");
  public static final Field QUOTED_HIGH = Field.number("quoted_high", "The larger end of it.");
  public static final Field SOURCE =
      Field.text("benchmark_source", "Where the multiple is quoted from; null without it.");

  public static final Table TABLE =
      new Table(
          "care_costs",
          "A period, and what keeping a customer cost in it against winning one.",
          List.of(SharedColumns.AS_OF, PERIOD),
          List.of(
              SharedColumns.AS_OF,
              PERIOD,
              SINCE_ON,
              KEPT,
              KEEP_COST,
              KEEP_EACH,
              NEW,
              WIN_COST,
              WIN_EACH,
              RATIO,
              QUOTED_LOW,
              QUOTED_HIGH,
              SOURCE));

  /** Intermediate columns of sums over all customers, never stored. */
  public static final Field KEPT_EVER = Field.count("_kept_ever", "With a second purchase day.");

  public static final Field KEPT_SINCE = Field.count("_kept_since", "Kept in the period.");
  public static final Field NEW_SINCE = Field.count("_new_since", "Won in the period.");
  public static final Field KEEP_EVER = Field.total("_keep_ever", "Cost of keeping everyone.");
  public static final Field KEEP_OLD =
      Field.total("_keep_old", "Cost of keeping those who had bought up to the day before.");
  public static final Field WIN_EVER = Field.total("_win_ever", "Cost of winning everyone.");
  public static final Field ALL = Field.count("_all", "All customers.");

  private CareCostColumns() {}
}
