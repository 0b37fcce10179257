package dev.dangol.value.model;

import dev.dangol.value.fitting.LogLikelihood;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Beta-geometric models: customers buy at their own rate and stop for good after a purchase. The
 * probability of stopping is their own too. The models are BG/NBD (Fader, Hardie &amp; Lee 2005),
 * MBG/NBD, where a customer may stop right after the first purchase (Batislam, Denizel &amp;
 * Filiztekin 2007), and (M)BG/CNBD-k for buyers who are more regular than chance (Platzer &amp;
 * Reutterer 2016). Rates are gamma distributed with shape r and rate alpha, the probability of
 * stopping is beta distributed with a and b.
 *
 * @param stages k: a purchase is every k-th event of a Poisson process; 1 for BG/NBD and MBG/NBD
 * @param mayStopAtOnce 1 where a customer may stop right after the first purchase, else 0
 */
public record BetaGeometric(int stages, int mayStopAtOnce) implements PurchaseModel {
  private static final Pattern NAME = Pattern.compile("(m?)bg-(?:nbd|cnbd-([2-9]))");

  /** Refuses other numbers than those explained. */
  public BetaGeometric {
    if (stages < 1 || stages > 9 || mayStopAtOnce < 0 || mayStopAtOnce > 1) {
      throw new IllegalArgumentException("There is no such model: " + stages + " stages.");
    }
  }

  static Optional<PurchaseModel> byName(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int stages = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
    return Optional.of(new BetaGeometric(stages, parts.group(1).length()));
  }

  @Override
  public String name() {
    return (mayStopAtOnce == 1 ? "m" : "") + (stages == 1 ? "bg-nbd" : "bg-cnbd-" + stages);
  }

  @Override
  public List<String> names() {
    return List.of("r", "alpha", "a", "b");
  }

  @Override
  public List<PurchaseModel> limits() {
    return List.of(
        new NegativeBinomial(stages),
        new AlikeCustomers(this, AlikeCustomers.Likeness.CHANCES),
        new AlikeCustomers(this, AlikeCustomers.Likeness.RATES));
  }

  @Override
  public LogLikelihood likelihood(HistoryCounts customers) {
    return LikelihoodTerms.likelihood(
        this, customers, parameters -> new BetaGeometricTerms(this, parameters));
  }

  @Override
  public List<double[]> starts(HistoryCounts customers) {
    double rate = stages * customers.repeatPurchases() / customers.weeks();
    return List.of(
        start(0.3, rate, 0.6, 2),
        start(1, rate, 0.6, 2),
        start(1, 3 * rate, 1.5, 2),
        start(0.3, rate, 0.2, 5),
        start(4, 2 * rate, 1, 10));
  }

  private static double[] start(double r, double rate, double a, double b) {
    return new double[] {r, r / rate, a, b};
  }

  @Override
  public PurchaseForecast forecast(double[] parameters) {
    return new BetaGeometricForecast(this, parameters);
  }
}
