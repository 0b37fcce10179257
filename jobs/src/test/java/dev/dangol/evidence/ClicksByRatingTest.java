package dev.dangol.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.QualitySettings;
import dev.dangol.evidence.ClicksByRating.ViewedProduct;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.testing.GivenRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Growth of clicks from three to five stars, against a regression of another library. */
class ClicksByRatingTest {
  private static final double AT_THREE = 0.2;

  /** Products whose share of views with a click grows by so much from three to five stars. */
  private static ClicksByRating drawn(long seed, double growth) {
    Random random = new Random(seed);
    List<ViewedProduct> products = new ArrayList<>();
    for (int number = 0; number < 80; number++) {
      double stars = 2 + 3 * random.nextDouble();
      int views = 50 + random.nextInt(400);
      double own = 0.02 * random.nextGaussian();
      double share = Math.max(0, AT_THREE * (1 + growth * (stars - 3) / 2) + own);
      int clicks = 0;
      for (int view = 0; view < views; view++) {
        clicks += random.nextDouble() < share ? 1 : 0;
      }
      products.add(new ViewedProduct(stars, views, (double) clicks / views));
    }
    return new ClicksByRating(products);
  }

  @Test
  void the_growth_is_that_of_a_weighted_line() {
    ClicksByRating clicks = drawn(7, 0.25);
    OLSMultipleLinearRegression line = new OLSMultipleLinearRegression();
    line.setNoIntercept(true);
    double[][] rows = new double[clicks.products().size()][];
    double[] shares = new double[rows.length];
    for (int place = 0; place < rows.length; place++) {
      ViewedProduct product = clicks.products().get(place);
      double root = Math.sqrt(product.views());
      rows[place] = new double[] {root, root * product.stars()};
      shares[place] = root * product.clicked();
    }
    line.newSampleData(shares, rows);
    double[] found = line.estimateRegressionParameters();
    double three = found[0] + 3 * found[1];
    double five = found[0] + 5 * found[1];

    OwnFigure own = clicks.growth();

    assertThat(own.value().orElseThrow()).isCloseTo(five / three - 1, within(1e-5));
    assertThat(own.count().orElseThrow())
        .isEqualTo((long) clicks.products().stream().mapToDouble(ViewedProduct::views).sum());
    assertThat(own.from()).contains("product_ratings.clicked_share_after");
    assertThat(own.reason()).isEmpty();
  }

  @Test
  void planted_growth_lies_in_its_interval_and_none_is_seldom_claimed() {
    int held = 0;
    int claimed = 0;
    for (int seed = 0; seed < 200; seed++) {
      OwnFigure planted = drawn(seed, 0.25).growth();
      held += planted.low().orElseThrow() <= 0.25 && planted.high().orElseThrow() >= 0.25 ? 1 : 0;
      OwnFigure none = drawn(1_000 + seed, 0).growth();
      claimed += none.low().orElseThrow() > 0 || none.high().orElseThrow() < 0 ? 1 : 0;
    }
    assertThat(held).isBetween(180, 199);
    assertThat(claimed).isLessThanOrEqualTo(20);
  }

  @Test
  void few_products_ratings_alike_and_no_clicks_have_a_reason() {
    List<ViewedProduct> alike = new ArrayList<>();
    List<ViewedProduct> silent = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      alike.add(new ViewedProduct(4 + number / 40.0, 100, 0.1));
      silent.add(new ViewedProduct(2 + number / 10.0, 100, 0));
    }
    for (List<ViewedProduct> products : List.of(alike, silent, silent.subList(0, 9))) {
      OwnFigure own = new ClicksByRating(products).growth();
      assertThat(own.value()).isEmpty();
      assertThat(own.reason().orElseThrow()).endsWith(".");
    }
    assertThat(new ClicksByRating(List.of()).growth().value()).isEmpty();
  }

  @Test
  void ratings_are_told_in_stars_and_products_without_views_are_left_out() {
    List<Row> rows =
        List.of(rated(10, 40L, 0.1), rated(0, 20L, 0.2), rated(5, 0L, null), rated(5, null, null));

    assertThat(ClicksByRating.of(rows, new QualitySettings(0, 0, 10)).products())
        .containsExactly(new ViewedProduct(5, 40, 0.1), new ViewedProduct(1, 20, 0.2));
  }

  private static Row rated(double rating, Long views, Double clicked) {
    return GivenRow.of(ProductOpinionColumns.RATINGS_TABLE)
        .with(ProductOpinionColumns.MEAN_RATING, rating)
        .with(ProductOpinionColumns.VIEWS_AFTER, views)
        .with(ProductOpinionColumns.CLICKED_SHARE_AFTER, clicked)
        .row();
  }
}
