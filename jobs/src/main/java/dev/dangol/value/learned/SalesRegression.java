package dev.dangol.value.learned;

import java.io.Serializable;

/** Regression of later net sales on features, both on a logarithmic scale. */
public interface SalesRegression extends Serializable {
  /** The prediction for a vector of scaled features. */
  double predict(double[] features);

  /**
   * The weight of each feature, 0 or more, together 1; all 0 where the regression says the same of
   * everybody.
   */
  double[] importances();

  /** The number of trees; 0 for a straight line. */
  int trees();
}
