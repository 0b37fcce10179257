package dev.dangol.value;

import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.SpendExpectation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models that customers are scored with, as value_models holds them.
 *
 * @param model the name of the model of purchases
 * @param parameters its parameters by their names in the literature
 * @param spend the expected value of an order; empty where spend could not be modelled
 */
public record ScoringModels(
    String model, Map<String, Double> parameters, Optional<SpendExpectation> spend) {
  /** Refuses parameters that are not the model's own. */
  public ScoringModels {
    parameters = Map.copyOf(parameters);
    refuseOthers(parameters, PurchaseModel.byName(model).names());
  }

  /** The parameters of the model of purchases in their order. */
  double[] purchases() {
    return PurchaseModel.byName(model).names().stream().mapToDouble(parameters::get).toArray();
  }

  private static void refuseOthers(Map<String, Double> parameters, List<String> names) {
    if (names.size() != parameters.size() || !parameters.keySet().containsAll(names)) {
      throw new IllegalArgumentException("Parameters are " + parameters + ", not " + names + ".");
    }
  }
}
