package dev.dangol.evidence;

import dev.dangol.config.QualitySettings;
import dev.dangol.probability.DifferenceInterval;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.ProductOpinionColumns;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.spark.sql.Row;

/**
 * Clicks by the rating of products, as their growth from three to five stars. Of a product counts
 * the share of its views that a click follows. A straight line of the products' shares over their
 * mean ratings, weighted by views, tells it; products are what varies, so their views are not
 * counted as independent. Errors are robust to products that spread unequally (H. White, "A
 * Heteroskedasticity-Consistent Covariance Matrix Estimator", Econometrica 48, 1980, with n / (n -
 * 2)), and carried over to the growth by the delta method.
 *
 * @param products those with a rating and a view
 */
record ClicksByRating(List<ViewedProduct> products) {
  /** Fewer products than these tell nothing. */
  static final int LEAST_PRODUCTS = 10;

  private static final String FROM =
      OwnFigure.of(ProductOpinionColumns.RATINGS_TABLE, ProductOpinionColumns.CLICKED_SHARE_AFTER);

  private static final double LEAST_STARS_APART = 1;
  private static final double STARS = 4;
  private static final double THREE = 3;
  private static final double TO_FIVE = 2;

  ClicksByRating {
    products = List.copyOf(products);
  }

  /**
   * Product that was rated and viewed.
   *
   * @param stars its mean rating, from 1 to 5
   * @param views in the last 90 days
   * @param clicked the share of them that a click followed
   */
  record ViewedProduct(double stars, double views, double clicked) {}

  /**
   * The products of a day.
   *
   * @param rows the rows of {@code product_ratings}
   * @param scale the lowest and the highest rating, which count as one and five stars
   */
  static ClicksByRating of(List<Row> rows, QualitySettings scale) {
    double wide = scale.ratingTo() - scale.ratingFrom();
    return new ClicksByRating(
        rows.stream()
            .map(RowReader::new)
            .filter(row -> row.number(ProductOpinionColumns.MEAN_RATING).isPresent())
            .filter(row -> row.number(ProductOpinionColumns.CLICKED_SHARE_AFTER).isPresent())
            .map(
                row ->
                    new ViewedProduct(
                        1
                            + STARS
                                * (row.number(ProductOpinionColumns.MEAN_RATING).getAsDouble()
                                    - scale.ratingFrom())
                                / wide,
                        row.optionalCount(ProductOpinionColumns.VIEWS_AFTER).orElse(0L),
                        row.number(ProductOpinionColumns.CLICKED_SHARE_AFTER).getAsDouble()))
            .filter(product -> product.views() > 0)
            .toList());
  }

  /** The growth with its 95 % interval, or the reason why there is none. */
  OwnFigure growth() {
    double least = products.stream().mapToDouble(ViewedProduct::stars).min().orElse(0);
    double most = products.stream().mapToDouble(ViewedProduct::stars).max().orElse(0);
    if (products.size() < LEAST_PRODUCTS || most - least < LEAST_STARS_APART) {
      return OwnFigure.none(
          "It takes " + LEAST_PRODUCTS + " products with views whose ratings are a star apart.");
    }
    double[] line = line();
    if (line[0] <= 0) {
      return OwnFigure.none("No click follows the views of products with three stars.");
    }
    double[][] spread = covariance(line);
    double growth = TO_FIVE * line[1] / line[0];
    double ratio = line[1] / line[0];
    double variance = spread[1][1] - 2 * ratio * spread[0][1] + ratio * ratio * spread[0][0];
    double deviate =
        new TDistribution(null, products.size() - 2.0).inverseCumulativeProbability(0.975);
    double error = TO_FIVE / line[0] * Math.sqrt(Math.max(0, variance));
    double views = products.stream().mapToDouble(ViewedProduct::views).sum();
    return OwnFigure.estimated(
        DifferenceInterval.of(growth, error, deviate), Math.round(views), FROM);
  }

  /** The share at three stars, and what a star adds. */
  private double[] line() {
    double[][] inverse = inverse();
    double shares = 0;
    double both = 0;
    for (ViewedProduct product : products) {
      shares += product.views() * product.clicked();
      both += product.views() * product.clicked() * (product.stars() - THREE);
    }
    return new double[] {
      inverse[0][0] * shares + inverse[0][1] * both, inverse[1][0] * shares + inverse[1][1] * both
    };
  }

  private double[][] inverse() {
    double[][] sums = new double[2][2];
    products.forEach(product -> add(sums, product, product.views()));
    double whole = sums[0][0] * sums[1][1] - sums[0][1] * sums[0][1];
    return new double[][] {
      {sums[1][1] / whole, -sums[0][1] / whole}, {-sums[0][1] / whole, sums[0][0] / whole}
    };
  }

  private static void add(double[][] sums, ViewedProduct product, double weight) {
    double star = product.stars() - THREE;
    sums[0][0] += weight;
    sums[0][1] += weight * star;
    sums[1][0] += weight * star;
    sums[1][1] += weight * star * star;
  }

  private double[][] covariance(double[] line) {
    double[][] errors = new double[2][2];
    for (ViewedProduct product : products) {
      double off = product.clicked() - line[0] - line[1] * (product.stars() - THREE);
      double weighted = product.views() * off;
      add(errors, product, weighted * weighted * products.size() / (products.size() - 2.0));
    }
    double[][] inverse = inverse();
    return product(product(inverse, errors), inverse);
  }

  private static double[][] product(double[][] one, double[][] other) {
    double[][] product = new double[2][2];
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        product[row][column] = one[row][0] * other[0][column] + one[row][1] * other[1][column];
      }
    }
    return product;
  }
}
