package dev.dangol.value.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The integral over t of (alpha + t)<sup>-p</sup> (beta + t)<sup>-q</sup>, and means under that
 * weight, by Gauss and Legendre's rule over the logarithm of t shifted by the smaller of the two:
 * there the integrand is smooth however small or large they are, and it falls ever faster, so the
 * end that adds nothing is cut off.
 */
final class StoppingTimes {
  private static final Rule SHORT = Rule.of(16);
  private static final Rule LONG = Rule.of(40);

  /** Below e to the power of minus that, nothing is added. */
  private static final double NOTHING = 42;

  private final double alpha;
  private final double beta;
  private final double least;

  private double p;
  private double q;
  private double logIntegral;
  private double logAlpha;
  private double logBeta;
  private double overAlpha;
  private double overBeta;

  StoppingTimes(double alpha, double beta) {
    this.alpha = alpha;
    this.beta = beta;
    this.least = Math.min(alpha, beta);
  }

  /** Points from -1 to 1 and their weights. */
  private static final class Rule {
    private final double[] points;
    private final double[] weights;

    Rule(GaussIntegrator rule) {
      points = new double[rule.getNumberOfPoints()];
      weights = new double[points.length];
      for (int i = 0; i < points.length; i++) {
        points[i] = rule.getPoint(i);
        weights[i] = rule.getWeight(i);
      }
    }

    static Rule of(int size) {
      return new Rule(new GaussIntegratorFactory().legendre(size));
    }
  }

  void between(double from, double to, double powerOfAlpha, double powerOfBeta) {
    p = powerOfAlpha;
    q = powerOfBeta;
    logIntegral = Double.NEGATIVE_INFINITY;
    logAlpha = 0;
    logBeta = 0;
    overAlpha = 0;
    overBeta = 0;
    if (to > from) {
      double start = Math.log(least + from);
      double span = Math.log1p((to - from) / (least + from));
      integrate(start, cut(start, span));
    }
  }

  double logIntegral() {
    return logIntegral;
  }

  double meanLogAlpha() {
    return logAlpha;
  }

  double meanLogBeta() {
    return logBeta;
  }

  double meanOverAlpha() {
    return overAlpha;
  }

  double meanOverBeta() {
    return overBeta;
  }

  /** The integrand's logarithm falls ever faster: Newton's method from the right finds the cut. */
  private double cut(double start, double span) {
    double floor = logWeight(Math.exp(start), start) - NOTHING;
    double cut = span;
    for (int i = 0; i < 40; i++) {
      double w = start + cut;
      double t = Math.exp(w);
      double above = logWeight(t, w) - floor;
      double slope = 1 - p * t / (t + alpha - least) - q * t / (t + beta - least);
      if (above > -1 || slope >= 0) {
        return cut;
      }
      cut = Math.max(cut - above / slope, 0);
    }
    return cut;
  }

  /** Time is given as t plus the least of alpha and beta. */
  private double logWeight(double shifted, double log) {
    return log - p * Math.log(shifted + (alpha - least)) - q * Math.log(shifted + (beta - least));
  }

  private void integrate(double start, double span) {
    Rule rule = span < 1 ? SHORT : LONG;
    double sum = 0;
    double top = logWeight(Math.exp(start), start);
    for (int i = 0; i < rule.points.length; i++) {
      double w = start + span * (rule.points[i] + 1) / 2;
      double t = Math.exp(w);
      double a = t + (alpha - least);
      double b = t + (beta - least);
      double logA = Math.log(a);
      double logB = Math.log(b);
      double weight = rule.weights[i] * Math.exp(w - p * logA - q * logB - top);
      sum += weight;
      logAlpha += weight * logA;
      logBeta += weight * logB;
      overAlpha += weight / a;
      overBeta += weight / b;
    }
    logIntegral = top + Math.log(sum * span / 2);
    logAlpha /= sum;
    logBeta /= sum;
    overAlpha /= sum;
    overBeta /= sum;
  }
}
