package dev.dangol.probability;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Effects of a logistic regression on the log-odds.
 *
 * @param intercept the log-odds where all numbers are 0
 * @param effects the change of the log-odds with each number
 */
public record LogisticEffects(double intercept, List<Double> effects) implements Serializable {
  public LogisticEffects {
    effects = List.copyOf(effects);
  }

  /** The log-odds of a person. */
  public double margin(double[] numbers) {
    return intercept
        + IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i] * effects.get(i)).sum();
  }
}
