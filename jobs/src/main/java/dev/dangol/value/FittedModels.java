package dev.dangol.value;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.PurchaseModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results of fitting every model up to the day.
 *
 * @param customers all customers, to which models of purchases are fitted
 * @param purchases the result of each model of purchases, in the configured order
 * @param chosen the one that customers are scored with; empty where none could be fitted
 * @param spenders repeat buyers who spent something, to which Gamma-Gamma is fitted
 * @param spend the result of Gamma-Gamma
 * @param spendCorrelation Spearman's of frequency and mean spend; NaN where it cannot be computed
 */
public record FittedModels(
    double customers,
    Map<String, FitResult> purchases,
    Optional<String> chosen,
    double spenders,
    FitResult spend,
    double spendCorrelation) {

  public FittedModels {
    purchases = new LinkedHashMap<>(purchases);
  }

  /** Nothing of these models, for a reason that holds for all of them. */
  public static FittedModels none(List<String> models, String reason) {
    FailedFit refused = new FailedFit(reason);
    Map<String, FitResult> purchases = new LinkedHashMap<>();
    models.forEach(model -> purchases.put(model, refused));
    return new FittedModels(0, purchases, Optional.empty(), 0, refused, Double.NaN);
  }

  /** The chosen model of purchases, fitted. */
  public Optional<ParameterEstimate> estimate() {
    return chosen.map(name -> (ParameterEstimate) purchases.get(name));
  }

  /**
   * The models that customers are scored with; empty where no model of purchases could be fitted.
   */
  public Optional<ScoringModels> scoring() {
    return chosen.map(
        name -> new ScoringModels(name, parameters(purchases.get(name)), parameters(spend)));
  }

  /** True where spend could be modelled. */
  public boolean knowsSpend() {
    return spend instanceof ParameterEstimate;
  }

  /** The reason why no customer can be scored: the faults of the models, each once. */
  public Optional<String> nothing() {
    return chosen.isPresent()
        ? Optional.empty()
        : purchases.values().stream()
            .map(result -> ((FailedFit) result).reason())
            .distinct()
            .reduce((one, other) -> one + " " + other);
  }

  PurchaseModel model() {
    return PurchaseModel.byName(chosen.orElseThrow());
  }

  private static Map<String, Double> parameters(FitResult result) {
    return result instanceof ParameterEstimate estimate ? estimate.parameters() : Map.of();
  }
}
