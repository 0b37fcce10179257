package dev.dangol.table.evidence;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code rival_windows}. */
public final class RivalWindowColumns {
  public static final Field RIVAL =
      Field.text("rival", "The rival, by its name in the section rivals.").asRequired();
  public static final Field CUSTOMERS =
      Field.count(
              Unit.PEOPLE,
              "customers",
              "Customers who had bought of its categories in the 365 days before its campaign.")
          .asRequired();
  public static final Field RETURNED =
      Field.count(Unit.PEOPLE, "returned", "Those of them who bought of these during it.")
          .asRequired();
  public static final Field SHARE =
      Field.number(
          Unit.SHARE, "returned_share", "returned divided by customers, 0 to 1; null for nobody.");
  public static final Field MATCHED =
      Field.count(
              Unit.PEOPLE,
              "matched_customers",
              "Customers who had bought of them in the 365 days before the as many days right before"
                  + " the campaign.")
          .asRequired();
  public static final Field MATCHED_RETURNED =
      Field.count(Unit.PEOPLE, "matched_returned", "Those of them who bought in these days.")
          .asRequired();
  public static final Field MATCHED_SHARE =
      Field.number(Unit.SHARE, "matched_share", "Their share, 0 to 1; null for nobody.");
  public static final Field ORDER_SHARE =
      Field.number(
          Unit.SHARE,
          "orders_share",
          "Purchase days during the campaign over those during it and during the matched days, 0 to"
              + " 1: 0.5 where both are alike; null without any.");
  public static final Field DIFFERENCE =
      Field.number(
          "difference",
          "returned_share less matched_share: below 0 where the rival takes customers; null where"
              + " one of the two is.");
  public static final Field LOW =
      Field.number(
          "low",
          "Lower end of its interval at 95 % (Newcombe's hybrid score interval, as if the two were"
              + " different people); null where difference is.");
  public static final Field HIGH = Field.number("high", "Upper end of the same.");

  public static final Table TABLE =
      new Table(
          "rival_windows",
          "A campaign of a rival, and how many customers bought here nevertheless.",
          List.of(SharedColumns.AS_OF, RIVAL),
          List.of(
              SharedColumns.AS_OF,
              RIVAL,
              CUSTOMERS,
              RETURNED,
              SHARE,
              MATCHED,
              MATCHED_RETURNED,
              MATCHED_SHARE,
              ORDER_SHARE,
              DIFFERENCE,
              LOW,
              HIGH));

  /** Intermediate columns of sums over customers, never stored. */
  public static final Field DAYS = Field.count("_days", "Purchase days during campaigns.");

  public static final Field MATCHED_DAYS = Field.count("_matched_days", "Those before them.");

  private RivalWindowColumns() {}
}
