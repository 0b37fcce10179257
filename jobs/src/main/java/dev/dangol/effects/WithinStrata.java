package dev.dangol.effects;

import dev.dangol.effects.MatchedStrata.Arms;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Straight line of the outcome on the covariates within strata and arms. It takes off what
 * customers of one band still differ in, and tells how outcomes spread around it.
 */
final class WithinStrata {
  private static final int SIZE = PriorHistory.SIZE;

  /** Smaller than this against the largest, a direction in which customers differ is none. */
  private static final double NEGLIGIBLE = 1e-9;

  private final List<Arms> matched;
  private final RealMatrix inverse;
  private final RealVector slopes;

  WithinStrata(List<Arms> matched) {
    this.matched = matched;
    RealMatrix both = new Array2DRowRealMatrix(ArmSums.WIDTH, ArmSums.WIDTH);
    RealMatrix all = both.add(deviations(Arms::treated)).add(deviations(Arms::compared));
    this.inverse = inverse(all.getSubMatrix(0, SIZE - 1, 0, SIZE - 1));
    this.slopes = inverse.operate(all.getColumnVector(ArmSums.OUTCOME).getSubVector(0, SIZE));
  }

  /** The part of a difference of outcomes that differences of covariates explain. */
  double explained(double[] apart) {
    return slopes.dotProduct(new ArrayRealVector(apart));
  }

  /** The variance of that part for a spread of one around the line. */
  double uncertainty(double[] apart) {
    RealVector vector = new ArrayRealVector(apart);
    return inverse.operate(vector).dotProduct(vector);
  }

  /** The variance of an outcome around the line in one arm; infinite where it cannot be told. */
  double spread(Function<Arms, ArmSums> arm) {
    long freedom = matched.stream().mapToLong(arms -> arm.apply(arms).customers() - 1).sum();
    return freedom > 0 ? around(deviations(arm)) / freedom : Double.POSITIVE_INFINITY;
  }

  /**
   * The variance of an outcome around the line in one arm of one stratum; that of all strata where
   * it has one customer.
   */
  double spread(Arms arms, Function<Arms, ArmSums> arm) {
    long freedom = arm.apply(arms).customers() - 1;
    RealMatrix own = new Array2DRowRealMatrix(ArmSums.WIDTH, ArmSums.WIDTH);
    addDeviations(own, arm.apply(arms));
    return freedom > 0 ? around(own) / freedom : spread(arm);
  }

  private double around(RealMatrix deviations) {
    RealVector line = slopes.append(-1);
    return Math.max(0, deviations.operate(line).dotProduct(line));
  }

  private static void addDeviations(RealMatrix sum, ArmSums arm) {
    for (int row = 0; row < ArmSums.WIDTH; row++) {
      for (int column = 0; column < ArmSums.WIDTH; column++) {
        sum.addToEntry(row, column, arm.deviation(row, column));
      }
    }
  }

  private RealMatrix deviations(Function<Arms, ArmSums> arm) {
    RealMatrix sum = new Array2DRowRealMatrix(ArmSums.WIDTH, ArmSums.WIDTH);
    for (Arms arms : matched) {
      addDeviations(sum, arm.apply(arms));
    }
    return sum;
  }

  /** The inverse in the directions in which customers differ, and 0 in the others. */
  private static RealMatrix inverse(RealMatrix deviations) {
    EigenDecomposition parts = new EigenDecomposition(deviations);
    double largest = 0;
    for (double value : parts.getRealEigenvalues()) {
      largest = Math.max(largest, value);
    }
    RealMatrix scaled = parts.getD().copy();
    for (int place = 0; place < SIZE; place++) {
      double value = scaled.getEntry(place, place);
      boolean differs = value > NEGLIGIBLE * Math.max(1, largest);
      scaled.setEntry(place, place, differs ? 1 / value : 0);
    }
    return parts.getV().multiply(scaled).multiply(parts.getVT());
  }
}
