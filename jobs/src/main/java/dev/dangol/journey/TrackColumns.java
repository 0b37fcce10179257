package dev.dangol.journey;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Columns of a followed journey before costs are spread; never stored. */
final class TrackColumns {
  static final Field PLACE = Field.count("_place", "The goal's place.");
  static final Field STATE =
      Field.text("_state", "OPEN, ASLEEP or DECIDED; null for what belongs to no journey.");
  static final Field BEGIN = Field.count("_begin", "Microseconds of its begin.");
  static final Field ENTERED =
      new Field(
          "_entered",
          DataTypes.createArrayType(DataTypes.LongType),
          false,
          "Microseconds of entering each stage; null where it was not.");
  static final Field SEEN =
      new Field(
          "_seen",
          DataTypes.createArrayType(DataTypes.LongType),
          false,
          "Drivers met before entering each stage, a bit each.");
  static final Field END = Field.count("_end", "Microseconds of its end.");
  static final Field TOUCHED_DECISION =
      Field.flag("_touched_decision", "True with a touch in the stage that leads to the goal.");
  static final Field NET = Field.units("_net", "Net sales of the decision.");
  static final Field WORTH = Field.units("_worth", "The value of the decision.");
  static final Field ERRORS =
      new Field(
          "_errors",
          DataTypes.createMapType(DataTypes.StringType, DataTypes.BooleanType),
          false,
          "Errors met, and whether each was repaired.");

  static final Field PART = Field.text("part", "The part of the cost.");
  static final Field MONTH = Field.count("month", "Year times twelve plus month; 0 unknown.");
  static final Field STAGE = Field.count("stage", "The place of the stage; -1 for none.");
  static final Field TOUCHES = Field.count("touches", "Touches.");
  static final Field AMOUNT = Field.units("amount", "What they cost themselves.");
  static final List<Field> COST_FIELDS =
      List.of(
          PART, MONTH, STAGE, SharedColumns.CHANNEL, SharedColumns.CAMPAIGN_ID, TOUCHES, AMOUNT);
  static final Field COSTS =
      new Field(
          "_costs",
          DataTypes.createArrayType(Field.schema(COST_FIELDS)),
          false,
          "Touches and their costs by part, month, stage, channel and campaign.");

  /** All of them, in order. */
  static final List<Field> ALL = all();

  private TrackColumns() {}

  private static List<Field> all() {
    List<Field> all = new ArrayList<>();
    JourneyColumns.FOLLOWED.forEach(field -> all.add(field.nullable()));
    all.addAll(
        List.of(
            PLACE, STATE, BEGIN, ENTERED, SEEN, END, TOUCHED_DECISION, NET, WORTH, ERRORS, COSTS));
    return List.copyOf(all);
  }
}
