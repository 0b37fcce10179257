package dev.dangol.value.model;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.LogLikelihood;
import dev.dangol.value.fitting.ParameterEstimate;
import java.util.List;
import java.util.Optional;

/**
 * Plain rates of buying, each drawn towards that of all customers. They are for businesses with too
 * few repeat buyers to fit a model to: a customer's rate is (r + x) / (alpha + T), where r / alpha
 * is the rate of all, and alpha the weeks that it counts for. They say nothing of churn.
 */
public record EmpiricalRates() implements PurchaseModel {
  /** The number of repeat buyers from which on rates are counted. */
  public static final int FEWEST = 2;

  @Override
  public String name() {
    return "empirical";
  }

  @Override
  public List<String> names() {
    return List.of("r", "alpha");
  }

  @Override
  public boolean knowsChurn() {
    return false;
  }

  @Override
  public Optional<String> assumption() {
    return Optional.of("Plain rates of buying, drawn towards that of all customers; no maximum.");
  }

  /**
   * Counts the rate of all, and how much rates differ: the variance of purchases beyond chance. The
   * rate of all counts for at least the mean age of the customers, and at most for all their weeks.
   */
  @Override
  public FitResult fit(PurchaseFits fits) {
    HistoryCounts customers = fits.customers();
    if (customers.repeatBuyers() < FEWEST) {
      return FailedFit.tooFew("", customers.repeatBuyers(), new FitRules(FEWEST, 0));
    }
    double rate = customers.repeatPurchases() / customers.weeks();
    double excess = 0;
    double squares = 0;
    for (int i = 0; i < customers.size(); i++) {
      double expected = rate * customers.age(i);
      double apart = customers.frequency(i) - expected;
      excess += customers.customers(i) * (apart * apart - expected);
      squares += customers.customers(i) * customers.age(i) * customers.age(i);
    }
    double least = customers.weeks() / customers.customers();
    double wanted = excess > 0 ? rate * squares / excess : Double.MAX_VALUE;
    double alpha = Math.min(customers.weeks(), Math.max(least, wanted));
    double[] parameters = {rate * alpha, alpha};
    return ParameterEstimate.known(this, parameters, logLikelihood(customers, parameters));
  }

  @Override
  public LogLikelihood likelihood(HistoryCounts customers) {
    return new NegativeBinomial(1).likelihood(customers);
  }

  @Override
  public List<double[]> starts(HistoryCounts customers) {
    return new NegativeBinomial(1).starts(customers);
  }

  @Override
  public PurchaseForecast forecast(double[] parameters) {
    return new EmpiricalForecast(new NegativeBinomial(1).forecast(parameters));
  }

  /** Forecast by rates that go on, of customers of whom it is not known whether they churned. */
  private record EmpiricalForecast(PurchaseForecast rates) implements PurchaseForecast {
    @Override
    public double logLikelihood(PurchaseHistory history) {
      return rates.logLikelihood(history);
    }

    @Override
    public double alive(PurchaseHistory history) {
      return Double.NaN;
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double weeks) {
      return rates.expectedPurchases(history, weeks);
    }

    @Override
    public double expectedOfNew(double weeks) {
      return rates.expectedOfNew(weeks);
    }

    @Override
    public double chanceOfPurchase(PurchaseHistory history, double weeks) {
      return rates.chanceOfPurchase(history, weeks);
    }

    @Override
    public double chanceIfHere(PurchaseHistory history, double weeks) {
      return rates.chanceIfHere(history, weeks);
    }

    @Override
    public double paceIfHere(PurchaseHistory history, double weeks) {
      return rates.paceIfHere(history, weeks);
    }
  }
}
