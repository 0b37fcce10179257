package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoNbdTest {
  /** The last column is the log-likelihood by its integral, as high_precision.py finds it. */
  @ParameterizedTest
  @CsvSource({
    "0.553, 10.578, 0.606, 11.669, 26, 30.86, 31, -39.131671540302775",
    "0.553, 10.578, 0.606, 11.669, 0, 0, 38.86, -0.52104629408089031",
    "0.553, 10.578, 0.606, 11.669, 2, 30.43, 38.86, -9.5542832451504058",
    "0.2, 0.01, 0.5, 50, 0, 0, 521.7142857, -1.8017729281155531",
    "0.2, 50, 0.5, 0.01, 0, 0, 521.7142857, -0.0062803219114074474",
    "2, 5, 3, 100, 1000, 400, 521.7142857, -104.49144155390023",
    "2, 5, 3, 0.1, 1000, 0.142857142857, 521.7142857, 4275.8728121107357",
    "0.5, 0.001, 0.3, 0.001, 1, 0.142857142857, 521.7142857, -4.5210267511587069",
    "1.5, 300, 2, 20, 7, 100, 100, -36.285244381953412",
    "20, 200, 15, 300, 3, 50, 400, -15.348913786987912",
    "0.553, 10.578, 0.606, 11.669, 50, 51.857, 52, -62.578735880326529",
    "0.7, 8, 0.01, 1000, 5, 10, 520, -21.181275284408142",
    "0.8, 10, 0.6, 10, 3, 20, 521.7142857, -12.339796660558157",
    "0.8, 10, 0.6, 10.000001, 3, 20, 521.7142857, -12.339796644014085",
    "2, 5, 3, 5, 1000, 0.142857142857, 521.7142857, 4275.4731589500512",
    "1, 8, 0.8, 40, 1000, 520, 521.7142857, -366.49774504523596",
    "2, 20, 1.5, 60, 57, 70.571428571, 150.142857143, -84.631165349598716"
  })
  void agrees_with_a_high_precision_library(
      double r, double alpha, double s, double beta, double x, double tx, double t, double ll) {
    double[] parameters = {r, alpha, s, beta};
    double value =
        new ParetoNbd().forecast(parameters).logLikelihood(new PurchaseHistory(x, tx, t));
    assertThat(value).isCloseTo(ll, within(1e-9 * Math.max(1, Math.abs(ll))));
  }

  /** The chance of a purchase in the weeks of the last column but one, by its integral. */
  @ParameterizedTest
  @CsvSource({
    "1, 8, 0.8, 40, 5, 40, 50, 52, 0.76308160948899571",
    "0.8, 10, 0.6, 10, 3, 20, 521.7142857, 52, 6.8427211918230893e-6",
    "1, 8, 0.8, 40, 0, 0, 0, 0.142857142857, 0.017518997955832606",
    "2, 1, 0.5, 300, 401, 142, 150.428571429, 52.142857143, 2.3348194772151505e-7",
    "1, 8, 0.8, 40, 57, 70.571428571, 150.142857143, 4.285714286, 1.2490075569426521e-16",
    "2, 5, 3, 100, 1000, 510, 521.7142857, 52, 6.0955184854443438e-8",
    "0.3, 0.05, 0.2, 0.01, 2, 10, 300, 520, 0.0021575319599893462"
  })
  void chances_agree_with_a_high_precision_library(
      double r,
      double alpha,
      double s,
      double beta,
      double x,
      double tx,
      double t,
      double weeks,
      double chance) {
    PurchaseForecast forecast = new ParetoNbd().forecast(new double[] {r, alpha, s, beta});
    assertThat(forecast.chanceOfPurchase(new PurchaseHistory(x, tx, t), weeks))
        .isCloseTo(chance, within(1e-9 * chance));
  }
}
