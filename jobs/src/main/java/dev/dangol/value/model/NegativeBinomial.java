package dev.dangol.value.model;

import dev.dangol.value.fitting.LogLikelihood;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NBD model (Ehrenberg 1959): customers buy at their own rate and never stop. Rates are gamma
 * distributed with shape r and rate alpha. It is what BG/NBD, MBG/NBD and Pareto/NBD become where
 * nobody churns; with k above 1, what (M)BG/CNBD-k becomes.
 *
 * @param stages k: a purchase is every k-th event of a Poisson process
 */
public record NegativeBinomial(int stages) implements PurchaseModel {
  private static final Pattern NAME = Pattern.compile("nbd|cnbd-([2-9])");

  static Optional<PurchaseModel> byName(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            new NegativeBinomial(parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1))))
        : Optional.empty();
  }

  @Override
  public String name() {
    return stages == 1 ? "nbd" : "cnbd-" + stages;
  }

  @Override
  public List<String> names() {
    return List.of("r", "alpha");
  }

  @Override
  public List<PurchaseModel> limits() {
    return List.of(new AlikeCustomers(this, AlikeCustomers.Likeness.RATES));
  }

  @Override
  public boolean knowsChurn() {
    return false;
  }

  @Override
  public Optional<String> assumption() {
    return Optional.of("Nobody churns: P(alive) is 1 by construction.");
  }

  @Override
  public LogLikelihood likelihood(HistoryCounts customers) {
    return LikelihoodTerms.likelihood(
        this, customers, parameters -> new NegativeBinomialTerms(this, parameters));
  }

  @Override
  public List<double[]> starts(HistoryCounts customers) {
    double rate = stages * customers.repeatPurchases() / customers.weeks();
    return List.of(
        new double[] {0.3, 0.3 / rate},
        new double[] {1, 1 / rate},
        new double[] {4, 4 / rate},
        new double[] {30, 30 / rate});
  }

  @Override
  public PurchaseForecast forecast(double[] parameters) {
    return new NegativeBinomialForecast(this, parameters);
  }
}
