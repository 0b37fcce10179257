package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoNbdTest {
  /** The last column is the log-likelihood from mpmath 1.3.0 with 40 digits, by its integral. */
  @ParameterizedTest
  @CsvSource({
    "0.553, 10.578, 0.606, 11.669, 26, 30.86, 31, -39.131671540302775",
    "0.553, 10.578, 0.606, 11.669, 0, 0, 38.86, -0.52104629408089031",
    "0.553, 10.578, 0.606, 11.669, 2, 30.43, 38.86, -9.5542832451504058",
    "0.2, 0.01, 0.5, 50, 0, 0, 521.7142857, -1.8017729281155531",
    "0.2, 50, 0.5, 0.01, 0, 0, 521.7142857, -0.0062803219114074474",
    "2, 5, 3, 100, 1000, 400, 521.7142857, -104.49144155389756",
    "2, 5, 3, 0.1, 1000, 0.142857142857, 521.7142857, 4275.872812225236",
    "0.5, 0.001, 0.3, 0.001, 1, 0.142857142857, 521.7142857, -4.5210267511587069",
    "1.5, 300, 2, 20, 7, 100, 100, -36.285244381953412",
    "20, 200, 15, 300, 3, 50, 400, -15.348913786986893",
    "0.553, 10.578, 0.606, 11.669, 50, 51.857, 52, -62.578735880326529",
    "0.7, 8, 0.01, 1000, 5, 10, 520, -21.181275284408142"
  })
  void agrees_with_a_high_precision_library(
      double r, double alpha, double s, double beta, double x, double tx, double t, double ll) {
    double[] parameters = {r, alpha, s, beta};
    double value = new ParetoNbd().forecast(parameters).logLikelihood(new History(x, tx, t));
    assertThat(value).isCloseTo(ll, within(1e-9 * Math.max(1, Math.abs(ll))));
  }
}
