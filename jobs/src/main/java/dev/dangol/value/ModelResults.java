package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Results of comparing the models and of fitting them.
 *
 * @param settings what they were fitted with
 * @param contest how they fared on days that they had not seen
 * @param fitted what came of fitting them to everything
 * @param sales how all candidates fared on later net sales, learned ones among them
 */
public record ModelResults(
    ValueSettings settings, ModelComparison contest, FittedModels fitted, SalesContest sales) {
  private static final String PURCHASES = "orders active";
  private static final String SALES = "net_sales";

  /** The reason why no model is fitted at all; empty where models were tried. */
  public Optional<String> refused() {
    return fitted.customers() > 0 ? Optional.empty() : fitted.nothing();
  }

  /** The reason why Gamma-Gamma is not to be relied on; empty where there is none. */
  public Optional<String> notIndependent() {
    double correlation = fitted.spend().correlation();
    double most = settings.trial().maxSpendCorrelation();
    return fitted.knowsSpend() && Math.abs(correlation) > most
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "Spend goes together with how often customers buy (Spearman's correlation %.2f;"
                    + " value.max-spend-correlation is %s), and Gamma-Gamma assumes that it does"
                    + " not.",
                correlation,
                most))
        : Optional.empty();
  }

  /** The model that net sales come from; empty where they are not known. */
  public Optional<String> salesModel() {
    return sales
        .chosen()
        .map(SalesContest.ChosenSales::model)
        .or(() -> fitted.knowsSpend() ? fitted.chosen() : Optional.empty());
  }

  /** The uses that a model is chosen for, separated by blanks; empty for none. */
  public Optional<String> chosenFor(String model) {
    Optional<String> name = Optional.of(model);
    return Stream.of(
            Optional.of(PURCHASES).filter(uses -> fitted.chosen().equals(name)),
            Optional.of(SALES).filter(use -> salesModel().equals(name)))
        .flatMap(Optional::stream)
        .reduce((uses, more) -> uses + " " + more);
  }
}
