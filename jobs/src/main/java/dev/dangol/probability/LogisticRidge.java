package dev.dangol.probability;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Logistic regression with a ridge penalty on standardised numbers, in memory. It minimises the
 * mean log-loss plus half the penalty times the sum of squared effects, the intercept left free:
 * what MLlib's {@code LogisticRegression} minimises, by Newton's method and without a Spark job for
 * each step (le Cessie and van Houwelingen, Applied Statistics 41, 1992).
 *
 * <p>The same people in the same order give the same bits.
 */
public final class LogisticRidge {
  private static final int STEPS = 100;
  private static final double DONE = 1e-16;
  private static final double SHORTEST = 1e-10;
  private static final double SYMMETRY = 1e-9;

  private final double[][] scaled;
  private final double[] outcomes;
  private final double[] means;
  private final double[] spreads;
  private final double penalty;

  private LogisticRidge(OutcomeSample people, double penalty) {
    this.outcomes = people.outcomes();
    this.penalty = penalty;
    int width = people.width();
    this.means = new double[width];
    this.spreads = new double[width];
    this.scaled = new double[people.size()][width + 1];
    for (int i = 0; i < width; i++) {
      scale(people.numbers(), i);
    }
    for (double[] row : scaled) {
      row[width] = 1;
    }
  }

  /**
   * The effects that fit the people best.
   *
   * @param people both outcomes must occur among them
   * @param penalty above 0
   */
  public static LogisticEffects fit(OutcomeSample people, double penalty) {
    return new LogisticRidge(people, penalty).solve();
  }

  private void scale(double[][] numbers, int place) {
    double mean = Arrays.stream(numbers).mapToDouble(row -> row[place]).average().orElse(0);
    double squares =
        Arrays.stream(numbers).mapToDouble(row -> (row[place] - mean) * (row[place] - mean)).sum();
    double spread = Math.sqrt(squares / Math.max(1, numbers.length - 1));
    means[place] = mean;
    spreads[place] = spread > Math.abs(mean) * 1e-12 ? spread : 0;
    for (int person = 0; person < numbers.length; person++) {
      scaled[person][place] =
          spreads[place] == 0 ? 0 : (numbers[person][place] - mean) / spreads[place];
    }
  }

  private LogisticEffects solve() {
    int free = means.length;
    RealVector effects = new ArrayRealVector(free + 1);
    double share = Arrays.stream(outcomes).average().orElse(0.5);
    effects.setEntry(free, Math.log(share / (1 - share)));
    double loss = loss(effects);
    for (int step = 0; step < STEPS; step++) {
      RealVector gradient = gradient(effects);
      RealVector direction =
          new CholeskyDecomposition(curvature(effects), SYMMETRY, 0).getSolver().solve(gradient);
      double gain = gradient.dotProduct(direction);
      if (!(gain > DONE)) {
        break;
      }
      double length = 1;
      RealVector next = effects.subtract(direction);
      while (!(loss(next) <= loss - 1e-4 * length * gain) && length > SHORTEST) {
        length /= 2;
        next = effects.subtract(direction.mapMultiply(length));
      }
      if (!(loss(next) < loss)) {
        break;
      }
      effects = next;
      loss = loss(effects);
    }
    return unscaled(effects);
  }

  private double loss(RealVector effects) {
    double[] by = effects.toArray();
    double sum = 0;
    for (int person = 0; person < scaled.length; person++) {
      double odds = odds(scaled[person], by);
      sum += Math.max(odds, 0) - odds * outcomes[person] + Math.log1p(Math.exp(-Math.abs(odds)));
    }
    double squares = 0;
    for (int i = 0; i < means.length; i++) {
      squares += by[i] * by[i];
    }
    return sum / scaled.length + penalty / 2 * squares;
  }

  private RealVector gradient(RealVector effects) {
    double[] by = effects.toArray();
    double[] sums = new double[by.length];
    for (int person = 0; person < scaled.length; person++) {
      double excess = probability(scaled[person], by) - outcomes[person];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += excess * scaled[person][i];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] / scaled.length + (i < means.length ? penalty * by[i] : 0);
    }
    return new ArrayRealVector(sums, false);
  }

  private RealMatrix curvature(RealVector effects) {
    double[] by = effects.toArray();
    double[][] sums = new double[by.length][by.length];
    for (double[] row : scaled) {
      double chance = probability(row, by);
      double weight = Math.max(chance * (1 - chance), 1e-12) / scaled.length;
      for (int i = 0; i < sums.length; i++) {
        double weighted = weight * row[i];
        for (int j = 0; j <= i; j++) {
          sums[i][j] += weighted * row[j];
        }
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i][i] += i < means.length ? penalty : 0;
      for (int j = 0; j < i; j++) {
        sums[j][i] = sums[i][j];
      }
    }
    return MatrixUtils.createRealMatrix(sums);
  }

  private LogisticEffects unscaled(RealVector effects) {
    double intercept = effects.getEntry(means.length);
    double[] own = new double[means.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = spreads[i] == 0 ? 0 : effects.getEntry(i) / spreads[i];
      intercept -= own[i] * means[i];
    }
    List<Double> listed = IntStream.range(0, own.length).mapToObj(i -> own[i]).toList();
    return new LogisticEffects(intercept, listed);
  }

  private static double odds(double[] row, double[] by) {
    double odds = 0;
    for (int i = 0; i < row.length; i++) {
      odds += row[i] * by[i];
    }
    return odds;
  }

  private static double probability(double[] row, double[] by) {
    return 1 / (1 + Math.exp(-odds(row, by)));
  }
}
