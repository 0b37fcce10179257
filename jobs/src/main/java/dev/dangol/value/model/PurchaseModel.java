package dev.dangol.value.model;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.LogLikelihood;
import dev.dangol.value.fitting.MaximumLikelihood;
import dev.dangol.value.fitting.ParametricModel;
import java.util.List;
import java.util.Optional;

/**
 * A model of when customers buy and when they stop, fitted to counted histories. Its parameters are
 * all above 0; its times are in weeks.
 */
public sealed interface PurchaseModel extends ParametricModel
    permits BetaGeometric, ParetoNbd, NegativeBinomial, AlikeCustomers, EmpiricalRates {
  /** The number of customers that the search for starting points reads. */
  int SAMPLE = 1_500;

  /** The model's name in configuration and tables. */
  String name();

  @Override
  List<String> names();

  /**
   * The regularity k of purchases: a purchase is every k-th event of a Poisson process. Without the
   * days between purchases, log-likelihoods can be compared between models of the same k alone.
   */
  default int stages() {
    return 1;
  }

  /** The simpler models that this one becomes at edges of its parameters, the simplest first. */
  default List<PurchaseModel> limits() {
    return List.of();
  }

  /** False where the model says nothing of who has stopped for good. */
  default boolean knowsChurn() {
    return true;
  }

  /** A sentence on what the model takes for granted; empty where that is nothing unusual. */
  default Optional<String> assumption() {
    return Optional.empty();
  }

  /** The forecast of customers, given the parameters in the model's order. */
  PurchaseForecast forecast(double[] parameters);

  /** The log-likelihood of these customers. */
  LogLikelihood likelihood(HistoryCounts customers);

  /** Starting points from the customers' mean rate of buying; always the same for the same ones. */
  List<double[]> starts(HistoryCounts customers);

  /**
   * Fits the model; never fails with an exception, but says why there are no parameters. Where the
   * likelihood rises towards an edge, the simpler model that it becomes there is fitted.
   */
  default FitResult fit(HistoryCounts customers, FitRules rules) {
    return new PurchaseFits(customers, rules).of(this);
  }

  /** Fits the model beside others, from which its limits are taken. */
  default FitResult fit(PurchaseFits fits) {
    HistoryCounts customers = fits.customers();
    FitRules rules = fits.rules();
    double repeaters = customers.repeatBuyers();
    if (repeaters < rules.minRepeatBuyers() || repeaters == 0 || customers.weeks() == 0) {
      return FailedFit.tooFew("", repeaters, rules);
    }
    MaximumLikelihood maximum = new MaximumLikelihood(this, rules);
    FitResult own =
        maximum.fit(
            likelihood(customers.sample(SAMPLE)),
            likelihood(customers),
            starts(customers),
            customers.customers());
    if (!(own instanceof FailedFit none)) {
      return own;
    }
    ModelEdge edge = new ModelEdge(none, maximum.reached(), customers.customers());
    return limits().stream()
        .flatMap(limit -> edge.standing(limit.name(), fits.of(limit)).stream())
        .findFirst()
        .<FitResult>map(limit -> limit.saying(byName(limit.limit()).assumption()))
        .orElse(none);
  }

  /**
   * The log-likelihood of customers at parameters found on others, or on the same ones earlier: the
   * log-likelihood of a later span is that of all their time less that of the time before.
   */
  default double logLikelihood(HistoryCounts customers, double[] parameters) {
    return likelihood(customers).at(parameters, new double[parameters.length]);
  }

  /**
   * A model by its name: bg-nbd, mbg-nbd, pareto-nbd, or bg-cnbd-2 to mbg-cnbd-9 for regular
   * buyers; or the limit of one: nbd, cnbd-2 and so on; or empirical.
   *
   * @throws IllegalArgumentException if there is no such model
   */
  static PurchaseModel byName(String name) {
    if (name.equals("pareto-nbd")) {
      return new ParetoNbd();
    }
    if (name.equals(new EmpiricalRates().name())) {
      return new EmpiricalRates();
    }
    return BetaGeometric.byName(name)
        .or(() -> NegativeBinomial.byName(name))
        .or(() -> AlikeCustomers.byName(name))
        .orElseThrow(() -> new IllegalArgumentException(name + " is not a model."));
  }
}
