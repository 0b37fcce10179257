package dev.dangol.value.learned;

import java.util.Arrays;
import java.util.List;

/** Mean of several regressions: a straight line steadies trees, and trees bend it. */
public final class MeanRegression implements SalesRegression {
  private static final long serialVersionUID = 1;

  private final SalesRegression[] parts;

  /** The mean of these; at least one. */
  public MeanRegression(List<SalesRegression> parts) {
    this.parts = parts.toArray(SalesRegression[]::new);
  }

  @Override
  public double predict(double[] features) {
    double sum = 0;
    for (SalesRegression part : parts) {
      sum += part.predict(features);
    }
    return sum / parts.length;
  }

  @Override
  public double[] importances() {
    double[] sums = parts[0].importances();
    for (int part = 1; part < parts.length; part++) {
      double[] more = parts[part].importances();
      Arrays.setAll(sums, feature -> sums[feature] + more[feature]);
    }
    return ShareOfTotal.of(sums);
  }

  @Override
  public int trees() {
    return Arrays.stream(parts).mapToInt(SalesRegression::trees).sum();
  }
}
