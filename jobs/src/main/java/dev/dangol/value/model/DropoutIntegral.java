package dev.dangol.value.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The integral over t of (alpha + t)<sup>-p</sup> (beta + t)<sup>-q</sup>, and means under that
 * weight. It is taken by Gauss and Legendre's rule over the logarithm of t shifted by the smaller
 * of the two: there the integrand is smooth however small or large they are, and it falls ever
 * faster, so the end that adds nothing is cut off.
 */
final class DropoutIntegral {
  private static final QuadratureRule SHORT = QuadratureRule.of(16);
  private static final QuadratureRule LONG = QuadratureRule.of(40);

  /** Below e to the power of minus that, nothing is added. */
  private static final double NOTHING = 42;

  /** The short rule has all digits where the integrand spans and changes no more than that. */
  private static final double SHORT_SPAN = 3;

  private static final double SHORT_FALL = 24;

  private final boolean alphaIsLeast;
  private final double least;
  private final double gap;

  /** Powers of t plus the smaller, and of t plus the larger of alpha and beta. */
  private double p;

  private double q;
  private double logIntegral;
  private double logNear;
  private double logFar;
  private double overNear;
  private double overFar;

  DropoutIntegral(double alpha, double beta) {
    this.alphaIsLeast = alpha <= beta;
    this.least = Math.min(alpha, beta);
    this.gap = Math.abs(alpha - beta);
  }

  /** Points from -1 to 1 and their weights. */
  private static final class QuadratureRule {
    private final double[] points;
    private final double[] weights;

    QuadratureRule(GaussIntegrator rule) {
      points = new double[rule.getNumberOfPoints()];
      weights = new double[points.length];
      for (int i = 0; i < points.length; i++) {
        points[i] = rule.getPoint(i);
        weights[i] = rule.getWeight(i);
      }
    }

    static QuadratureRule of(int size) {
      return new QuadratureRule(new GaussIntegratorFactory().legendre(size));
    }
  }

  void between(double from, double to, double powerOfAlpha, double powerOfBeta) {
    p = alphaIsLeast ? powerOfAlpha : powerOfBeta;
    q = alphaIsLeast ? powerOfBeta : powerOfAlpha;
    logIntegral = Double.NEGATIVE_INFINITY;
    logNear = 0;
    logFar = 0;
    overNear = 0;
    overFar = 0;
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
    return alphaIsLeast ? logNear : logFar;
  }

  double meanLogBeta() {
    return alphaIsLeast ? logFar : logNear;
  }

  double meanOverAlpha() {
    return alphaIsLeast ? overNear : overFar;
  }

  double meanOverBeta() {
    return alphaIsLeast ? overFar : overNear;
  }

  /** The integrand's logarithm falls ever faster: Newton's method from the right finds the cut. */
  private double cut(double start, double span) {
    double floor = logWeight(start) - NOTHING;
    double cut = span;
    for (int i = 0; i < 40; i++) {
      double w = start + cut;
      double above = logWeight(w) - floor;
      double slope = 1 - p - q * Math.exp(w) / (Math.exp(w) + gap);
      if (above > -1 || slope >= 0) {
        return cut;
      }
      cut = Math.max(cut - above / slope, 0);
    }
    return cut;
  }

  /** Of the logarithm of t plus the smaller of alpha and beta. */
  private double logWeight(double log) {
    return log - p * log - q * Math.log(Math.exp(log) + gap);
  }

  private void integrate(double start, double span) {
    double top = logWeight(start);
    double change = Math.abs(top - logWeight(start + span));
    QuadratureRule rule = span < SHORT_SPAN && change < SHORT_FALL ? SHORT : LONG;
    double sum = 0;
    for (int i = 0; i < rule.points.length; i++) {
      double w = start + span * (rule.points[i] + 1) / 2;
      double near = Math.exp(w);
      double far = near + gap;
      double log = Math.log(far);
      double weight = rule.weights[i] * Math.exp(w - p * w - q * log - top);
      sum += weight;
      logNear += weight * w;
      logFar += weight * log;
      overNear += weight / near;
      overFar += weight / far;
    }
    logIntegral = top + Math.log(sum * span / 2);
    logNear /= sum;
    logFar /= sum;
    overNear /= sum;
    overFar /= sum;
  }
}
