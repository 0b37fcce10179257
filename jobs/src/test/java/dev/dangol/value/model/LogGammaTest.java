package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The library's functions where models take them; numbers are those of high_precision.py. The
 * derivative serves gradients alone, and the library has eight digits of it.
 */
class LogGammaTest {
  @ParameterizedTest
  @CsvSource({
    "0.000001, 13.815509980749432, -1000000.57721402",
    "0.01, 4.5994798780420217, -100.56088545786867",
    "0.25, 1.2880225246980775, -4.2274535333762654",
    "0.99999, 5.7722388961193594e-6, -0.57723211436240812",
    "1.46163, -0.12148629053362353, -2.0756283887077432e-6",
    "2.00001, 4.2278755976206617e-6, 0.42279078441893001",
    "7.9, 8.3242658680088089, 2.002238487563571",
    "1000.243, 5906.8989157585975, 6.9074982876400621",
    "36520.8, 347149.1426467941, 10.505623549383295",
    "1000000, 12815504.569147612, 13.815510057964191"
  })
  void log_gamma_and_its_derivative(double x, double logGamma, double digamma) {
    assertThat(Gamma.logGamma(x)).isCloseTo(logGamma, within(1e-12 * size(logGamma)));
    assertThat(Gamma.digamma(x)).isCloseTo(digamma, within(1e-8 * size(digamma)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.6, 3, -0.22154226994723592",
    "0.001, 1000, 6.900271629687955",
    "0.793, 3652.4, -6.3461960320926665",
    "60, 60, -83.957238515597154",
    "1000.5, 1000.25, -1389.0026339060801",
    "1000000, 0.5, -6.335390211057437",
    "0.0001, 0.0002, 9.6158054471928764"
  })
  void log_beta(double a, double b, double logBeta) {
    assertThat(Beta.logBeta(a, b)).isCloseTo(logBeta, within(1e-12 * size(logBeta)));
  }

  private static double size(double value) {
    return Math.max(1, Math.abs(value));
  }
}
