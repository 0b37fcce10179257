package dev.dangol.value;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.LimitEstimate;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.EmpiricalSpend;
import dev.dangol.value.model.GammaGamma;
import dev.dangol.value.model.SpendExpectation;
import dev.dangol.value.model.SpendModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Results of fitting what customers spend.
 *
 * @param spenders repeat buyers who spent something, to which the models are fitted
 * @param fits the result by model: Gamma-Gamma first, after it what stands in its place
 * @param correlation Spearman's of frequency and mean spend; NaN where it cannot be computed
 */
public record SpendResults(double spenders, Map<String, FitResult> fits, double correlation) {
  static final String SPEND = new GammaGamma().name();
  private static final String ENDLESS =
      "The mean spend over customers does not exist: q is 1 or less.";

  public SpendResults {
    fits = new LinkedHashMap<>(fits);
  }

  /** Gamma-Gamma, and its limit where it is at an edge. */
  static SpendResults of(double spenders, FitResult gammaGamma, double correlation) {
    Map<String, FitResult> fits = new LinkedHashMap<>();
    fits.put(SPEND, gammaGamma);
    if (gammaGamma instanceof LimitEstimate edge) {
      fits.put(edge.limit(), edge.estimate());
    }
    return new SpendResults(spenders, fits, correlation);
  }

  /** The same with plain means besides. */
  SpendResults orElse(ParameterEstimate plain) {
    Map<String, FitResult> more = new LinkedHashMap<>(fits);
    more.put(new EmpiricalSpend().name(), plain);
    return new SpendResults(spenders, more, correlation);
  }

  /** Nothing, for a reason. */
  static SpendResults none(String reason) {
    return of(0, new FailedFit(reason), Double.NaN);
  }

  /** The model that orders are valued with; empty where there is none. */
  public Optional<String> chosen() {
    return fits.keySet().stream().filter(name -> expectation(name).isPresent()).findFirst();
  }

  /** The expected value of an order by the chosen model. */
  public Optional<SpendExpectation> expectation() {
    return chosen().flatMap(this::expectation);
  }

  private Optional<SpendExpectation> expectation(String name) {
    return fits.get(name) instanceof ParameterEstimate estimate
        ? Optional.of(SpendModel.byName(name).expectation(estimate.values()))
            .filter(SpendExpectation::exists)
        : Optional.empty();
  }

  /** The reason why orders have no value; empty where they have one. */
  public Optional<String> nothing() {
    return chosen().isPresent() ? Optional.empty() : remark(SPEND);
  }

  /** Sentences on a model; empty where there is nothing to say. */
  Optional<String> remark(String name) {
    return fits.get(name)
        .remark()
        .or(
            () ->
                expectation(name).isEmpty()
                    ? Optional.of(ENDLESS)
                    : SpendModel.byName(name).assumption());
  }
}
