package dev.dangol.experience;

import dev.dangol.probability.DifferenceInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Regression of customers' mean ratings on the themes that they speak of, by least squares. Each
 * weight is told in standard deviations of the ratings.
 */
final class ThemeRegression {
  /** Smaller than this part of its own spread, what a theme tells beyond the others is nothing. */
  private static final double NEGLIGIBLE = 1e-6;

  private final double[] ratings;
  private final int least;
  private final Map<String, double[]> themes = new HashMap<>();
  private final Map<List<String>, Double> pairs = new HashMap<>();

  /** Number of customers who speak of a theme, and their share of those who rate. */
  record SpokenShare(long customers, double share) {}

  /**
   * A regression without themes.
   *
   * @param ratings the number of customers; the sums of their ratings and of the squares of these
   * @param least how many must speak of a theme, and how many must not
   */
  ThemeRegression(double[] ratings, int least) {
    this.ratings = ratings;
    this.least = least;
  }

  /**
   * Adds a theme.
   *
   * @param figures how many speak of it, and the sum of their ratings
   */
  void addTheme(String theme, double[] figures) {
    if (figures[0] >= least && ratings[0] - figures[0] >= least) {
      themes.put(theme, figures);
    }
  }

  /** Adds how many speak of both themes. */
  void addPair(String theme, String other, double customers) {
    pairs.put(List.of(theme, other), customers);
    pairs.put(List.of(other, theme), customers);
  }

  SpokenShare share(String theme) {
    double spoken = themes.get(theme)[0];
    return new SpokenShare(Math.round(spoken), spoken / ratings[0]);
  }

  /** The weight of each theme that can be told apart from the others, the commonest first. */
  Map<String, DifferenceInterval> weights() {
    List<String> told = told();
    double customers = ratings[0];
    double spread = ratings[2] - ratings[1] * ratings[1] / customers;
    double freedom = customers - told.size() - 1;
    Map<String, DifferenceInterval> weights = new LinkedHashMap<>();
    if (told.isEmpty() || freedom < 1 || spread <= NEGLIGIBLE) {
      return weights;
    }
    RealMatrix inverse = new CholeskyDecomposition(products(told)).getSolver().getInverse();
    RealVector both = new ArrayRealVector(told.stream().mapToDouble(this::withRating).toArray());
    RealVector slopes = inverse.operate(both);
    double around = Math.max(0, spread - slopes.dotProduct(both)) / freedom;
    double deviation = Math.sqrt(spread / (customers - 1));
    double deviate = new TDistribution(null, freedom).inverseCumulativeProbability(0.975);
    for (int place = 0; place < told.size(); place++) {
      double error = Math.sqrt(around * inverse.getEntry(place, place));
      weights.put(
          told.get(place),
          DifferenceInterval.of(slopes.getEntry(place) / deviation, error / deviation, deviate));
    }
    return weights;
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    themes.keySet().stream()
        .sorted(
            Comparator.comparingDouble((String theme) -> -themes.get(theme)[0])
                .thenComparing(Comparator.naturalOrder()))
        .forEach(
            theme -> {
              told.add(theme);
              if (!isRegular(products(told))) {
                told.remove(theme);
              }
            });
    return told;
  }

  private static boolean isRegular(RealMatrix products) {
    RealMatrix scaled = products.copy();
    for (int row = 0; row < scaled.getRowDimension(); row++) {
      for (int column = 0; column < scaled.getColumnDimension(); column++) {
        scaled.multiplyEntry(
            row,
            column,
            1 / Math.sqrt(products.getEntry(row, row) * products.getEntry(column, column)));
      }
    }
    try {
      new CholeskyDecomposition(scaled, NEGLIGIBLE, NEGLIGIBLE);
      return true;
    } catch (NonPositiveDefiniteMatrixException alike) {
      return false;
    }
  }

  /** Sums of products of the deviations of two themes from their means. */
  private RealMatrix products(List<String> told) {
    RealMatrix products = new Array2DRowRealMatrix(told.size(), told.size());
    for (int row = 0; row < told.size(); row++) {
      for (int column = 0; column < told.size(); column++) {
        products.setEntry(row, column, product(told.get(row), told.get(column)));
      }
    }
    return products;
  }

  private double product(String one, String other) {
    double ofOne = themes.get(one)[0];
    double ofOther = themes.get(other)[0];
    double both = one.equals(other) ? ofOne : pairs.getOrDefault(List.of(one, other), 0.0);
    return both - ofOne * ofOther / ratings[0];
  }

  private double withRating(String theme) {
    double[] figures = themes.get(theme);
    return figures[1] - figures[0] * ratings[1] / ratings[0];
  }
}
