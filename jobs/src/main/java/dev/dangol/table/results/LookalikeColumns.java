package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/**
 * Columns of {@code lookalikes}: the customers most like the ideal, and the likeliest prospects.
 */
public final class LookalikeColumns {
  public static final String CUSTOMER = "customer";
  public static final String PROSPECT = "prospect";

  public static final Field KIND =
      Field.text(
              "kind",
              "customer for one outside the ideal cohort; prospect for someone who signed up or had"
                  + " an event and has not bought.")
          .asRequired();
  public static final Field P_FIRST_ORDER =
      Field.number(
          "p_first_order",
          "The probability, 0 to 1, that a prospect orders for the first time within"
              + " lookalikes.horizon-days after the day; null for customers.");
  public static final Field NEAREST_COHORT =
      Field.text(
          "nearest_cohort",
          "The cohort with a member, other than market: of a customer the one whose average member"
              + " they are most like, of a prospect the one that the values of their record are"
              + " most typical of; null where their record has none that enough customers have.");
  public static final Field DISTANCE =
      Field.number(
          "distance",
          "How unlike the average ideal customer the customer is, 0 to 1: root mean square"
              + " difference of percentile ranks over the scorecard's features; null for"
              + " prospects.");
  public static final Field RANK =
      CohortColumns.RANK.renamed(
          "rank",
          "1 is the best of the kind: the customer nearest to the ideal, the likeliest prospect;"
              + " then by id.");

  public static final Field REACHABLE =
      Field.flag(
          "reachable",
          "True where they may be written to: they granted consent for a channel and have what it"
              + " needs, an e-mail address for email, an address for mail and post, a phone number"
              + " for sms, phone, call and kakao, any of them or a device for others; null without"
              + " the source customers.");

  public static final Field CUTOFF =
      ProofColumns.CUTOFF.renamed(
          "cutoff",
          "The earlier day on which the tested people had not bought; first orders are counted from"
              + " the day after it to the as-of day.");
  public static final Field TENTH =
      Field.count(
              "tenth",
              "The decile of the tested people by probability, 1 for the least likely tenth to 10"
                  + " for the likeliest, people of one probability together; 0 for all of them.")
          .asRequired();
  public static final Field PEOPLE = Field.count("people", "The number of people.").asRequired();
  public static final Field PREDICTED_SHARE =
      Field.number("predicted_share", "The mean of their probabilities, 0 to 1.").asRequired();
  public static final Field ORDERED_SHARE =
      Field.number("ordered_share", "The share of them who did order, 0 to 1.").asRequired();
  public static final Field AUC =
      Field.number(
          "auc",
          "How often the one who ordered had the higher probability of two, one of whom did, ties"
              + " counting half: 0.5 is chance, 1 is perfect; null for a tenth.");
  public static final Field CALIBRATION_ERROR =
      Field.number(
          "calibration_error",
          "The mean over people of the difference between predicted_share and ordered_share of"
              + " their tenth; null for a tenth.");
  public static final Field RECALIBRATED =
      Field.flag(
          "recalibrated",
          "True where correcting probabilities by what came (beta calibration) made those of"
              + " other people truer, so that they were corrected; then the figures here are of people"
              + " corrected by the other half.");

  public static final Table TABLE =
      new Table(
          "lookalikes",
          "A customer outside the ideal cohort, or a prospect, and how near they are.",
          List.of(SharedColumns.AS_OF, KIND, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              KIND,
              SharedColumns.CUSTOMER_ID,
              P_FIRST_ORDER,
              NEAREST_COHORT,
              DISTANCE,
              RANK,
              REACHABLE));
  public static final Table CALIBRATION =
      new Table(
          "lookalike_calibration",
          "Calibration of the probabilities of a first order on people the model had not seen,"
              + " against the span that followed.",
          List.of(SharedColumns.AS_OF, TENTH),
          List.of(
              SharedColumns.AS_OF,
              CUTOFF,
              TENTH,
              PEOPLE,
              PREDICTED_SHARE,
              ORDERED_SHARE,
              AUC,
              CALIBRATION_ERROR,
              RECALIBRATED));

  /** Intermediate columns, never stored. */
  public static final Field CUT = Field.day("_cut", "The day on which the person had not bought.");

  public static final Field SIGNED_ON = Field.day("_signed_on", "When they signed up.");
  public static final Field BROUGHT_BY = Field.text("_brought_by", "What brought them.");
  public static final Field LAST_EVENT_ON = Field.day("_last_event_on", "Their newest event.");
  public static final Field OPENED = Field.count("_opened", "Messages opened.");
  public static final Field CLICKED = Field.count("_clicked", "Messages clicked.");
  public static final Field FIRST_ORDER_ON = Field.day("_first_order_on", "Their first purchase.");
  public static final Field TERM = Field.text("_term", "An attribute and a value of it.");
  public static final Field TERMS = Field.list("_terms", "Attributes with values.");
  public static final Field ORDERED = Field.number("_ordered", "1 where they ordered, else 0.");
  public static final Field MARGIN = Field.number("_margin", "Log-odds by the model.");
  public static final Field HALF = Field.number("_half", "0 or 1, by chance.");
  public static final Field ORDER = Field.number("_order", "The smaller, the better.");
  public static final Field BEFORE = Field.count("_before", "How many are better for sure.");

  private LookalikeColumns() {}
}
