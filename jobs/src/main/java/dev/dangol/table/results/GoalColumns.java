package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of the progress of goals, and of each customer's contribution. */
public final class GoalColumns {
  public static final Field VALUE =
      Field.total(
          "value",
          "Of a goal of revenue the net amount of the lines that serve it, less refunds, of one of"
              + " count the decisions times the value of one, since the first purchase.");
  public static final Field TARGET =
      Field.total("target", "What is to be reached; null where nothing is.");
  public static final Field TARGET_SHARE =
      Field.number(Unit.SHARE, "share", "value of target; null without one.");
  public static final Field ALL_SHARE =
      Field.number(
          Unit.SHARE, "share", "value of that of all, visitors included; null where that is 0.");

  public static final Table PROGRESS =
      new Table(
          "goal_progress",
          "A goal and how far it is reached.",
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL),
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL, VALUE, TARGET, TARGET_SHARE));

  public static final Table CONTRIBUTION =
      new Table(
          "goal_contribution",
          "A customer who served a goal, and how much.",
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              JourneyColumns.GOAL,
              SharedColumns.CUSTOMER_ID,
              VALUE,
              ALL_SHARE));

  private GoalColumns() {}
}
