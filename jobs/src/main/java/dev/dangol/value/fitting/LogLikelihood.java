package dev.dangol.value.fitting;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A log-likelihood as a function of parameters, all of which are above 0. */
public interface LogLikelihood {
  /**
   * The log-likelihood at these parameters; not finite where it cannot be computed.
   *
   * @param gradient receives the derivative by each parameter
   */
  double at(double[] parameters, double[] gradient);

  /** The log-likelihood and its gradient, added up over a stretch of counted cases. */
  interface PartialLikelihood {
    /** The log-likelihood first, then its derivative by each parameter. */
    double[] over(int from, int to);
  }

  /**
   * Adds up over all cases, stretch by stretch on all processors. Stretches are fixed and added in
   * their order: the number of processors does not change a digit.
   */
  static double sum(int size, double[] gradient, PartialLikelihood stretch) {
    int length = 2048;
    int stretches = (size + length - 1) / length;
    double[][] parts =
        IntStream.range(0, stretches)
            .parallel()
            .mapToObj(s -> stretch.over(s * length, Math.min(size, (s + 1) * length)))
            .toArray(double[][]::new);
    double value = 0;
    Arrays.fill(gradient, 0);
    for (double[] part : parts) {
      value += part[0];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += part[i + 1];
      }
    }
    return value;
  }
}
