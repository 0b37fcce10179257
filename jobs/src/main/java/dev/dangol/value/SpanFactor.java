package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.value.model.DiscountSchedule;
import dev.dangol.value.model.PurchaseForecast;
import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.SpendExpectation;
import java.util.Arrays;
import java.util.List;

/**
 * Factor from net sales of a span to those of {@code value.clv-months}, discounted month by month.
 * It is what the chosen model of purchases expects of both, divided.
 */
final class SpanFactor {
  /** Orders of equal value, where spend could not be modelled. */
  private static final SpendExpectation EQUAL =
      new SpendExpectation(1, Double.POSITIVE_INFINITY, SpendExpectation.OrderBasis.ALL);

  private final PurchaseForecast forecast;
  private final SpendExpectation spend;
  private final DiscountSchedule schedule;

  SpanFactor(ScoringModels scoring, ValueSettings settings) {
    this.forecast = PurchaseModel.byName(scoring.model()).forecast(scoring.purchases());
    this.spend = scoring.spend().orElse(EQUAL);
    this.schedule = new DiscountSchedule(settings.clvMonths(), settings.discountRate());
  }

  /**
   * The factor.
   *
   * @param vectors features of customers as of the day
   * @param weeks the length of the span
   * @return the ratio of the lengths where the model expects nothing of the span
   */
  double of(List<double[]> vectors, double weeks) {
    double ahead = total(ExpectedSales.of(vectors, spend, h -> schedule.purchases(forecast, h)));
    double span =
        total(ExpectedSales.of(vectors, spend, h -> forecast.expectedPurchases(h, weeks)));
    return span > 0 ? ahead / span : schedule.months() * DiscountSchedule.MONTH / weeks;
  }

  private static double total(double[] amounts) {
    return Arrays.stream(amounts).sum();
  }
}
