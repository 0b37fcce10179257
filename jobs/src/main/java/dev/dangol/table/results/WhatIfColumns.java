package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code retention_whatif}. */
public final class WhatIfColumns {
  /** The most points by which retention is raised. */
  public static final int MOST_POINTS = 10;

  public static final Field POINTS =
      Field.number(
              "points",
              "By how many points retention is raised, 1 to 10: how many more of a hundred"
                  + " customers buy again.")
          .asRequired();
  public static final Field RETENTION =
      Field.number(
          "retention",
          "The share of all customers who are expected to buy within value.clv-months months as"
              + " things are, 0 to 1; null where no model could be fitted.");
  public static final Field VALUE_CHANGE =
      Field.total(
          "value_change",
          "The growth of all customers' predicted lifetime value, in the reporting currency:"
              + " everyone's odds of buying again rise by the same factor, so that retention is"
              + " higher by the points, and who buys again is worth as much as before; null where"
              + " lifetime value is not known, or retention cannot rise by so much.");
  public static final Field LOW =
      Field.total(
          "low",
          "Lower end of the 95 % interval of value_change, as far as the parameters of the model of"
              + " purchases are uncertain (delta method).");
  public static final Field HIGH = Field.total("high", "Upper end of the same.");
  public static final Field CHANGE_SHARE =
      Field.number(
          "value_change_share",
          "The growth divided by the lifetime value as things are; it needs no margin, and null"
              + " where spend could not be modelled.");
  public static final Field SHARE_LOW =
      Field.number("share_low", "Lower end of the 95 % interval of value_change_share.");
  public static final Field SHARE_HIGH = Field.number("share_high", "Upper end of the same.");
  public static final Field BENCHMARK =
      Field.text(
          "benchmark",
          "The growth of profit that others say follows from keeping 5 % more customers, with its"
              + " source, from the setting benchmarks.profit_from_retention: not computed here, and"
              + " to be read beside value_change_share of 5 points; null where it is not"
              + " configured.");

  public static final Table TABLE =
      new Table(
          "retention_whatif",
          "What some points more of retention would be worth.",
          List.of(SharedColumns.AS_OF, POINTS),
          List.of(
              SharedColumns.AS_OF,
              POINTS,
              RETENTION,
              VALUE_CHANGE,
              LOW,
              HIGH,
              CHANGE_SHARE,
              SHARE_LOW,
              SHARE_HIGH,
              BENCHMARK));

  private WhatIfColumns() {}
}
