package dev.dangol.value.model;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The log-likelihood of (M)BG/CNBD-k and its gradient, triple by triple, in logarithms throughout.
 * What depends on the frequency alone is computed once for neighbours that share it.
 */
final class BetaGeometricTerms implements LikelihoodTerms {
  private final int k;
  private final int atOnce;
  private final double r;
  private final double alpha;
  private final double a;
  private final double b;
  private final SilentStages silent;

  private double x = -1;
  private double shape;
  private double constant;
  private double byR;
  private double byA;
  private double byB;

  private double logDropped;
  private double logEither;

  BetaGeometricTerms(BetaGeometric model, double[] parameters) {
    k = model.stages();
    silent = new SilentStages(k);
    atOnce = model.mayStopAtOnce();
    r = parameters[0];
    alpha = parameters[1];
    a = parameters[2];
    b = parameters[3];
  }

  @Override
  public double[] sum(HistoryCounts triples, int from, int to) {
    double[] sums = new double[5];
    for (int i = from; i < to; i++) {
      double age = triples.age(i);
      double recency = triples.recency(i);
      sums[0] += triples.customers(i) * logLikelihood(triples.frequency(i), recency, age);
      addGradient(recency, age, triples.customers(i), sums);
    }
    return sums;
  }

  @Override
  public double logLikelihood(double frequency, double recency, double age) {
    if (frequency != x) {
      takeFrequency(frequency);
    }
    double logAge = Math.log(alpha + age);
    silent.take(shape, age - recency, alpha + age);
    double logStages = silent.logSum();
    logDropped =
        x + atOnce > 0
            ? Math.log(a / (b + x - 1 + atOnce)) + shape * (logAge - Math.log(alpha + recency))
            : Double.NEGATIVE_INFINITY;
    double top = Math.max(logDropped, logStages);
    logEither = top + Math.log1p(Math.exp(-Math.abs(logDropped - logStages)));
    return constant - shape * logAge + logEither;
  }

  @Override
  public double alive() {
    return Math.exp(silent.logSum() - logEither);
  }

  private void takeFrequency(double frequency) {
    x = frequency;
    shape = r + k * x;
    double survived = b + x + atOnce;
    double logAlpha = Math.log(alpha);
    constant =
        Gamma.logGamma(shape)
            - Gamma.logGamma(r)
            + r * logAlpha
            + Beta.logBeta(a, survived)
            - Beta.logBeta(a, b)
            - x * Gamma.logGamma(k);
    double all = Gamma.digamma(a + b);
    double allLater = Gamma.digamma(a + survived);
    byR = Gamma.digamma(shape) - Gamma.digamma(r) + logAlpha;
    byA = all - allLater;
    byB = Gamma.digamma(survived) - allLater - Gamma.digamma(b) + all;
  }

  private void addGradient(double recency, double age, double customers, double[] sums) {
    double later = alpha + age;
    double last = alpha + recency;
    double dropped = Math.exp(logDropped - logEither);
    double alive = alive();
    double droppedByR = dropped == 0 ? 0 : dropped * Math.log(later / last);
    double droppedByAlpha = dropped * shape * (1 / later - 1 / last);
    sums[1] += customers * (byR - Math.log(later) + droppedByR + alive * silent.byShape());
    sums[2] += customers * (r / alpha - shape / later + droppedByAlpha + alive * silent.byAlpha());
    sums[3] += customers * (byA + dropped / a);
    sums[4] += customers * (byB - (dropped == 0 ? 0 : dropped / (b + x - 1 + atOnce)));
  }
}
