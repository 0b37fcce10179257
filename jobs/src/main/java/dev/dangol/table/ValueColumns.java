package dev.dangol.table;

import java.util.ArrayList;
import java.util.List;

/** Columns of the tables on what customers will do and are worth. */
public final class ValueColumns {
  public static final Field MODEL =
      Field.text(
              "model",
              "The model: bg-nbd, mbg-nbd, pareto-nbd, bg-cnbd-k or mbg-cnbd-k for purchases,"
                  + " gamma-gamma for spend.")
          .always();
  public static final Field PARAMETERS =
      Field.numbers(
          "parameters",
          "The model's parameters by their names in the literature, times in weeks of 7 days; null"
              + " where the model could not be fitted.");
  public static final Field STANDARD_ERRORS =
      Field.numbers(
          "standard_errors",
          "How sure each parameter is: its standard error; null where the model could not be"
              + " fitted.");
  public static final Field LOG_LIKELIHOOD =
      Field.number(
          "log_likelihood",
          "The log-likelihood at the parameters; null where the model could not be fitted.");
  public static final Field CUSTOMERS =
      Field.count("customers", "How many customers it was fitted to.").always();
  public static final Field HOLDOUT_ERROR =
      Field.number(
          "holdout_error",
          "Fitted to the time before, how far the model was off for a customer's orders in the span"
              + " held out: the mean absolute error, in orders; null where it was not tried.");
  public static final Field CHOSEN =
      Field.flag("chosen", "True for the models that customer_value is computed with.").always();
  public static final Field REASON =
      Field.text(
          "reason",
          "Why the model could not be fitted, or is not to be relied on; null where nothing is"
              + " wrong.");
  public static final Field STARTS =
      Field.count("starts", "Starting points that the fit tried; 0 where nothing was fitted.");
  public static final Field ITERATIONS =
      Field.count("iterations", "Newton steps from the best of them to the maximum.");
  public static final Field EVALUATIONS =
      Field.count("evaluations", "How often the log-likelihood was computed.");
  public static final Field GRADIENT_NORM =
      Field.number(
          "gradient_norm",
          "Length of the log-likelihood's slope where the fit ended, per customer and by the"
              + " logarithms of the parameters: 0 at a true maximum.");

  public static final Field P_ALIVE =
      Field.number("p_alive", "The probability that the customer has not stopped for good, 0 to 1.")
          .always();
  public static final Field EXPECTED_ORDER_VALUE =
      Field.total(
          "expected_order_value",
          "What a day with orders of his is expected to be worth in net sales: his own mean, drawn"
              + " towards everyone's the less is known of him; null where spend could not be"
              + " modelled.");
  public static final Field CLV =
      Field.total(
          "clv",
          "Margin of the orders expected in the next value.clv-months months, discounted month by"
              + " month; null where the margin is not known or spend could not be modelled.");
  public static final Field NEXT_ORDER_ON =
      Field.day(
          "next_order_on",
          "The day by which the next order has come with a probability of one half, given that it"
              + " comes within value.clv-months months; null where that is as good as impossible.");
  public static final Field NEXT_ORDER_FROM =
      NEXT_ORDER_ON.named(
          "next_order_from",
          "The same with a probability of a quarter: where the window of the next order opens.");
  public static final Field NEXT_ORDER_TO =
      NEXT_ORDER_ON.named(
          "next_order_to",
          "The same with a probability of three quarters: where the window closes.");

  public static final Field BUCKET =
      Field.count(
              "bucket",
              "Customers by how many orders were expected of them, fewest first, in groups as equal"
                  + " in size as they can be.")
          .always();
  public static final Field PREDICTED =
      Field.number("predicted", "Mean orders expected in the span held out.").always();
  public static final Field OBSERVED =
      Field.number("observed", "Mean orders that came in it.").always();

  /** Of counted histories, of which no table is stored: mean days in a bin of them. */
  public static final Field MEAN_RECENCY_DAYS =
      Field.number("mean_recency_days", "Mean days from first to latest purchase day.");

  public static final Field MEAN_AGE_DAYS =
      Field.number("mean_age_days", "Mean days from first purchase day to the as-of day.");
  public static final Field RECENCY_BIN = Field.count("recency_bin", "Whole bins of recency.");
  public static final Field AGE_BIN = Field.count("age_bin", "Whole bins of age.");
  public static final Field LATER_FREQUENCY =
      Field.count("later_frequency", "Repeat purchase days by a later day.");
  public static final Field LATER_ORDERS =
      Field.count("later_orders", "Purchase days between two days.");
  public static final Field SPEND_BIN =
      Field.count("spend_bin", "Hundredths of the logarithm of the mean spend.");
  public static final Field MEAN_SPEND = Field.number("mean_spend", "Mean of the mean spends.");
  public static final Field MEAN_LOG_SPEND =
      Field.number("mean_log_spend", "Mean logarithm of the mean spends.");
  public static final Field DISCOUNTED_ORDERS =
      Field.number("discounted_orders", "Orders expected, discounted month by month.");
  public static final Field DAYS_TO_ORDER =
      Field.number("days_to_order", "Days to the next order, as next_order_on.");
  public static final Field DAYS_TO_ORDER_FROM =
      Field.number("days_to_order_from", "Days to the next order, as next_order_from.");
  public static final Field DAYS_TO_ORDER_TO =
      Field.number("days_to_order_to", "Days to the next order, as next_order_to.");

  public static final Table VALUE_MODELS =
      new Table(
          "value_models",
          "A customer-base model, what it was fitted to and how well it foretold.",
          List.of(Columns.AS_OF, MODEL),
          List.of(
              Columns.AS_OF,
              MODEL,
              PARAMETERS,
              STANDARD_ERRORS,
              LOG_LIKELIHOOD,
              CUSTOMERS,
              HOLDOUT_ERROR,
              CHOSEN,
              REASON,
              STARTS,
              ITERATIONS,
              EVALUATIONS,
              GRADIENT_NORM));
  public static final Table VALUE_CALIBRATION =
      new Table(
          "value_calibration",
          "Customers of whom a model expected about as much, and what they did.",
          List.of(Columns.AS_OF, MODEL, BUCKET),
          List.of(
              Columns.AS_OF,
              MODEL,
              BUCKET,
              PREDICTED,
              OBSERVED,
              CUSTOMERS.named("customers", "How many customers are in the bucket.")));

  private ValueColumns() {}

  /** Orders to expect in that many days after the as-of day. */
  public static Field expectedOrders(int days) {
    return Field.number(
            "expected_orders_" + days + "d",
            "Days with orders to expect of the customer in the " + days + " days that follow.")
        .always();
  }

  /** The probability of an order in that many days after the as-of day. */
  public static Field chanceOfOrder(int days) {
    return Field.number(
            "p_buy_" + days + "d",
            "The probability of at least one order in the " + days + " days that follow, 0 to 1.")
        .always();
  }

  /** The table, with the columns of each of the configured horizons, in days. */
  public static Table customerValue(List<Integer> horizons) {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                Columns.AS_OF,
                Columns.CUSTOMER_ID,
                P_ALIVE,
                EXPECTED_ORDER_VALUE,
                CLV,
                NEXT_ORDER_ON,
                NEXT_ORDER_FROM,
                NEXT_ORDER_TO));
    for (int days : horizons) {
      fields.addAll(List.of(expectedOrders(days), chanceOfOrder(days)));
    }
    return new Table(
        "customer_value",
        "A customer, and what to expect of him.",
        List.of(Columns.AS_OF, Columns.CUSTOMER_ID),
        fields);
  }
}
