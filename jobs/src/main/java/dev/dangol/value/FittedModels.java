package dev.dangol.value;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.EmpiricalRates;
import dev.dangol.value.model.PurchaseModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results of fitting every model up to the day.
 *
 * @param customers all customers, to which models of purchases are fitted
 * @param purchases the result of each model of purchases, in the configured order; after them the
 *     limits that stand for models at an edge
 * @param chosen the one that customers are scored with; empty where none could be fitted
 * @param spend the results on what an order is worth
 */
public record FittedModels(
    double customers,
    Map<String, FitResult> purchases,
    Optional<String> chosen,
    SpendResults spend) {

  public FittedModels {
    purchases = new LinkedHashMap<>(purchases);
  }

  /** Nothing of these models, for a reason that holds for all of them. */
  public static FittedModels none(List<String> models, String reason) {
    FailedFit refused = new FailedFit(reason);
    Map<String, FitResult> purchases = new LinkedHashMap<>();
    models.forEach(model -> purchases.put(model, refused));
    return new FittedModels(0, purchases, Optional.empty(), SpendResults.none(reason));
  }

  /** The same with the model of purchases that did best; none where none has parameters. */
  public FittedModels choosing(ModelComparison contest) {
    List<String> found =
        purchases.keySet().stream()
            .filter(name -> purchases.get(name) instanceof ParameterEstimate)
            .toList();
    return new FittedModels(customers, purchases, contest.best(found), spend);
  }

  /** The names of the models of purchases that were tried. */
  public List<String> models() {
    return List.copyOf(purchases.keySet());
  }

  /** The chosen model of purchases, fitted. */
  public Optional<ParameterEstimate> estimate() {
    return chosen.flatMap(name -> purchases.get(name).found());
  }

  /**
   * The models that customers are scored with; empty where no model of purchases could be fitted.
   */
  public Optional<ScoringModels> scoring() {
    return chosen.map(
        name ->
            new ScoringModels(name, estimate().orElseThrow().parameters(), spend.expectation()));
  }

  /** True where spend could be modelled. */
  public boolean knowsSpend() {
    return spend.chosen().isPresent();
  }

  /** The reason why no customer can be scored: the faults of the models, each once. */
  public Optional<String> nothing() {
    return chosen.isPresent()
        ? Optional.empty()
        : purchases.values().stream()
            .filter(FailedFit.class::isInstance)
            .map(result -> ((FailedFit) result).reason())
            .distinct()
            .reduce((one, other) -> one + " " + other);
  }

  /**
   * The reason why P(alive) says nothing of a customer; empty where it does, or no model was
   * chosen.
   */
  public Optional<String> withoutChurn() {
    return chosen
        .map(PurchaseModel::byName)
        .filter(model -> !model.knowsChurn())
        .map(
            model ->
                model instanceof EmpiricalRates
                    ? "Plain rates say nothing of churn: no model of purchases could be fitted."
                    : "By the model "
                        + model.name()
                        + " nobody churns: it is 1 for every customer.");
  }

  PurchaseModel model() {
    return PurchaseModel.byName(chosen.orElseThrow());
  }
}
