package dev.dangol.value.model;

import org.apache.commons.math3.special.Gamma;

/** The log-likelihood of the NBD and its gradient, triple by triple. */
final class NegativeBinomialTerms implements LikelihoodTerms {
  private final int k;
  private final double r;
  private final double alpha;
  private final SilentStages silent;

  private double x = -1;
  private double shape;
  private double constant;
  private double byR;

  NegativeBinomialTerms(NegativeBinomial model, double[] parameters) {
    k = model.stages();
    r = parameters[0];
    alpha = parameters[1];
    silent = new SilentStages(k);
  }

  @Override
  public double[] sum(HistoryCounts triples, int from, int to) {
    double[] sums = new double[3];
    for (int i = from; i < to; i++) {
      double n = triples.customers(i);
      double age = triples.age(i);
      sums[0] += n * logLikelihood(triples.frequency(i), triples.recency(i), age);
      sums[1] += n * (byR - Math.log1p(age / alpha) + silent.byShape());
      sums[2] += n * (r / alpha - shape / (alpha + age) + silent.byAlpha());
    }
    return sums;
  }

  @Override
  public double logLikelihood(double frequency, double recency, double age) {
    if (frequency != x) {
      x = frequency;
      shape = r + k * x;
      constant =
          Gamma.logGamma(shape)
              - Gamma.logGamma(r)
              - k * x * Math.log(alpha)
              - x * Gamma.logGamma(k);
      byR = Gamma.digamma(shape) - Gamma.digamma(r);
    }
    silent.take(shape, age - recency, alpha + age);
    return constant - shape * Math.log1p(age / alpha) + silent.logSum();
  }

  @Override
  public double alive() {
    return 1;
  }
}
