package dev.dangol.probability;

/**
 * Confidence interval of a share at 95 %, by Wilson: E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", Journal of the American Statistical Association 22, 1927.
 *
 * @param low the smaller end, 0 to 1
 * @param high the larger end, 0 to 1
 */
public record WilsonInterval(double low, double high) {
  /** The normal deviate of a 95 % interval. */
  private static final double DEVIATE = 1.959963984540054;

  /**
   * The interval of a share.
   *
   * @param part how many of the whole
   * @param whole above 0
   */
  public static WilsonInterval of(long part, long whole) {
    double square = DEVIATE * DEVIATE;
    double share = (double) part / whole;
    double centre = (part + square / 2) / (whole + square);
    double inside = share * (1 - share) / whole + square / (4.0 * whole * whole);
    double half = DEVIATE * Math.sqrt(inside) / (1 + square / whole);
    return new WilsonInterval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
