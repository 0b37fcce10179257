package dev.dangol.probability;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Calibration trial of predicted log-odds on people whom the model had not seen, in memory. They
 * are corrected where that makes probabilities truer: where each half of the people, corrected by
 * the outcomes of the other half, has the smaller log-loss. Figures on corrected probabilities are
 * those cross-fitted ones, so that no person's own outcome corrects their probability.
 */
public final class CalibrationTrial {
  private static final double LEAST = 1e-15;
  private static final int BUCKETS = 10;

  private final double[] margins;
  private final double[] outcomes;
  private final boolean[] halves;

  /**
   * Takes up the people; the arrays are not copied.
   *
   * @param margins the log-odds of each person
   * @param outcomes 1 for a person to whom it happened, else 0
   * @param halves true for people of the first half, drawn by chance
   */
  public CalibrationTrial(double[] margins, double[] outcomes, boolean[] halves) {
    this.margins = margins;
    this.outcomes = outcomes;
    this.halves = halves;
  }

  /**
   * Outcome of the trial.
   *
   * @param scaling what makes probabilities of log-odds from now on
   * @param corrected whether that corrects the model
   * @param buckets tenths of the people, from the least likely; one without people is missing
   */
  public record TrialResult(BetaScaling scaling, boolean corrected, List<CalibrationBucket> buckets)
      implements Serializable {
    public TrialResult {
      buckets = List.copyOf(buckets);
    }
  }

  /** Compares predictions with outcomes, and corrects them where needed. */
  public TrialResult result() {
    double[] own = probabilities(BetaScaling.AS_IS);
    double[] crossFitted = crossFitted();
    boolean corrected = loss(crossFitted) < loss(own);
    double[] honest = corrected ? crossFitted : own;
    BetaScaling used = corrected ? BetaScaling.fit(people(i -> true)) : BetaScaling.AS_IS;
    return new TrialResult(used, corrected, buckets(honest));
  }

  /** The mean log-loss: how unlikely what came was by these probabilities. */
  private double loss(double[] p) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double likely = outcomes[i] == 0 ? 1 - p[i] : p[i];
      sum -= Math.log(Math.max(likely, LEAST));
    }
    return sum / p.length;
  }

  private double[] probabilities(BetaScaling scaling) {
    return Arrays.stream(margins).map(scaling::probability).toArray();
  }

  private double[] crossFitted() {
    BetaScaling bySecond = BetaScaling.fit(people(i -> !halves[i]));
    BetaScaling byFirst = BetaScaling.fit(people(i -> halves[i]));
    return IntStream.range(0, margins.length)
        .mapToDouble(i -> (halves[i] ? bySecond : byFirst).probability(margins[i]))
        .toArray();
  }

  /** The people at these places. */
  private OutcomeSample people(IntPredicate which) {
    int[] chosen = IntStream.range(0, margins.length).filter(which).toArray();
    return new OutcomeSample(
        Arrays.stream(chosen).mapToObj(i -> new double[] {margins[i]}).toArray(double[][]::new),
        Arrays.stream(chosen).mapToDouble(i -> outcomes[i]).toArray());
  }

  private List<CalibrationBucket> buckets(double[] p) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    double[] rank = ranks(p, sorted);
    List<CalibrationBucket> buckets = new ArrayList<>();
    for (int number = 1; number <= BUCKETS; number++) {
      int bucket = number;
      int[] in =
          IntStream.range(0, p.length)
              .filter(i -> Math.min((int) (rank[i] / p.length * BUCKETS) + 1, BUCKETS) == bucket)
              .toArray();
      if (in.length > 0) {
        buckets.add(
            new CalibrationBucket(
                bucket, in.length, mean(in, i -> p[i]), mean(in, i -> outcomes[i])));
      }
    }
    return buckets;
  }

  private static double mean(int[] people, IntToDoubleFunction of) {
    return Arrays.stream(people).mapToDouble(of).average().orElse(0);
  }

  /** The number of values below each, and half of those equal to it. */
  private static double[] ranks(double[] values, double[] sorted) {
    return Arrays.stream(values)
        .map(value -> (below(sorted, value) + below(sorted, Math.nextUp(value))) / 2.0)
        .toArray();
  }

  private static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The chance that the one to whom it happened has the higher log-odds of two, ties counting half;
   * empty where it happened to all or none (Mann and Whitney, 1947).
   */
  public OptionalDouble auc() {
    double[] idle =
        IntStream.range(0, margins.length)
            .filter(i -> outcomes[i] == 0)
            .mapToDouble(i -> margins[i])
            .sorted()
            .toArray();
    if (idle.length == 0) {
      return OptionalDouble.empty();
    }
    double[] happened =
        IntStream.range(0, margins.length)
            .filter(i -> outcomes[i] != 0)
            .mapToDouble(i -> margins[i])
            .toArray();
    OptionalDouble rank = Arrays.stream(ranks(happened, idle)).average();
    return rank.isPresent()
        ? OptionalDouble.of(rank.getAsDouble() / idle.length)
        : OptionalDouble.empty();
  }
}
