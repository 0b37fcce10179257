package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Columns of {@code journeys}: the way of each person to each goal. */
public final class JourneyColumns {
  public static final Field CUSTOMER_ID =
      Field.text("customer_id", "The customer; null for a visitor who is not known yet.");
  public static final Field VISITOR_ID =
      Field.text("visitor_id", "The device or browser; null for a known customer.");
  public static final Field GOAL =
      Field.text("goal", "The goal, as journey.goals names it.").asRequired();
  public static final Field JOURNEY_NUMBER =
      Field.count("journey_number", "From 1 per person and goal, in the order of their begin.")
          .asRequired();
  public static final Field STAGE =
      Field.text("stage", "The furthest stage entered, as journey.stages names it.");
  public static final Field ENTERED_AT =
      new Field(
          "entered_at",
          DataTypes.createMapType(DataTypes.StringType, DataTypes.TimestampType),
          false,
          "When each stage was entered: by its first touch while no later stage had been entered;"
              + " the decision enters the last stage before it where no touch did.");
  public static final Field ENTERED_BY =
      Field.texts(
          "entered_by",
          "The event of the touch by which each stage was entered: an engagement event, open, click"
              + " or reply, or a contact's kind and direction; without a stage that the decision"
              + " itself entered.");
  public static final Field ENTERED_THROUGH =
      Field.texts(
          "entered_through",
          "The channel of that touch, in small letters; without a stage where it has none.");
  public static final Field DECIDED_AT =
      Field.instant("decided_at", "When the decision ended it; null while there is none.");
  public static final Field DAYS =
      Field.number(
          Unit.DAYS,
          "days",
          "Days of 24 hours from begin to decision, to the last touch of a sleeping journey, to the"
              + " end of the day of an open one.");
  public static final Field TOUCHES =
      Field.count(Unit.TIMES, "touches", "Touches up to the decision.");
  public static final Field EVALUATION_TOUCHES =
      Field.count(
          Unit.TIMES, "evaluation_touches", "Touches after the decision that are about it.");
  public static final Field BACK_STEPS =
      Field.count(
          Unit.TIMES,
          "back_steps",
          "Touches, up to the decision, of an earlier stage than the furthest one entered by"
              + " then.");
  public static final Field ENTRY_SOURCE =
      Field.text(
          "entry_source",
          "Channel of the first touch; null where it has none, or without a touch.");
  public static final Field FIRST_TOUCH_KIND =
      Field.text(
          "first_touch_kind",
          "Kind of the first touch: referral (their first journey, and they were referred before"
              + " it), advertisement, search, content, direct; null without a touch.");
  public static final Field PRODUCT_CLASS =
      Field.text(
          "product_class",
          "Class of the largest line of the decision, as journey.classes names it; null where it is"
              + " in none, while there is no decision, and without a touch before it.");
  public static final Field BAND_STATUS =
      Field.text(
          "band_status",
          "The days against the band of the class: short, within or long; null without a band.");
  public static final Field COST =
      Field.amount(
          "cost_amount",
          "What its touches, messages and cases cost, with their share of the costs spread over"
              + " touches.");
  public static final Field OPEN =
      Field.flag("open", "True where it is neither decided nor asleep.").asRequired();

  /** The columns that journeys have before costs are spread. */
  public static final List<Field> FOLLOWED =
      List.of(
          CUSTOMER_ID,
          VISITOR_ID,
          GOAL,
          JOURNEY_NUMBER,
          STAGE,
          ENTERED_AT,
          ENTERED_BY,
          ENTERED_THROUGH,
          DECIDED_AT,
          DAYS,
          TOUCHES,
          EVALUATION_TOUCHES,
          BACK_STEPS,
          ENTRY_SOURCE,
          FIRST_TOUCH_KIND,
          PRODUCT_CLASS,
          BAND_STATUS,
          OPEN);

  public static final Table TABLE =
      new Table(
          "journeys",
          "A journey of a customer or visitor to a goal: touches and, at its end, a decision.",
          List.of(SharedColumns.AS_OF, CUSTOMER_ID, VISITOR_ID, GOAL, JOURNEY_NUMBER),
          columns());

  private JourneyColumns() {}

  private static List<Field> columns() {
    List<Field> columns = new ArrayList<>(FOLLOWED);
    columns.add(0, SharedColumns.AS_OF);
    columns.add(columns.indexOf(OPEN), COST);
    return columns;
  }
}
