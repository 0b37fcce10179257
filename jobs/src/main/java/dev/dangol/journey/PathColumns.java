package dev.dangol.journey;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Columns of the journeys of a cohort, and of what is counted on the way to its path. */
final class PathColumns {
  static final Field ENTERED =
      new Field(
          "_entered",
          DataTypes.createArrayType(DataTypes.LongType),
          false,
          "Microseconds of entering each stage up to the decision; null where it was not.");
  static final Field EVENTS =
      Field.list("_events", "The event that entered each stage up to the decision.");
  static final Field CHANNELS =
      Field.list("_channels", "The channel through which each stage was entered.");
  static final Field DECIDED = Field.flag("_decided", "True for a journey that was decided.");
  static final Field END = Field.count("_end", "Microseconds of its end.");

  /** A journey of a cohort's member. */
  static final List<Field> JOURNEY =
      List.of(SharedColumns.COHORT, ENTERED, EVENTS, CHANNELS, DECIDED, END);

  static final Field IS_STAY =
      Field.flag("_is_stay", "False for what was counted, which comes first.");
  static final Field STAGE = Field.count("_stage", "The place of the stage.");
  static final Field SPAN = Field.count("_span", "Of a stay its microseconds.");
  static final Field ENDED = Field.count("_ended", "1 where it ended, 0 where it is censored.");
  static final Field PATH = Field.count("_path", "The stages of a path, a bit each; 0 for stays.");
  static final Field EVENT = Field.text("_event", "The event that entered the stage.");
  static final Field CHANNEL = Field.text("_channel", "The channel through which it was entered.");
  static final Field NUMBER = Field.count("_number", "Journeys.");

  /** A stay in a stage, or a number of journeys. */
  static final List<Field> COUNTED =
      List.of(SharedColumns.COHORT, IS_STAY, STAGE, SPAN, ENDED, PATH, EVENT, CHANNEL, NUMBER);

  private PathColumns() {}
}
