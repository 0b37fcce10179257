package dev.dangol.value.learned;

/** Customer as of a cut, and what followed. */
public final class SalesCase {
  private final double[] features;
  private final double later;

  /**
   * Joins the two.
   *
   * @param features as {@link CustomerPast#features} gives them
   * @param later net sales of the span after the cut
   */
  public SalesCase(double[] features, double later) {
    this.features = features.clone();
    this.later = later;
  }

  public double[] features() {
    return features.clone();
  }

  public double later() {
    return later;
  }
}
