package dev.dangol.value.learned;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Linear regression with a penalty on squared slopes (Hoerl & Kennard 1970), where customers are
 * too few for trees. Features are standardised; the penalty is a tenth of the customers' number.
 */
public final class RidgeRegression implements SalesRegression {
  private static final long serialVersionUID = 1;
  private static final double PENALTY = 0.1;

  private final double mean;
  private final double[] centres;
  private final double[] slopes;
  private final double[] importances;

  private RidgeRegression(double mean, double[] centres, double[] slopes, double[] importances) {
    this.mean = mean;
    this.centres = centres;
    this.slopes = slopes;
    this.importances = importances;
  }

  /**
   * Learns from a sample.
   *
   * @param vectors scaled features by customer; at least one customer
   * @param outcomes later net sales on the logarithmic scale
   */
  public static RidgeRegression fit(double[][] vectors, double[] outcomes) {
    RealMatrix matrix = new Array2DRowRealMatrix(vectors, true);
    int features = matrix.getColumnDimension();
    double[] centres = new double[features];
    double[] spreads = new double[features];
    for (int feature = 0; feature < features; feature++) {
      double[] column = matrix.getColumn(feature);
      double centre = Arrays.stream(column).average().orElseThrow();
      double[] centred = Arrays.stream(column).map(value -> value - centre).toArray();
      double spread = Math.sqrt(Arrays.stream(centred).map(x -> x * x).average().orElseThrow());
      matrix.setColumn(
          feature, Arrays.stream(centred).map(x -> spread > 0 ? x / spread : 0).toArray());
      centres[feature] = centre;
      spreads[feature] = spread;
    }
    double mean = Arrays.stream(outcomes).average().orElseThrow();
    double[] standard = slopes(matrix, Arrays.stream(outcomes).map(y -> y - mean).toArray());
    double[] slopes = new double[features];
    Arrays.setAll(slopes, f -> spreads[f] > 0 ? standard[f] / spreads[f] : 0);
    double[] weights = Arrays.stream(standard).map(Math::abs).toArray();
    return new RidgeRegression(mean, centres, slopes, ShareOfTotal.of(weights));
  }

  private static double[] slopes(RealMatrix standard, double[] centred) {
    RealMatrix products = standard.transpose().multiply(standard);
    for (int i = 0; i < products.getColumnDimension(); i++) {
      products.addToEntry(i, i, PENALTY * centred.length);
    }
    RealVector right = standard.transpose().operate(new ArrayRealVector(centred, false));
    return new CholeskyDecomposition(products).getSolver().solve(right).toArray();
  }

  @Override
  public double predict(double[] features) {
    double sum = mean;
    for (int i = 0; i < slopes.length; i++) {
      sum += slopes[i] * (features[i] - centres[i]);
    }
    return sum;
  }

  @Override
  public double[] importances() {
    return importances.clone();
  }

  @Override
  public int trees() {
    return 0;
  }
}
