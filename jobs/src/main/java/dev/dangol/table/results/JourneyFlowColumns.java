package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of transitions between stages, and of the cost of each stage. */
public final class JourneyFlowColumns {
  public static final Field FROM_STAGE =
      Field.text("from_stage", "The stage that is passed.").asRequired();
  public static final Field TO_STAGE =
      Field.text("to_stage", "The next stage; decided after the one that leads to the goal.")
          .asRequired();
  public static final Field ENTERED =
      Field.count("entered", "Journeys that entered from_stage; the last transition asks a touch.");
  public static final Field PASSED =
      Field.count("passed", "Of these, those that entered a later stage or were decided.");
  public static final Field WAITING =
      Field.count("waiting", "Of these, those not passed that are open.");
  public static final Field DROPPED =
      Field.count("dropped", "Of these, those not passed that are asleep.");
  public static final Field PASSED_SHARE =
      Field.number(
          Unit.SHARE, "passed_share", "passed of passed and dropped; null where both are 0.");
  public static final Field DWELL_P50 =
      Field.number(
          Unit.DAYS,
          "dwell_p50_days",
          "Days after which half have left the stage for a later one, by Kaplan and Meier, waiting"
              + " and sleeping journeys censored; null where fewer do.");
  public static final Field DWELL_P90 =
      Field.number(Unit.DAYS, "dwell_p90_days", "The same for nine of ten; null where fewer do.");
  public static final Field VALUE_LOST =
      Field.total(
          "value_lost",
          "dropped times the mean net sales of the decisions of those who passed and decided, of a"
              + " goal of events its value of one; 0 where none dropped, null where nobody decided.");
  public static final Field RANK =
      Field.count(
          "rank", "By value_lost within the goal, from 1, the greatest first; null without.");

  public static final Field STAGE =
      Field.text("stage", "The stage; null for the row of all that belongs to no journey.");
  public static final Field WASTED_AMOUNT =
      Field.total("wasted_amount", "Of cost_amount, that of sleeping journeys.");
  public static final Field WASTED_SHARE =
      Field.number(
          Unit.SHARE,
          "wasted_share",
          "wasted_amount of cost_amount; null where nothing was spent.");

  public static final Table TRANSITIONS =
      new Table(
          "journey_transitions",
          "A transition between neighbouring stages of journeys to a goal.",
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL, FROM_STAGE, TO_STAGE),
          List.of(
              SharedColumns.AS_OF,
              JourneyColumns.GOAL,
              FROM_STAGE,
              TO_STAGE,
              ENTERED,
              PASSED,
              WAITING,
              DROPPED,
              PASSED_SHARE,
              DWELL_P50,
              DWELL_P90,
              VALUE_LOST,
              RANK));

  public static final Table COSTS =
      new Table(
          "journey_costs",
          "A stage of journeys to a goal, and what was spent in it. For each goal the rows add up to"
              + " the costs of engagement, messages, support and costs by the day.",
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL, STAGE),
          List.of(
              SharedColumns.AS_OF,
              JourneyColumns.GOAL,
              STAGE,
              JourneyColumns.TOUCHES,
              JourneyColumns.COST,
              WASTED_AMOUNT,
              WASTED_SHARE));

  private JourneyFlowColumns() {}
}
