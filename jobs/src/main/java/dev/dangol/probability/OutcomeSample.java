package dev.dangol.probability;

import java.util.Arrays;

/** Sample of people with what is known of them and what happened, in memory. */
public final class OutcomeSample {
  private final double[][] numbers;
  private final double[] outcomes;

  /**
   * Takes up the people; the arrays are not copied.
   *
   * @param numbers what is known of each person, as many finite numbers for everyone
   * @param outcomes 1 for a person to whom it happened, else 0
   */
  public OutcomeSample(double[][] numbers, double[] outcomes) {
    this.numbers = numbers;
    this.outcomes = outcomes;
  }

  /** The number of people. */
  public int size() {
    return outcomes.length;
  }

  /** The number of people to whom it happened. */
  public int happened() {
    return (int) Math.round(Arrays.stream(outcomes).sum());
  }

  double[][] numbers() {
    return numbers;
  }

  double[] outcomes() {
    return outcomes;
  }

  /** The number of numbers that are known of each. */
  int width() {
    return numbers.length == 0 ? 0 : numbers[0].length;
  }

  /** The trial of effects on these people. */
  public CalibrationTrial trial(LogisticEffects effects, boolean[] halves) {
    return new CalibrationTrial(
        Arrays.stream(numbers).mapToDouble(effects::margin).toArray(), outcomes, halves);
  }
}
