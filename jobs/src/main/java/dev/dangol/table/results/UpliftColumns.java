package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of the tables on control groups and the uplift of campaigns. */
public final class UpliftColumns {
  /** The value of {@link #ARM} for customers that campaigns may reach. */
  public static final String TREAT = "treat";

  /** Its value for customers that campaigns leave alone. */
  public static final String CONTROL = "control";

  public static final Field ARM =
      Field.text(
              "arm",
              "treat for customers that campaigns may reach, control for those they are to leave"
                  + " alone; drawn once and for all.")
          .asRequired();
  public static final Field DRAWN_ON =
      Field.day("drawn_on", "The as-of day on which the customer was first in the cohort.")
          .asRequired();
  public static final Field CAMPAIGN = SharedColumns.CAMPAIGN_ID.asRequired();
  public static final Field OUTCOME =
      Field.text(
              "outcome",
              "visit (did anything that engagement records), conversion (bought), orders, or"
                  + " net_sales, from the day on which the campaign began for control.days days.")
          .asRequired();
  public static final Field BEGAN_ON =
      Field.day("began_on", "The day on which its first message was sent.").asRequired();
  public static final Field TREATED =
      Field.count("treated", "Members of the cohort on that day who are in the arm treat.")
          .asRequired();
  public static final Field CONTROLS =
      Field.count("controls", "Those who are in the arm control.").asRequired();
  public static final Field TREATED_MESSAGED =
      Field.count("treated_messaged", "Those treated who got a message of the campaign.")
          .asRequired();
  public static final Field CONTROLS_MESSAGED =
      Field.count(
              "controls_messaged",
              "Controls who got one although they were to be left alone; they still count as"
                  + " controls, which draws the effect towards 0.")
          .asRequired();
  public static final Field TREATED_MEAN =
      Field.number("treated_mean", "Mean outcome of those treated; null where there are none.");
  public static final Field CONTROL_MEAN =
      Field.number("control_mean", "Mean outcome of the controls; null where there are none.");
  public static final Field EFFECT =
      Field.number(
          "effect",
          "treated_mean less control_mean: what being meant to be reached made of the outcome, per"
              + " customer.");
  public static final Field LOW =
      Field.number(
          "low",
          "Lower end of the 95 % interval of effect; null where an arm is too small to estimate"
              + " it.");
  public static final Field HIGH = Field.number("high", "Upper end of the same interval.");

  public static final Table CONTROL_GROUPS =
      new Table(
          "control_groups",
          "A customer who was ever in a cohort, and whether campaigns to it leave them alone.",
          List.of(SharedColumns.COHORT, SharedColumns.CUSTOMER_ID),
          List.of(SharedColumns.COHORT, SharedColumns.CUSTOMER_ID, ARM, DRAWN_ON));
  public static final Table UPLIFT =
      new Table(
          "uplift",
          "What a campaign did in a cohort, against those it left alone.",
          List.of(CAMPAIGN, SharedColumns.COHORT, OUTCOME),
          List.of(
              CAMPAIGN,
              SharedColumns.COHORT,
              OUTCOME,
              BEGAN_ON,
              TREATED,
              CONTROLS,
              TREATED_MESSAGED,
              CONTROLS_MESSAGED,
              TREATED_MEAN,
              CONTROL_MEAN,
              EFFECT,
              LOW,
              HIGH));

  /** Intermediate columns, never stored. */
  public static final Field MESSAGED = Field.flag("_messaged", "True for a message of it.");

  public static final Field VISITED =
      Field.flag(
          "_visited", "True where the customer did anything; null where that is not recorded.");
  public static final Field BOUGHT = Field.count("_bought", "Orders in the days watched.");
  public static final Field PAID = Field.total("_paid", "Net sales in the days watched.");
  public static final Field VALUE = Field.number("_value", "The customer's outcome.");
  public static final Field TREATED_SUM = Field.number("_treated_sum", "Outcomes added up.");
  public static final Field TREATED_SQUARES = Field.number("_treated_squares", "Their squares.");
  public static final Field CONTROL_SUM = Field.number("_control_sum", "Outcomes added up.");
  public static final Field CONTROL_SQUARES = Field.number("_control_squares", "Their squares.");

  private UpliftColumns() {}
}
