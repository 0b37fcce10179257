package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionGainTest {
  private static final double[] BG_NBD = {0.243, 4.414, 0.793, 2.426};
  private static final PurchaseModel MODEL = PurchaseModel.byName("bg-nbd");
  private static final DiscountSchedule YEAR = new DiscountSchedule(12, 0.1);
  private static final PurchaseHistory FAITHFUL = new PurchaseHistory(6, 36, 38);
  private static final PurchaseHistory ONCE = new PurchaseHistory(0, 0, 38);

  private static RetentionGain gain(RetentionGain.HistoryWorth... base) {
    return new RetentionGain(List.of(base), MODEL, YEAR);
  }

  private static double chance(PurchaseHistory history) {
    return MODEL.forecast(BG_NBD).chanceOfPurchase(history, 12 * DiscountSchedule.MONTH);
  }

  @Test
  void of_customers_who_are_all_alike_each_that_returns_more_is_worth_as_much() {
    RetentionGain gain = gain(new RetentionGain.HistoryWorth(ONCE, 10, 250));
    double value = 250 * YEAR.purchases(MODEL.forecast(BG_NBD), ONCE);
    assertThat(gain.retention(BG_NBD)).isCloseTo(chance(ONCE), within(1e-12));
    assertThat(gain.value(BG_NBD)).isCloseTo(value, within(1e-9));
    assertThat(gain.change(BG_NBD, 0.05)).isCloseTo(value * 0.05 / chance(ONCE), within(1e-7));
  }

  @Test
  void everybodys_odds_rise_by_the_same_factor() {
    RetentionGain gain =
        gain(
            new RetentionGain.HistoryWorth(ONCE, 3, 90),
            new RetentionGain.HistoryWorth(FAITHFUL, 1, 40));
    double p = chance(ONCE);
    double q = chance(FAITHFUL);
    double wanted = (3 * p + q) / 4 + 0.1;
    double low = 1;
    double high = 1e6;
    for (int i = 0; i < 200; i++) {
      double factor = (low + high) / 2;
      boolean enough = (3 * raised(p, factor) + raised(q, factor)) / 4 > wanted;
      low = enough ? low : factor;
      high = enough ? factor : high;
    }
    PurchaseForecast forecast = MODEL.forecast(BG_NBD);
    double once = 90 * YEAR.purchases(forecast, ONCE) * (raised(p, low) / p - 1);
    double faithful = 40 * YEAR.purchases(forecast, FAITHFUL) * (raised(q, low) / q - 1);
    assertThat(gain.change(BG_NBD, 0.1)).isCloseTo(once + faithful, within(1e-6));
  }

  private static double raised(double chance, double factor) {
    double odds = factor * chance / (1 - chance);
    return odds / (1 + odds);
  }

  @Test
  void more_points_are_worth_more_and_none_nothing() {
    RetentionGain gain =
        gain(
            new RetentionGain.HistoryWorth(ONCE, 3, 90),
            new RetentionGain.HistoryWorth(FAITHFUL, 1, 40));
    assertThat(gain.change(BG_NBD, 0)).isCloseTo(0, within(1e-9));
    assertThat(gain.change(BG_NBD, 0.02)).isGreaterThan(gain.change(BG_NBD, 0.01));
  }

  @Test
  void somebody_long_lost_neither_breaks_it_nor_counts() {
    RetentionGain.HistoryWorth lost =
        new RetentionGain.HistoryWorth(new PurchaseHistory(900, 100, 520), 1, 1_000);
    RetentionGain gain = gain(lost, new RetentionGain.HistoryWorth(ONCE, 9, 225));
    double alone = gain(new RetentionGain.HistoryWorth(ONCE, 9, 225)).change(BG_NBD, 0.05 / 0.9);
    assertThat(gain.change(BG_NBD, 0.05)).isCloseTo(alone, within(1e-6));
  }

  @Test
  void retention_does_not_exceed_everybody() {
    RetentionGain gain =
        gain(new RetentionGain.HistoryWorth(new PurchaseHistory(40, 38, 38), 1, 25));
    assertThat(gain.retention(BG_NBD)).isGreaterThan(0.95);
    assertThat(gain.change(BG_NBD, 0.1)).isNaN();
    assertThat(gain().change(BG_NBD, 0.1)).isNaN();
  }
}
