package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.dangol.value.fitting.ConfidenceInterval;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.ParameterEstimate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Published figures of the CDNOW sample. Parameters and log-likelihoods are as in the tests of
 * lifetimes (test_estimation.py), CLVTools (test_correctness_bgnbd.R, _pnbd_nocovstaticcov.R,
 * _gg.R) and pymc-marketing (test_modified_beta_geo.py).
 */
class CdnowDataTest {
  private static ParameterEstimate fitted(String model) {
    return (ParameterEstimate) PurchaseModel.byName(model).fit(CdnowData.triples(), FitRules.USUAL);
  }

  private static void has(
      ParameterEstimate estimate, double logLikelihood, Map<String, Double> parameters) {
    assertThat(estimate.logLikelihood()).isCloseTo(logLikelihood, within(0.1));
    assertThat(estimate.parameters()).containsOnlyKeys(parameters.keySet());
    parameters.forEach(
        (name, value) ->
            assertThat(estimate.parameters().get(name))
                .as(name)
                .isCloseTo(value, withinPercentage(0.5)));
    assertThat(estimate.convergence().orElseThrow().gradientNorm()).isLessThan(1e-5);
  }

  @Test
  void the_sample_is_the_one_described() {
    HistoryCounts triples = CdnowData.triples();
    assertThat(triples.customers()).isEqualTo(2357);
    assertThat(triples.repeatBuyers()).isEqualTo(946);
    assertThat(triples.repeatPurchases()).isEqualTo(2457);
    assertThat(CdnowData.laterPurchaseDays()).isEqualTo(1882);
  }

  @Test
  void bg_nbd() {
    has(fitted("bg-nbd"), -9582.4, Map.of("r", 0.243, "alpha", 4.414, "a", 0.793, "b", 2.426));
    PurchaseForecast forecast = PurchaseModel.byName("bg-nbd").forecast(fitted("bg-nbd").values());
    assertThat(forecast.expectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39))
        .isCloseTo(1.226, offset(5e-4));
    double[] weeks = {0.1429, 1, 3, 31.8571, 32, 78};
    double[] expected = {0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576};
    for (int i = 0; i < weeks.length; i++) {
      assertThat(forecast.expectedOfNew(weeks[i]))
          .isCloseTo(expected[i], offset(6e-5 + 2e-4 * expected[i]));
    }
  }

  @Test
  void mbg_nbd() {
    has(fitted("mbg-nbd"), -9582.1, Map.of("r", 0.525, "alpha", 6.183, "a", 0.891, "b", 1.614));
  }

  @Test
  void pareto_nbd() {
    has(
        fitted("pareto-nbd"),
        -9595.0,
        Map.of("r", 0.553, "alpha", 10.578, "s", 0.606, "beta", 11.669));
    PurchaseForecast forecast =
        PurchaseModel.byName("pareto-nbd").forecast(fitted("pareto-nbd").values());
    PurchaseHistory loyal = new PurchaseHistory(26, 30.86, 31);
    assertThat(forecast.alive(loyal)).isCloseTo(0.9979, offset(5e-5));
    assertThat(forecast.expectedPurchases(loyal, 52)).isCloseTo(25.46, offset(0.005));
  }

  @Test
  void gamma_gamma() {
    ParameterEstimate spend =
        (ParameterEstimate) new GammaGamma().fit(CdnowData.spend(), FitRules.USUAL);
    has(spend, -4055.9, Map.of("p", 6.25, "q", 3.74, "v", 15.44));
    double[][] customers = {
      {2, 22.345},
      {1, 11.77},
      {0, 0},
      {0, 0},
      {0, 0},
      {7, 73.7414},
      {1, 11.77},
      {0, 0},
      {2, 25.55},
      {0, 0}
    };
    double[] published = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
    SpendExpectation all = new GammaGamma().expectation(spend.values());
    for (int i = 0; i < customers.length; i++) {
      double sum = customers[i][0] * customers[i][1] + all.weight() * all.mean();
      double expected = sum / (customers[i][0] + all.weight());
      assertThat(expected).as("customer " + (i + 1)).isCloseTo(published[i], offset(0.005));
    }
    assertThat(CdnowData.spend().correlation()).isBetween(0.0, 0.2);
  }

  /** All three are known to forecast too few purchases here. */
  @Test
  void the_total_of_the_weeks_that_followed_is_about_right() {
    HistoryCounts customers = CdnowData.triples();
    for (String name : List.of("bg-nbd", "mbg-nbd", "pareto-nbd")) {
      PurchaseModel model = PurchaseModel.byName(name);
      ParameterEstimate estimate = fitted(name);
      ConfidenceInterval total =
          estimate.interval(
              parameters -> customers.expectedPurchases(model.forecast(parameters), 39));
      assertThat(total.value()).as(name).isCloseTo(1882, withinPercentage(17));
      assertThat(total.low()).isBetween(1400.0, total.value());
      assertThat(total.high()).isBetween(total.value(), 2200.0);
    }
  }
}
