package dev.dangol.value.model;

import org.apache.commons.math3.special.Gamma;

/**
 * The log-likelihood of Pareto/NBD and its gradient, triple by triple, in logarithms throughout. A
 * customer is still there, or has stopped at some moment since the latest purchase: the integral
 * over that moment is taken numerically. Unlike the difference of two hypergeometric functions that
 * it equals, it loses no digits when the two are close, and its derivatives come with it.
 */
final class ParetoTerms implements LikelihoodTerms {
  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;
  private final DropoutIntegral stopping;

  private double x = -1;
  private double constant;
  private double byR;

  private double logAlive;
  private double logEither;

  ParetoTerms(double[] parameters) {
    r = parameters[0];
    alpha = parameters[1];
    s = parameters[2];
    beta = parameters[3];
    stopping = new DropoutIntegral(alpha, beta);
  }

  @Override
  public double[] sum(HistoryCounts triples, int from, int to) {
    double[] sums = new double[5];
    for (int i = from; i < to; i++) {
      double age = triples.age(i);
      double ll = logLikelihood(triples.frequency(i), triples.recency(i), age);
      sums[0] += triples.customers(i) * ll;
      addGradient(age, triples.customers(i), sums);
    }
    return sums;
  }

  @Override
  public double logLikelihood(double frequency, double recency, double age) {
    if (frequency != x) {
      x = frequency;
      constant =
          Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha) + s * Math.log(beta);
      byR = Gamma.digamma(r + x) - Gamma.digamma(r) + Math.log(alpha);
    }
    logAlive = -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
    stopping.between(recency, age, r + x, s + 1);
    double logStopped = Math.log(s) + stopping.logIntegral();
    double top = Math.max(logAlive, logStopped);
    logEither = top + Math.log1p(Math.exp(-Math.abs(logAlive - logStopped)));
    return constant + logEither;
  }

  @Override
  public double alive() {
    return Math.exp(logAlive - logEither);
  }

  private void addGradient(double age, double customers, double[] sums) {
    double alive = alive();
    double stopped = 1 - alive;
    double logAlpha = alive * Math.log(alpha + age) + stopped * stopping.meanLogAlpha();
    double logBeta = alive * Math.log(beta + age) + stopped * stopping.meanLogBeta();
    double overAlpha = alive / (alpha + age) + stopped * stopping.meanOverAlpha();
    double overBeta = s * alive / (beta + age) + (s + 1) * stopped * stopping.meanOverBeta();
    sums[1] += customers * (byR - logAlpha);
    sums[2] += customers * (r / alpha - (r + x) * overAlpha);
    sums[3] += customers * (Math.log(beta) - logBeta + stopped / s);
    sums[4] += customers * (s / beta - overBeta);
  }
}
