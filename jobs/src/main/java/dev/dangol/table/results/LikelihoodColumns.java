package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of the tables on the three likelihoods of a customer, and on how true they came. */
public final class LikelihoodColumns {
  public static final Field P_CONTENT =
      Field.number(
          Unit.SHARE,
          "p_content",
          "The probability, 0 to 1, that in the likelihoods.span-days days that follow the"
              + " customer's next rating is at or above the mean of all ratings so far, or, where"
              + " they rate nothing, that they meet no bad experience (strike); null where that"
              + " could not be learned.");
  public static final Field P_BUY_MORE =
      Field.number(
          Unit.SHARE,
          "p_buy_more",
          "The probability, 0 to 1, that net sales of the likelihoods.span-days days that follow"
              + " are above those of as many days before; null where that could not be learned.");
  public static final Field P_RECOMMEND =
      Field.number(
          Unit.SHARE,
          "p_recommend",
          "The probability, 0 to 1, that in the likelihoods.span-days days that follow the customer"
              + " refers someone, shares something, or writes a review that someone finds helpful;"
              + " null where that could not be learned.");

  /** The three likelihoods, in the order of their columns. */
  public static final List<Field> ALL = List.of(P_CONTENT, P_BUY_MORE, P_RECOMMEND);

  public static final Field LIKELIHOOD =
      Field.text("likelihood", "The likelihood: the name of its column in customer_likelihoods.")
          .asRequired();
  public static final Field BUCKET =
      ValueModelColumns.BUCKET.renamed(
          "bucket",
          "Tenths of the customers by probability, 1 for the least likely to 10 for the likeliest;"
              + " customers of one probability are together, and a tenth may then be missing.");
  public static final Field PREDICTED =
      ValueModelColumns.PREDICTED.renamed(
          "predicted", "The mean of the probabilities in the bucket, 0 to 1.");
  public static final Field OBSERVED =
      ValueModelColumns.OBSERVED.renamed(
          "observed", "The share of them of whom it came true in the days that followed, 0 to 1.");
  public static final Field CUSTOMERS =
      ValueModelColumns.CUSTOMERS.renamed("customers", "The number of customers in the bucket.");
  public static final Field CALIBRATION_ERROR =
      Field.number(
              "expected_calibration_error",
              "The mean over customers of the difference between predicted and observed in their"
                  + " bucket, 0 to 1: one figure for the likelihood, the same in each bucket.")
          .asRequired();
  public static final Field CUTOFF =
      ProofColumns.CUTOFF.renamed(
          "cutoff",
          "The earlier day on which the probabilities were given; outcomes are counted from the"
              + " day after it to the as-of day.");
  public static final Field RECALIBRATED =
      LookalikeColumns.RECALIBRATED.renamed(
          "recalibrated",
          "True where correcting probabilities by what came (beta calibration) made those of"
              + " other customers truer, so that they were corrected; then the figures here are of customers"
              + " corrected by the other half.");

  public static final Table TABLE =
      new Table(
          "customer_likelihoods",
          "A customer, and how likely they are to be content, to buy more and to recommend.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, P_CONTENT, P_BUY_MORE, P_RECOMMEND));
  public static final Table CALIBRATION =
      new Table(
          "likelihood_calibration",
          "Calibration of a likelihood on customers of an earlier day, whom the model had not seen,"
              + " against the days that followed.",
          List.of(SharedColumns.AS_OF, LIKELIHOOD, BUCKET),
          List.of(
              SharedColumns.AS_OF,
              LIKELIHOOD,
              BUCKET,
              PREDICTED,
              OBSERVED,
              CUSTOMERS,
              CALIBRATION_ERROR,
              CUTOFF,
              RECALIBRATED));

  private LikelihoodColumns() {}
}
