package dev.dangol.value;

import dev.dangol.value.model.GammaGamma;
import dev.dangol.value.model.PurchaseModel;
import java.util.List;
import java.util.Map;

/**
 * The models that customers are scored with, as value_models holds them.
 *
 * @param model the name of the model of purchases
 * @param parameters its parameters by their names in the literature
 * @param spend those of Gamma-Gamma; empty where spend could not be modelled
 */
public record ScoringModels(
    String model, Map<String, Double> parameters, Map<String, Double> spend) {
  /** Refuses parameters that are not the model's own. */
  public ScoringModels {
    parameters = Map.copyOf(parameters);
    spend = Map.copyOf(spend);
    refuseOthers(parameters, PurchaseModel.byName(model).names());
    if (!spend.isEmpty()) {
      refuseOthers(spend, new GammaGamma().names());
    }
  }

  /** The parameters of the model of purchases in their order. */
  double[] purchases() {
    return PurchaseModel.byName(model).names().stream().mapToDouble(parameters::get).toArray();
  }

  /** Those of Gamma-Gamma in their order. */
  double[] spending() {
    return new GammaGamma().names().stream().mapToDouble(spend::get).toArray();
  }

  private static void refuseOthers(Map<String, Double> parameters, List<String> names) {
    if (names.size() != parameters.size() || !parameters.keySet().containsAll(names)) {
      throw new IllegalArgumentException("Parameters are " + parameters + ", not " + names + ".");
    }
  }
}
