package dev.dangol.value.model;

import org.apache.commons.math3.special.Gamma;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for 0 &le; z &lt; 1. It uses the transformations
 * of Abramowitz &amp; Stegun 15.3.3 (Euler) and 15.3.6 (z near 1). Good to about nine digits;
 * values too large for a double are avoided by a power of 1 - z that the caller takes in.
 *
 * @param c not 0 and not a negative whole number
 */
record GaussHypergeometric(double a, double b, double c) {
  private static final double NEAR_ONE = 0.9;
  private static final double NEAR_WHOLE = 2e-6;
  private static final double LARGE = 30;
  private static final int MOST_TERMS = 2_000_000;
  private static final double BIG = 1e200;

  double at(double z) {
    return at(z, 0);
  }

  /** (1 - z) to the given power, times the function. */
  double at(double z, double power) {
    if (z == 0) {
      return 1;
    }
    double excess = c - a - b;
    boolean mild = c - a > -6 && c - b > -6;
    if (excess < 0 && mild) {
      return new GaussHypergeometric(c - a, c - b, c).direct(z, power + excess);
    }
    return direct(z, power);
  }

  private double direct(double z, double power) {
    double largest = Math.max(Math.abs(c), Math.max(Math.abs(a), Math.abs(b)));
    return z > NEAR_ONE && largest < LARGE ? reflect(z, power) : series(z, power);
  }

  /** By powers of z, with large sums carried as logarithms. */
  private double series(double z, double power) {
    double term = 1;
    double sum = 1;
    double scale = 0;
    for (int n = 0; n < MOST_TERMS && term != 0; n++) {
      double ratio = (a + n) / (c + n) * ((b + n) / (n + 1)) * z;
      term *= ratio;
      sum += term;
      if (Math.abs(sum) > BIG) {
        sum /= BIG;
        term /= BIG;
        scale += Math.log(BIG);
      }
      if (Math.abs(ratio) < 1 && Math.abs(term) < 1e-16 * Math.abs(sum) * (1 - Math.abs(ratio))) {
        break;
      }
    }
    return sum * Math.exp(scale + power * Math.log1p(-z));
  }

  /** By powers of 1 - z; where two poles would cancel, between values on either side of them. */
  private double reflect(double z, double power) {
    double excess = c - a - b;
    double whole = Math.rint(excess);
    if (Math.abs(excess - whole) >= NEAR_WHOLE) {
      return twoSeries(z, power);
    }
    double weight = (excess - whole + NEAR_WHOLE) / (2 * NEAR_WHOLE);
    double above = shift(whole + NEAR_WHOLE - excess).twoSeries(z, power);
    double below = shift(whole - NEAR_WHOLE - excess).twoSeries(z, power);
    return weight * above + (1 - weight) * below;
  }

  private GaussHypergeometric shift(double by) {
    return new GaussHypergeometric(a, b, c + by);
  }

  private double twoSeries(double z, double power) {
    double excess = c - a - b;
    double near = 1 - z;
    double first = overGamma(c - a) * overGamma(c - b) * Gamma.gamma(excess);
    double second = overGamma(a) * overGamma(b) * Gamma.gamma(-excess);
    double left = new GaussHypergeometric(a, b, 1 - excess).series(near, 0);
    double right = new GaussHypergeometric(c - a, c - b, 1 + excess).series(near, 0);
    double scale = Math.exp(power * Math.log1p(-z));
    return Gamma.gamma(c) * scale * (first * left + second * right * Math.pow(near, excess));
  }

  /** 1 / Gamma, which is 0 where Gamma has a pole. */
  private static double overGamma(double x) {
    return x <= 0 && x == Math.rint(x) ? 0 : 1 / Gamma.gamma(x);
  }
}
