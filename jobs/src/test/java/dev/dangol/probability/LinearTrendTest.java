package dev.dangol.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class LinearTrendTest {
  @Test
  void the_error_is_the_wider_of_the_usual_one_and_that_of_points_that_scatter_unevenly() {
    int uneven = 0;
    for (int seed = 0; seed < 40; seed++) {
      double[][] points = points(new Random(seed), 6 + seed);
      SimpleRegression line = new SimpleRegression();
      line.addData(points);
      double scattered = scattered(points, line);
      double error = Math.max(line.getSlopeStdErr(), scattered);
      uneven += scattered > line.getSlopeStdErr() ? 1 : 0;
      double deviate = new TDistribution(points.length - 2).inverseCumulativeProbability(0.975);

      DifferenceInterval found = LinearTrend.of(sums(points));

      assertThat(found.difference().orElseThrow()).isCloseTo(line.getSlope(), within(1e-6));
      assertThat(found.low().orElseThrow())
          .isCloseTo(line.getSlope() - deviate * error, within(2e-6));
      assertThat(found.high().orElseThrow())
          .isCloseTo(line.getSlope() + deviate * error, within(2e-6));
    }
    assertThat(uneven).isBetween(10, 30);
  }

  @Test
  void fewer_than_six_points_have_a_slope_alone_and_points_of_one_time_nothing() {
    DifferenceInterval few = LinearTrend.of(sums(points(new Random(1), 5)));
    assertThat(few.difference()).isPresent();
    assertThat(few.low()).isEmpty();
    assertThat(few.high()).isEmpty();
    assertThat(LinearTrend.of(sums(new double[][] {{2, 1}, {2, 5}, {2, 3}})))
        .isEqualTo(DifferenceInterval.none());
  }

  private static double[][] points(Random random, int count) {
    double[][] points = new double[count][];
    for (int place = 0; place < count; place++) {
      points[place] = new double[] {-8 * random.nextDouble(), 1 + random.nextInt(5)};
    }
    return points;
  }

  private static double[] sums(double[][] points) {
    double[] sums = new double[LinearTrend.point(0, 0).length];
    for (double[] point : points) {
      double[] one = LinearTrend.point(point[0], point[1]);
      Arrays.setAll(sums, place -> sums[place] + one[place]);
    }
    return sums;
  }

  /** White's standard error of the slope with the correction for two parameters, point by point. */
  private static double scattered(double[][] points, SimpleRegression line) {
    double mean = Arrays.stream(points).mapToDouble(point -> point[0]).average().orElseThrow();
    double around = 0;
    for (double[] point : points) {
      double distance = (point[0] - mean) * (point[1] - line.predict(point[0]));
      around += distance * distance;
    }
    double count = points.length;
    return Math.sqrt(around * count / (count - 2)) / line.getXSumSquares();
  }
}
