package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.LimitEstimate;
import dev.dangol.value.fitting.ParameterEstimate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models at their edges, against maxima that SciPy found ({@code limits_scipy.py}). */
class ModelEdgeTest {
  @ParameterizedTest
  @CsvSource({
    "bg-nbd, staying, nbd, r 1.14715 alpha 2.44692, -17420.088",
    "mbg-nbd, staying, nbd, r 1.14715 alpha 2.44692, -17420.088",
    "pareto-nbd, staying, nbd, r 1.14715 alpha 2.44692, -17420.088",
    "bg-nbd, alike, poisson, lambda 0.326978, -17283.872",
    "mbg-nbd, alike, poisson, lambda 0.326978, -17283.872",
    "pareto-nbd, alike, poisson, lambda 0.326978, -17283.872",
    "pareto-nbd, equal-lives, pareto-nbd-equal-churn, r 1.75222 alpha 1.97606 mu 0.033028,"
        + " -14934.515",
    "bg-nbd, equal-odds, bg-nbd-equal-churn, r 1.3733 alpha 1.56135 odds 0.350886, -5054.384",
    "mbg-nbd, equal-rates, mbg-nbd-equal-rates, lambda 0.498962 a 0.353757 b 0.957694, -12867.763",
  })
  void a_model_at_an_edge_is_its_limit(
      String model, String business, String limit, String parameters, double likelihood) {
    FitResult result = PurchaseModel.byName(model).fit(EdgeData.triples(business), FitRules.USUAL);
    assertThat(result).as(result.remark().orElse("")).isInstanceOf(LimitEstimate.class);
    LimitEstimate edge = (LimitEstimate) result;
    assertThat(edge.limit()).isEqualTo(limit);
    assertThat(edge.reason()).contains("where the model becomes " + limit);
    agree(edge.estimate(), parameters, likelihood);
  }

  private static void agree(ParameterEstimate estimate, String parameters, double likelihood) {
    assertThat(estimate.logLikelihood()).isCloseTo(likelihood, within(0.02));
    String[] expected = parameters.split(" ", -1);
    assertThat(estimate.parameters()).hasSize(expected.length / 2);
    for (int i = 0; i < expected.length; i += 2) {
      double value = Double.parseDouble(expected[i + 1]);
      assertThat(estimate.parameters().get(expected[i]))
          .as(expected[i])
          .isCloseTo(value, within(0.005 * value));
      assertThat(estimate.standardErrors().get(expected[i])).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "one-mean, equal-means, p 12.7287 nu 0.318308, -1257.891",
    "own-price, own-means, q 1.76688 c 562.975, -2919.922",
  })
  void spend_at_an_edge_is_its_limit(
      String business, String limit, String parameters, double likelihood) {
    FitResult result = new GammaGamma().fit(EdgeData.spend(business), FitRules.USUAL);
    assertThat(result).as(result.remark().orElse("")).isInstanceOf(LimitEstimate.class);
    assertThat(((LimitEstimate) result).limit()).isEqualTo(limit);
    agree(((LimitEstimate) result).estimate(), parameters, likelihood);
  }

  @Test
  void a_limit_that_models_share_is_fitted_once() {
    PurchaseFits fits = new PurchaseFits(EdgeData.triples("staying"), FitRules.USUAL);
    FitResult limit = fits.of(PurchaseModel.byName("nbd"));
    for (String model : List.of("bg-nbd", "mbg-nbd", "pareto-nbd")) {
      LimitEstimate edge = (LimitEstimate) fits.of(PurchaseModel.byName(model));
      assertThat(edge.estimate()).as(model).isSameAs(limit);
    }
  }

  @Test
  void nobody_churns_by_construction_and_it_is_said() {
    LimitEstimate edge =
        (LimitEstimate)
            PurchaseModel.byName("bg-nbd").fit(EdgeData.triples("staying"), FitRules.USUAL);
    assertThat(edge.reason()).contains("P(alive) is 1");
    PurchaseForecast forecast = PurchaseModel.byName("nbd").forecast(edge.estimate().values());
    PurchaseHistory silent = new PurchaseHistory(3, 10, 60);
    assertThat(forecast.alive(silent)).isEqualTo(1);
    assertThat(forecast.expectedPurchases(silent, 10))
        .isCloseTo((1.14715 + 3) / (2.44692 + 60) * 10, within(1e-3));
    assertThat(forecast.chanceOfPurchase(silent, 10))
        .isCloseTo(1 - Math.pow((2.44692 + 60) / (2.44692 + 70), 4.14715), within(1e-3));
  }

  /** A model whose churn is next to none forecasts what its limit does. */
  @ParameterizedTest
  @CsvSource({
    "bg-nbd, 0.8 9 1e-9 2, nbd, 0.8 9",
    "mbg-nbd, 0.8 9 1e-9 2, nbd, 0.8 9",
    "pareto-nbd, 0.8 9 1e-9 2, nbd, 0.8 9",
    "bg-cnbd-3, 0.8 9 1e-9 2, cnbd-3, 0.8 9",
    "nbd, 1e5 1e6, poisson, 0.1",
    "cnbd-2, 1e5 1e6, erlang-2, 0.1",
    "bg-nbd, 0.8 9 1e4 3e4, bg-nbd-equal-churn, 0.8 9 0.3333333333333333",
    "mbg-nbd, 1e5 1e6 0.5 2, mbg-nbd-equal-rates, 0.1 0.5 2",
    "pareto-nbd, 0.8 9 1e5 2e6, pareto-nbd-equal-churn, 0.8 9 0.05",
    "pareto-nbd, 1e5 1e6 0.5 8, pareto-nbd-equal-rates, 0.1 0.5 8",
    "pareto-nbd, 1e5 1e6 1e5 2e6, pareto-nbd-equal-rates-equal-churn, 0.1 0.05",
  })
  void forecasts_of_a_limit_are_those_near_the_edge(
      String model, String near, String limit, String at) {
    PurchaseForecast one = PurchaseModel.byName(model).forecast(numbers(near));
    PurchaseForecast other = PurchaseModel.byName(limit).forecast(numbers(at));
    for (PurchaseHistory h :
        List.of(
            new PurchaseHistory(0, 0, 0),
            new PurchaseHistory(0, 0, 40),
            new PurchaseHistory(4, 30, 31),
            new PurchaseHistory(30, 100, 104))) {
      for (double weeks : new double[] {4, 52}) {
        assertThat(other.expectedPurchases(h, weeks))
            .as(h + " " + weeks)
            .isCloseTo(one.expectedPurchases(h, weeks), within(3e-3 * (1 + h.frequency())));
        assertThat(other.chanceOfPurchase(h, weeks))
            .isCloseTo(one.chanceOfPurchase(h, weeks), within(1e-3));
        assertThat(other.nextPurchase(h, 52).weeks(0.5))
            .isCloseTo(one.nextPurchase(h, 52).weeks(0.5), within(0.02));
      }
      assertThat(other.alive(h)).isCloseTo(one.alive(h), within(1e-3));
      assertThat(other.expectedOfNew(20)).isCloseTo(one.expectedOfNew(20), within(3e-3));
    }
  }

  private static double[] numbers(String text) {
    return List.of(text.split(" ", -1)).stream().mapToDouble(Double::parseDouble).toArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nbd",
        "cnbd-4",
        "poisson",
        "erlang-3",
        "bg-nbd-equal-rates",
        "mbg-cnbd-2-equal-churn",
        "pareto-nbd-equal-rates-equal-churn"
      })
  void a_limit_is_found_by_the_name_it_has(String name) {
    PurchaseModel limit = PurchaseModel.byName(name);
    assertThat(limit.name()).isEqualTo(name);
    assertThat(limit.assumption()).isPresent();
  }
}
