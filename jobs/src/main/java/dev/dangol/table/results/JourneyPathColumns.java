package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/**
 * Columns of {@code journey_paths}: the way that most members of a cohort took to the main goal.
 */
public final class JourneyPathColumns {
  public static final Field STEP =
      Field.count("step", "From 1, in the order in which the path enters its stages.").asRequired();
  public static final Field STAGE =
      Field.text("stage", "The stage that the step enters, as journey.stages names it.");
  public static final Field CHANNEL =
      Field.text(
          "channel",
          "The channel of the touch by which most of those on the path entered the stage; null"
              + " where it has none.");
  public static final Field EVENT =
      Field.text(
          "event",
          "The event of that touch; null where most entered the stage by the decision itself.");
  public static final Field SHARE =
      Field.number(
          Unit.SHARE,
          "share",
          "Decided journeys of the members that entered the path's stages up to this one and no"
              + " other up to it, of all their decided journeys with touches; on the last step the"
              + " share of the whole path.");
  public static final Field JOURNEYS =
      Field.count(
              "journeys", "Decided journeys of the members with touches, whose shares these are.")
          .asRequired();
  public static final Field DWELL_P50 =
      Field.number(
          Unit.DAYS,
          "dwell_p50_days",
          "Days after which half of the members' journeys have left the stage for a later one or"
              + " the decision, by Kaplan and Meier, waiting and sleeping ones censored; null where"
              + " fewer do.");

  public static final Table TABLE =
      new Table(
          "journey_paths",
          "A step of the path that most decided journeys of a cohort's members took to the main"
              + " goal: purchase where it is one, else the first by name.",
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT, STEP),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.COHORT,
              STEP,
              STAGE,
              CHANNEL,
              EVENT,
              SHARE,
              JOURNEYS,
              DWELL_P50));

  private JourneyPathColumns() {}
}
