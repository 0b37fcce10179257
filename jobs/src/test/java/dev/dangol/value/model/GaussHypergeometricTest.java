package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussHypergeometricTest {
  /** The sign of 2F1(a, b; c; z) and the logarithm of its size, as high_precision.py finds them. */
  @ParameterizedTest
  @CsvSource({
    "0.5,0.3,1.2,0.1,1,0.0130046948457752176",
    "2.5,1.7,3.1,0.5,1,0.928837039551486424",
    "0.243,2.426,2.219,0.45,1,0.161812068685730704",
    "0.25,2.5,0.6,0.9,1,3.91848885535266099",
    "0.25,2.5,-0.4,0.7,-1,4.01575481742828265",
    "1,1,2,0.99,1,1.53722996166140255",
    "0.5,1.5,2.7,0.999,1,0.669644868173542405",
    "0.5,1.5,3,0.999,1,0.524716966991138788",
    "1.3,2.2,3.5,0.99999,1,3.51315463986040005",
    "3,2,4.5,0.9999,1,6.90434390481441472",
    "1000.243,1002.4,1002.2,0.05,1,51.3159977885817482",
    "1000.5,2.5,1003.5,0.995,1,12.2479927277344216",
    "100.3,1.4,2.2,0.95,1,294.653462279298909",
    "2.2,0.4,100.7,0.99,1,0.00880756868065481668",
    "0.01,0.02,0.005,0.8,1,0.0636255134379837414",
    "30,40,12.5,0.6,1,63.9518588315571257",
    "26.55,27.2,27.158,0.94,1,74.8133094182826583",
    "5.3,-0.2,3.4,0.97,-1,1.70210024670075416",
    "-0.7,1.1,0.9,0.93,-1,-2.50612766395254022",
    "0.5,0.5,1,0.999999,1,1.66395586143656455"
  })
  void agrees_with_a_high_precision_library(
      double a, double b, double c, double z, int sign, double logSize) {
    double value = new GaussHypergeometric(a, b, c).at(z);
    assertThat(Math.signum(value)).isEqualTo(sign);
    assertThat(Math.log(Math.abs(value))).isCloseTo(logSize, within(2e-9));
  }

  /** From mpmath 1.3.0: the function alone is about e to the power of 2301. */
  @Test
  void a_value_too_large_for_a_double_is_read_with_its_power() {
    double value = new GaussHypergeometric(1000.243, 1002.4, 1003.2).at(0.9, 1000.243);
    assertThat(Math.log(value))
        .isCloseTo(2301.3046798847554 + 1000.243 * Math.log(0.1), within(1e-8));
  }

  @Test
  void known_identities_hold() {
    assertThat(new GaussHypergeometric(1, 1, 2).at(0.5)).isCloseTo(2 * Math.log(2), within(1e-12));
    assertThat(new GaussHypergeometric(3.7, 2.1, 2.1).at(0.3))
        .isCloseTo(Math.pow(0.7, -3.7), within(1e-10));
    assertThat(new GaussHypergeometric(0.5, 0.5, 1.5).at(0.999 * 0.999))
        .isCloseTo(Math.asin(0.999) / 0.999, within(1e-9));
    assertThat(new GaussHypergeometric(5, 6, 7).at(0)).isEqualTo(1);
    assertThat(new GaussHypergeometric(-1, 2.3, 1.7).at(0.95))
        .isCloseTo(1 - 2.3 / 1.7 * 0.95, within(1e-10));
    assertThat(new GaussHypergeometric(2.3, -2, 0.4).at(0.97))
        .isCloseTo(1 - 4.6 / 0.4 * 0.97 + 2.3 * 3.3 / (0.4 * 1.4) * 0.97 * 0.97, within(1e-9));
  }
}
