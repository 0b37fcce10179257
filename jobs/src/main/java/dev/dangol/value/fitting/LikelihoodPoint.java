package dev.dangol.value.fitting;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * A log-likelihood, its gradient and its curvature at one point. Points are logarithms of
 * parameters, so that every point is legal.
 */
final class LikelihoodPoint {
  private static final double STEP = 1e-4;

  private final PenalizedObjective objective;
  private final RealVector place;
  private final double value;
  private final RealVector gradient;

  LikelihoodPoint(PenalizedObjective objective, RealVector place) {
    double[] slope = new double[place.getDimension()];
    this.objective = objective;
    this.place = place;
    this.value = objective.at(place.toArray(), slope);
    this.gradient = MatrixUtils.createRealVector(slope);
  }

  double value() {
    return value;
  }

  RealVector gradient() {
    return gradient;
  }

  double[] parameters() {
    return PenalizedObjective.parameters(place.toArray());
  }

  /** The way from another place to this one. */
  RealVector from(RealVector other) {
    return place.subtract(other);
  }

  LikelihoodPoint move(RealVector by) {
    return new LikelihoodPoint(objective, place.add(by));
  }

  /** The second derivatives with their signs turned, by central differences of the gradient. */
  RealMatrix information() {
    int size = place.getDimension();
    RealMatrix information = MatrixUtils.createRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      RealVector step = MatrixUtils.createRealVector(new double[size]);
      step.setEntry(i, STEP);
      RealVector above = move(step).gradient;
      RealVector below = move(step.mapMultiply(-1)).gradient;
      information.setRowVector(i, below.subtract(above).mapDivide(2 * STEP));
    }
    return information.add(information.transpose()).scalarMultiply(0.5);
  }
}
