package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of the sources of journeys, and of presence in channels. */
public final class JourneySourceColumns {
  public static final Field KIND =
      Field.text("kind", "The way to tell sources apart: entry_source first_touch_kind channel.")
          .asRequired();
  public static final Field VALUE =
      Field.text("value", "The source; null for journeys without a touch or without a value.");
  public static final Field JOURNEYS = Field.count("journeys", "Journeys from there.");
  public static final Field DECIDED = Field.count("decided", "Of these, those decided.");
  public static final Field DECIDED_SHARE =
      Field.number(
          Unit.SHARE,
          "decided_share",
          "decided of those decided or asleep; in presence, decided journeys with a touch there of"
              + " all decided ones with touches. Null where there are none.");
  public static final Field LOW =
      Field.number(Unit.SHARE, "low", "Lower end of its interval at 95 %, by Wilson.");
  public static final Field HIGH =
      Field.number(Unit.SHARE, "high", "Upper end of its interval at 95 %, by Wilson.");
  public static final Field NET_SALES =
      Field.total("net_sales", "Net sales of their decisions, less refunds; 0 for events.");
  public static final Field RETURN_ON_COST =
      Field.number(
          Unit.MULTIPLE,
          "return_on_cost",
          "net_sales divided by cost_amount; null where nothing was spent.");

  public static final Field TOUCH_SHARE =
      Field.number(
          Unit.SHARE, "touch_share", "touches there of all touches of journeys up to decisions.");
  public static final Field GAP =
      Field.number(
          Unit.SHARE,
          "gap",
          "decided_share less the same share of sleeping journeys; null where there is no decided or"
              + " no sleeping journey.");
  public static final Field CHANNEL =
      Field.text("channel", "The channel in small letters; null for touches without one.");
  public static final Field STAGE =
      Field.text("stage", "The stage of the touches, up to the decision.").asRequired();

  public static final Table SOURCES =
      new Table(
          "journey_sources",
          "A source of journeys to a goal, what came of them and what they cost.",
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL, KIND, VALUE),
          List.of(
              SharedColumns.AS_OF,
              JourneyColumns.GOAL,
              KIND,
              VALUE,
              JOURNEYS,
              DECIDED,
              DECIDED_SHARE,
              LOW,
              HIGH,
              NET_SALES,
              JourneyColumns.COST,
              RETURN_ON_COST));

  public static final Table PRESENCE =
      new Table(
          "presence",
          "A channel and stage: where touches are, against where decisions come from.",
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL, CHANNEL, STAGE),
          List.of(
              SharedColumns.AS_OF,
              JourneyColumns.GOAL,
              CHANNEL,
              STAGE,
              JourneyColumns.TOUCHES,
              TOUCH_SHARE,
              DECIDED_SHARE,
              GAP));

  private JourneySourceColumns() {}
}
