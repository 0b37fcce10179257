package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class ManagerHeuristicTest {
  @Test
  void who_is_silent_for_longer_than_the_cut_is_gone_and_others_go_on() {
    ToDoubleFunction<PurchaseHistory> rule = ManagerHeuristic.recencyCut(10, 26);
    assertThat(rule.applyAsDouble(new PurchaseHistory(4, 30, 40))).isEqualTo(2.6);
    assertThat(rule.applyAsDouble(new PurchaseHistory(4, 29.9, 40))).isZero();
    assertThat(rule.applyAsDouble(new PurchaseHistory(0, 0, 5))).isZero();
    assertThat(rule.applyAsDouble(new PurchaseHistory(0, 0, 0))).isZero();
  }

  @Test
  void a_rule_that_only_orders_is_judged_by_its_order_alone() {
    ForecastAccuracy judgement =
        ForecastAccuracy.of(
                List.of(
                    new ForecastAccuracy.PredictedCase(0, 1, 5),
                    new ForecastAccuracy.PredictedCase(2, 3, 5)))
            .ofOrder();
    assertThat(judgement.rankCorrelation()).isCloseTo(1, within(1e-12));
    assertThat(judgement.topTenth()).isCloseTo(0.2, within(1e-12));
    assertThat(judgement.error()).isNaN();
    assertThat(judgement.bias()).isNaN();
    assertThat(judgement.buckets()).isEmpty();
  }

  @Test
  void spend_and_frequency_are_compared_by_rank() {
    double[] frequency = {1, 1, 2, 3, 5, 8, 8};
    double[] mean = {10, 12, 9, 20, 20, 1e9, 30};
    List<RepeatSpend.SpendGroup> groups =
        IntStream.range(0, frequency.length)
            .mapToObj(i -> RepeatSpend.SpendGroup.alike(frequency[i], mean[i], 1))
            .toList();
    assertThat(RepeatSpend.of(groups).rankCorrelation())
        .isCloseTo(new SpearmansCorrelation().correlation(frequency, mean), within(1e-12));
    assertThat(RepeatSpend.of(groups.subList(0, 1)).rankCorrelation()).isNaN();
  }

  @Test
  void a_base_is_tracked_from_each_first_purchase_on() {
    PurchaseForecast forecast =
        PurchaseModel.byName("bg-nbd").forecast(new double[] {0.243, 4.414, 0.793, 2.426});
    WeeklyTracking tracking = new WeeklyTracking(Map.of(10L, 2.0, 3L, 1.0), forecast);
    double ofTen = forecast.expectedOfNew(17 / 7.0) - forecast.expectedOfNew(10 / 7.0);
    double ofThree = forecast.expectedOfNew(10 / 7.0) - forecast.expectedOfNew(3 / 7.0);
    assertThat(tracking.expectedPurchases(1)).isCloseTo(2 * ofTen + ofThree, within(1e-12));
    assertThat(tracking.expectedPurchases(-1))
        .isCloseTo(2 * forecast.expectedOfNew(3 / 7.0), within(1e-12));
    assertThat(tracking.expectedPurchases(-2)).isZero();
  }
}
