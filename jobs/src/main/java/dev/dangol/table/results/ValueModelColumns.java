package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/**
 * Columns of the tables on customer-base models: parameters, holdout accuracy, and plain rules
 * beside them.
 */
public final class ValueModelColumns {
  /** The models of what an order is worth; all others are of when customers buy. */
  public static final List<String> OF_SPEND =
      List.of("gamma-gamma", "equal-means", "own-means", "constant-spend", "empirical-spend");

  /** The models that are learned from the customers' own past, and predict net sales alone. */
  public static final List<String> LEARNED = List.of("learned", "learned-spend");

  public static final Field MODEL =
      Field.text(
              "model",
              "The model: bg-nbd, mbg-nbd, pareto-nbd, bg-cnbd-k or mbg-cnbd-k for purchases, or"
                  + " one that they become at an edge of their parameters (nbd, poisson, cnbd-k,"
                  + " erlang-k, or a model's name with -equal-rates or -equal-churn);"
                  + " gamma-gamma for spend, or equal-means, own-means or constant-spend, which it"
                  + " becomes at an edge; or plain figures of all customers where none of these has"
                  + " an answer: empirical for purchases, empirical-spend for spend; or learned, which"
                  + " is learned from the customers' own past and predicts net sales alone, or"
                  + " learned-spend, the average of its ranks and of those by past net sales; or a plain"
                  + " rule that models are compared with: same-as-last-period, recency-cut, frequency-rank.")
          .asRequired();
  public static final Field PARAMETERS =
      Field.numbers(
          "parameters",
          "The model's parameters by their names in the literature, times in weeks of 7 days; at an"
              + " edge those of the model that it becomes there; of learned its trees, the unit of its"
              + " logarithms, its calibration and the importance of each feature; null where the model"
              + " could not be fitted, and for rules.");
  public static final Field STANDARD_ERRORS =
      Field.numbers(
          "standard_errors",
          "The standard error of each parameter; null where parameters are, for constant-spend,"
              + " of which nothing is unsure, and for plain figures.");
  public static final Field LOG_LIKELIHOOD =
      Field.number(
          "log_likelihood",
          "The log-likelihood of all customers at the parameters; null where parameters are, and"
              + " for constant-spend and empirical-spend.");
  public static final Field CUSTOMERS =
      Field.count(
              "customers",
              "The number of customers the parameters were fitted to: all who have bought, for"
                  + " models of spend those who bought again and spent something, for learned ones the"
                  + " sample of value.learned-customers; for rules, all.")
          .asRequired();
  public static final Field CONVERGED =
      Field.flag(
              "converged",
              "True where the fit found a maximum, be it at an edge; false for rules, plain"
                  + " figures and learned ones.")
          .asRequired();
  public static final Field CHOSEN =
      Field.flag(
              "chosen",
              "True for the models that customer_value is computed with: of those for purchases the"
                  + " one with the highest holdout_log_score, of equals the first by name. A learned one"
                  + " that is used for net sales is in chosen_for alone.")
          .asRequired();
  public static final Field CHOSEN_FOR =
      Field.text(
          "chosen_for",
          "The uses that customer_value takes the model for, separated by blanks: orders (expected"
              + " orders and order values), active (p_alive, and the probability of an order) and"
              + " net_sales (expected_net_sales and clv); each use has one model. Null for none.");
  public static final Field REASON =
      Field.text(
          "reason",
          "Why the model could not be fitted or judged, is at an edge, or is not reliable, and what"
              + " it takes for granted; null where there is nothing to say.");
  public static final Field HOLDOUT_FROM =
      Field.day(
          "holdout_from",
          "The last day that the judged fit had seen; the span held out begins after it"
              + " and ends with as_of; null where nothing was judged.");
  public static final Field HOLDOUT_ERROR =
      Field.number(
          "holdout_error",
          "Of a fit to the time before: the mean absolute error of a customer's orders predicted"
              + " for the span held out, in purchase days; of learned ones that of a customer's net sales,"
              + " as holdout_sales_error; null where it was not judged, or predicts no numbers.");
  public static final Field HOLDOUT_LOG_SCORE =
      Field.number(
          "holdout_log_score",
          "Mean over customers of the logarithm of the probability that it gave to what happened in"
              + " the span, a purchase or none: 0 at best; null where it was not judged, and for"
              + " rules, which give no probabilities.");
  public static final Field HOLDOUT_BIAS =
      Field.number(
          "holdout_bias",
          "Purchase days predicted for all customers in the span divided by those that came, less"
              + " 1: above 0 too many were predicted; of learned ones the same of net sales; null where"
              + " none came, or it predicts no numbers.");
  public static final Field HOLDOUT_RANK_CORRELATION =
      Field.number(
          "holdout_rank_correlation",
          "Spearman's correlation of the purchase days predicted for a customer and those that"
              + " came, -1 to 1, of learned ones of net sales; null where either is the same for all.");
  public static final Field HOLDOUT_TOP_TENTH =
      Field.number(
          "holdout_top_tenth",
          "Of the tenth of customers who bought most in the span (of all buyers where they are"
              + " fewer), the share among as many for whom most was predicted, 0 to 1, of learned ones"
              + " by net sales; null where no customer bought.");
  public static final Field TOP_TENTH_SHARE =
      Field.number(
          Unit.SHARE,
          "top_tenth_share",
          "The share of all net sales of the span held out that came from the tenth of customers for"
              + " whom most was predicted, in the sample of value.learned-customers; models of"
              + " purchases predict orders times the value of an order. Null where it was not judged"
              + " by net sales.");
  public static final Field TOP_FIFTH_SHARE =
      Field.number(
          Unit.SHARE,
          "top_fifth_share",
          "The same of the fifth of customers for whom most was predicted.");
  public static final Field HOLDOUT_SALES_ERROR =
      Field.number(
          "holdout_sales_error",
          "The mean absolute error of a customer's net sales predicted for the span held out, in the"
              + " major unit: amounts of one half of the sample, calibrated on the other half. Null"
              + " where it was not judged by net sales.");
  public static final Field BEST_AT =
      Field.list(
          "best_at",
          "The judgements of orders, by column, at which no other row does better: where a rule is"
              + " named here, it beats every model at it; null where it was not judged by orders.");
  public static final Field SPEND_CORRELATION =
      Field.number(
          "spend_correlation",
          "Of gamma-gamma: Spearman's correlation of frequency and mean spend over repeat buyers,"
              + " -1 to 1, which it takes to be 0; null for others.");
  public static final Field STARTS =
      Field.count("starts", "Starting points that the fit tried; null where nothing was fitted.");
  public static final Field ITERATIONS =
      Field.count("iterations", "Newton steps from the best of them to the maximum.");
  public static final Field EVALUATIONS =
      Field.count("evaluations", "How often the log-likelihood was computed.");
  public static final Field GRADIENT_NORM =
      Field.number(
          "gradient_norm",
          "Length of the log-likelihood's slope where the fit ended, per customer and by the"
              + " logarithms of the parameters: 0 at a true maximum.");

  public static final Field BUCKET =
      Field.count(
              "bucket",
              "Customers by the number of orders predicted for them, of learned ones by net sales,"
                  + " fewest first, in groups as equal in size as they can be.")
          .asRequired();
  public static final Field PREDICTED =
      Field.number(
              "predicted",
              "Mean purchase days predicted for the span held out; of learned ones mean net sales,"
                  + " calibrated on the other half of the sample.")
          .asRequired();
  public static final Field OBSERVED =
      Field.number(
              "observed", "Mean purchase days that came in it; of learned ones mean net sales.")
          .asRequired();

  public static final Field WEEK =
      Field.count(
              "week",
              "Weeks of 7 days, counted from the day the span held out begins after: 1 is the first"
                  + " that the model had not seen, 0 the last that it had.")
          .asRequired();
  public static final Field WEEK_TO =
      Field.day("week_to", "The last day of the week.").asRequired();

  public static final Table TABLE =
      new Table(
          "value_models",
          "A customer-base model or a plain rule, what it was fitted to and how well it predicted.",
          List.of(SharedColumns.AS_OF, MODEL),
          List.of(
              SharedColumns.AS_OF,
              MODEL,
              PARAMETERS,
              STANDARD_ERRORS,
              LOG_LIKELIHOOD,
              CUSTOMERS,
              CONVERGED,
              CHOSEN,
              CHOSEN_FOR,
              REASON,
              HOLDOUT_FROM,
              HOLDOUT_ERROR,
              HOLDOUT_LOG_SCORE,
              HOLDOUT_BIAS,
              HOLDOUT_RANK_CORRELATION,
              HOLDOUT_TOP_TENTH,
              TOP_TENTH_SHARE,
              TOP_FIFTH_SHARE,
              HOLDOUT_SALES_ERROR,
              BEST_AT,
              SPEND_CORRELATION,
              STARTS,
              ITERATIONS,
              EVALUATIONS,
              GRADIENT_NORM));
  public static final Table CALIBRATION =
      new Table(
          "value_calibration",
          "Customers for whom a model or a rule predicted about as much in the span held out, and"
              + " what they did.",
          List.of(SharedColumns.AS_OF, MODEL, BUCKET),
          List.of(
              SharedColumns.AS_OF,
              MODEL,
              BUCKET,
              PREDICTED,
              OBSERVED,
              CUSTOMERS.renamed("customers", "The number of customers in the bucket.")));
  public static final Table TRACKING =
      new Table(
          "value_tracking",
          "Repeat purchase days in a week of all customers who had bought before the span held out"
              + " began, beside those that a model fitted up to then predicts for them.",
          List.of(SharedColumns.AS_OF, MODEL, WEEK),
          List.of(
              SharedColumns.AS_OF,
              MODEL,
              WEEK,
              WEEK_TO,
              PREDICTED.renamed("predicted", "Repeat purchase days predicted for all of them."),
              OBSERVED.renamed("observed", "Those that came.")));

  private ValueModelColumns() {}
}
