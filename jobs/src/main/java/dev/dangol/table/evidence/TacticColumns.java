package dev.dangol.table.evidence;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code tactic_uplift}. */
public final class TacticColumns {
  public static final String PROMOTION_TYPE = "promotion_type";
  public static final String CREATIVE = "creative";
  public static final String CHANNEL = "channel";

  public static final Field FACET =
      Field.text("facet", "promotion_type, creative or channel.").asRequired();
  public static final Field VALUE =
      Field.text("value", "Its value, which most messages of each of the campaigns have.")
          .asRequired();
  public static final Field OUTCOME =
      Field.text("outcome", "The outcome, as the table uplift has it.").asRequired();
  public static final Field CAMPAIGNS =
      Field.count(
              "campaigns", "Campaigns of that value whose effect in the cohort has an interval.")
          .asRequired();
  public static final Field LEFT_OUT =
      Field.count("left_out", "Those without an interval, which could not be weighed.")
          .asRequired();
  public static final Field EFFECT =
      Field.number(
              "effect",
              "The mean of their effects against the control arm, each weighted by the inverse of"
                  + " its variance.")
          .asRequired();
  public static final Field LOW =
      Field.number(
              "low",
              "Lower end of its interval of at least 95 %, as if all had one effect; it allows for"
                  + " campaigns that leave the same customers alone, whose effects err together.")
          .asRequired();
  public static final Field HIGH = Field.number("high", "Upper end of the same.").asRequired();
  public static final Field Q =
      Field.number(
              "heterogeneity",
              "Cochran's Q: the weighted squares of the effects' distances from their mean; 0 for"
                  + " one campaign.")
          .asRequired();
  public static final Field P_VALUE =
      Field.number(
          "heterogeneity_p",
          "The chance of a Q as large, had all campaigns one effect and erred apart; where they err"
              + " together it is smaller still; null for one campaign.");
  public static final Field I_SQUARED =
      Field.number(
          "i_squared",
          "The share of the effects' variation that is more than chance, 0 to 1 (Higgins and"
              + " Thompson); null for one campaign.");

  public static final Table TABLE =
      new Table(
          "tactic_uplift",
          "What campaigns with one kind of offer, creative or channel did in a cohort, against"
              + " those they left alone.",
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT, FACET, VALUE, OUTCOME),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.COHORT,
              FACET,
              VALUE,
              OUTCOME,
              CAMPAIGNS,
              LEFT_OUT,
              EFFECT,
              LOW,
              HIGH,
              Q,
              P_VALUE,
              I_SQUARED));

  private TacticColumns() {}
}
