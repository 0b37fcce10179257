package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.ParameterEstimate;
import org.junit.jupiter.api.Test;

class EmpiricalRatesTest {
  private static final PurchaseModel PLAIN = PurchaseModel.byName("empirical");

  private static HistoryCounts.HistoryCounter three() {
    return new HistoryCounts.HistoryCounter()
        .add(new PurchaseHistory(1, 10, 20), 1)
        .add(new PurchaseHistory(1, 10, 30), 1)
        .add(new PurchaseHistory(0, 0, 10), 1);
  }

  @Test
  void three_customers_who_differ_by_no_more_than_chance_are_near_the_rate_of_all() {
    ParameterEstimate counted = (ParameterEstimate) PLAIN.fit(three().triples(), FitRules.USUAL);
    assertThat(counted.parameters()).containsEntry("alpha", 60.0).containsEntry("r", 2.0);
    assertThat(counted.standardErrors()).isEmpty();
    PurchaseForecast forecast = PLAIN.forecast(counted.values());
    PurchaseHistory history = new PurchaseHistory(1, 10, 20);
    assertThat(forecast.expectedPurchases(history, 8)).isCloseTo(3 / 80.0 * 8, within(1e-12));
    assertThat(forecast.alive(history)).isNaN();
    assertThat(forecast.chanceOfPurchase(history, 8))
        .isCloseTo(1 - Math.pow(80 / 88.0, 3), within(1e-12));
    assertThat(forecast.nextPurchase(history, 52).weeks(0.5)).isBetween(5.0, 30.0);
  }

  /** Of rates of 0 and 1 a week over 10 weeks, variance is 1/4 and their mean 1/2. */
  @Test
  void customers_who_differ_much_keep_more_of_their_own() {
    HistoryCounts apart =
        new HistoryCounts.HistoryCounter()
            .add(new PurchaseHistory(0, 0, 10), 50)
            .add(new PurchaseHistory(10, 9, 10), 50)
            .triples();
    ParameterEstimate counted = (ParameterEstimate) PLAIN.fit(apart, FitRules.USUAL);
    assertThat(counted.parameters().get("r") / counted.parameters().get("alpha"))
        .isCloseTo(0.5, within(1e-12));
    assertThat(counted.parameters().get("alpha")).as("the mean age, at least").isEqualTo(10);
  }

  @Test
  void one_repeat_buyer_is_too_few() {
    HistoryCounts one =
        new HistoryCounts.HistoryCounter().add(new PurchaseHistory(4, 10, 20), 1).triples();
    assertThat(PLAIN.fit(one, FitRules.USUAL))
        .isEqualTo(new FailedFit("Only 1 customers bought again; 2 or more are needed."));
  }
}
