package dev.dangol.value.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Retention gain: the additional value if more customers bought again. Retention is the share of
 * customers who buy at least once in the months that lifetime value looks ahead. It is raised by
 * multiplying everyone's odds of that by the same factor, so that neither the faithful nor the lost
 * change much and those in between most; who buys again is expected to be worth as much as the
 * model expects of the same history where it buys again.
 */
public final class RetentionGain {
  private static final double MOST_ODDS = 60;

  private final List<HistoryWorth> base;
  private final PurchaseModel model;
  private final DiscountSchedule discounting;
  private final Map<List<Double>, HistoryValues> scored = new HashMap<>();

  /**
   * Looks at a customer base.
   *
   * @param base all customers by their history
   */
  public RetentionGain(List<HistoryWorth> base, PurchaseModel model, DiscountSchedule discounting) {
    this.base = List.copyOf(base);
    this.model = model;
    this.discounting = discounting;
  }

  /**
   * Customers with the same history.
   *
   * @param customers how many they are
   * @param orderValue the value of an order of each, added up over them
   */
  public record HistoryWorth(PurchaseHistory history, double customers, double orderValue) {}

  /** The share of customers who are expected to buy again; NaN without customers. */
  public double retention(double[] parameters) {
    return scores(parameters).retention();
  }

  /** Discounted net sales expected of all of them. */
  public double value(double[] parameters) {
    return scores(parameters).value();
  }

  /**
   * The growth of the value where retention is higher.
   *
   * @param points added to the retention, as a share: 0.01 for one point
   * @return NaN where retention would exceed 1
   */
  public double change(double[] parameters, double points) {
    return scores(parameters).change(points);
  }

  private HistoryValues scores(double[] parameters) {
    return scored.computeIfAbsent(
        Arrays.stream(parameters).boxed().toList(), any -> new HistoryValues(parameters));
  }

  /** Of each history, the probability of buying again and the discounted value, at parameters. */
  private final class HistoryValues {
    private final double[] chance = new double[base.size()];
    private final double[] value = new double[base.size()];

    HistoryValues(double[] parameters) {
      PurchaseForecast forecast = model.forecast(parameters);
      double weeks = discounting.months() * DiscountSchedule.MONTH;
      for (int i = 0; i < base.size(); i++) {
        HistoryWorth worth = base.get(i);
        chance[i] = forecast.chanceOfPurchase(worth.history(), weeks);
        value[i] = worth.orderValue() * discounting.purchases(forecast, worth.history());
      }
    }

    double retention() {
      return retention(0);
    }

    double value() {
      return Arrays.stream(value).sum();
    }

    double change(double points) {
      double wanted = retention() + points;
      if (!(wanted < retention(MOST_ODDS))) {
        return Double.NaN;
      }
      double logOdds =
          new BrentSolver(1e-12).solve(1_000, x -> retention(x) - wanted, 0, MOST_ODDS);
      double change = 0;
      for (int i = 0; i < value.length; i++) {
        change += value[i] * (growth(chance[i], logOdds) - 1);
      }
      return change;
    }

    private double retention(double logOdds) {
      double customers = 0;
      double returning = 0;
      for (int i = 0; i < chance.length; i++) {
        customers += base.get(i).customers();
        returning += base.get(i).customers() * chance[i] * growth(chance[i], logOdds);
      }
      return returning / customers;
    }

    /** The factor by which a probability grows where its odds grow by e to the power of so much. */
    private static double growth(double chance, double logOdds) {
      double odds = Math.exp(logOdds);
      return odds / (1 - chance + chance * odds);
    }
  }
}
