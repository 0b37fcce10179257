package dev.dangol.value.model;

import dev.dangol.value.fitting.LogLikelihood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Limit of a model in which customers do not differ in one respect. The first parameter of its
 * distribution grows without end, and the ratio of the two remains. The NBD becomes a Poisson
 * process that way.
 *
 * @param mixed the model in which customers differ
 * @param likeness the respect in which they do not
 */
public record AlikeCustomers(PurchaseModel mixed, Likeness likeness) implements PurchaseModel {
  /** So large a first parameter that nothing is seen any more of how customers differ. */
  private static final double MANY = 1e6;

  private static final String POISSON = "poisson";
  private static final String ERLANG = "erlang-";

  /** Respect in which all customers are alike, with the distribution that shrinks to its mean. */
  public enum Likeness {
    /** All buy at the rate lambda per week. */
    RATES("r", "lambda", "-equal-rates", "All customers buy at the same rate."),
    /** All stop at the rate mu per week. */
    LIFETIMES("s", "mu", "-equal-churn", "All customers churn at the same rate."),
    /** All stop after a purchase with the same odds. */
    CHANCES("a", "odds", "-equal-churn", "All customers are as likely to churn after an order.");

    private final String first;
    private final String ratio;
    private final String suffix;
    private final String meaning;

    Likeness(String first, String ratio, String suffix, String meaning) {
      this.first = first;
      this.ratio = ratio;
      this.suffix = suffix;
      this.meaning = meaning;
    }

    private static Likeness ofChurn(PurchaseModel model) {
      return model.names().contains(LIFETIMES.first) ? LIFETIMES : CHANCES;
    }
  }

  static Optional<PurchaseModel> byName(String name) {
    if (name.equals(POISSON)) {
      return Optional.of(new AlikeCustomers(new NegativeBinomial(1), Likeness.RATES));
    }
    if (name.matches(ERLANG + "[2-9]")) {
      int stages = Integer.parseInt(name.substring(ERLANG.length()));
      return Optional.of(new AlikeCustomers(new NegativeBinomial(stages), Likeness.RATES));
    }
    if (name.endsWith(Likeness.CHANCES.suffix)) {
      PurchaseModel mixed = without(name, Likeness.CHANCES.suffix);
      return Optional.of(new AlikeCustomers(mixed, Likeness.ofChurn(mixed)));
    }
    return name.endsWith(Likeness.RATES.suffix)
        ? Optional.of(new AlikeCustomers(without(name, Likeness.RATES.suffix), Likeness.RATES))
        : Optional.empty();
  }

  private static PurchaseModel without(String name, String suffix) {
    return PurchaseModel.byName(name.substring(0, name.length() - suffix.length()));
  }

  @Override
  public String name() {
    if (mixed instanceof NegativeBinomial) {
      return stages() == 1 ? POISSON : ERLANG + stages();
    }
    return mixed.name() + likeness.suffix;
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(mixed.names());
    int place = place();
    names.set(place, likeness.ratio);
    names.remove(place + 1);
    return List.copyOf(names);
  }

  @Override
  public int stages() {
    return mixed.stages();
  }

  /** Limits without churn, and with customers who are alike in both respects. */
  @Override
  public List<PurchaseModel> limits() {
    if (mixed instanceof NegativeBinomial) {
      return List.of();
    }
    PurchaseModel staying = new NegativeBinomial(stages());
    PurchaseModel alike = new AlikeCustomers(staying, Likeness.RATES);
    if (mixed instanceof AlikeCustomers) {
      return List.of(alike);
    }
    return likeness == Likeness.RATES
        ? List.of(alike, new AlikeCustomers(this, Likeness.ofChurn(mixed)))
        : List.of(staying, new AlikeCustomers(new AlikeCustomers(mixed, Likeness.RATES), likeness));
  }

  @Override
  public boolean knowsChurn() {
    return mixed.knowsChurn();
  }

  @Override
  public Optional<String> assumption() {
    return Optional.of(mixed.assumption().map(a -> a + " ").orElse("") + likeness.meaning);
  }

  @Override
  public LogLikelihood likelihood(HistoryCounts customers) {
    LogLikelihood of = mixed.likelihood(customers);
    int place = place();
    return (parameters, gradient) -> {
      double[] slopes = new double[parameters.length + 1];
      double value = of.at(mixing(parameters), slopes);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = slopes[i < place ? i : i + 1];
      }
      gradient[place] *= -MANY / (parameters[place] * parameters[place]);
      return value;
    };
  }

  @Override
  public List<double[]> starts(HistoryCounts customers) {
    return mixed.starts(customers).stream().map(this::ratios).toList();
  }

  @Override
  public PurchaseForecast forecast(double[] parameters) {
    return mixed.forecast(mixing(parameters));
  }

  /** In every model the second parameter of a distribution follows the first. */
  private int place() {
    return mixed.names().indexOf(likeness.first);
  }

  private double[] ratios(double[] mixing) {
    int place = place();
    return IntStream.range(0, mixing.length - 1)
        .mapToDouble(
            i -> i == place ? mixing[i] / mixing[i + 1] : i < place ? mixing[i] : mixing[i + 1])
        .toArray();
  }

  private double[] mixing(double[] own) {
    int place = place();
    double[] mixing = new double[own.length + 1];
    for (int i = 0; i < own.length; i++) {
      mixing[i < place ? i : i + 1] = own[i];
    }
    mixing[place] = MANY;
    mixing[place + 1] = MANY / own[place];
    return mixing;
  }
}
