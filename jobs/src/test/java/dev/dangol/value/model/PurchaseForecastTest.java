package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.value.model.SimulatedBase.Person;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts against the later purchases of simulated customers. */
class PurchaseForecastTest {
  private static final double[] GEOMETRIC = {0.8, 10, 0.6, 3};
  private static final double[] PARETO = {1, 8, 0.8, 40};

  private static double[] parameters(String model) {
    return model.startsWith("pareto") ? PARETO : GEOMETRIC;
  }

  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "bg-cnbd-2", "mbg-cnbd-3"})
  void purchases_come_as_expected(String model) {
    List<Person> people = new SimulatedBase(model, parameters(model), 5).people(40_000, 100, 50);
    PurchaseForecast forecast = PurchaseModel.byName(model).forecast(parameters(model));
    for (int from = 0; from < 3; from++) {
      double low = from * from;
      double high = from == 2 ? 1e9 : (from + 1) * (from + 1) - 1;
      List<Person> group =
          people.stream()
              .filter(p -> p.history().frequency() >= low && p.history().frequency() <= high)
              .toList();
      double bought = mean(group, Person::later);
      double again = mean(group, p -> p.later() > 0 ? 1 : 0);
      double error =
          4 * Math.sqrt(mean(group, p -> Math.pow(p.later() - bought, 2)) / group.size());
      assertThat(mean(group, p -> forecast.expectedPurchases(p.history(), 50)))
          .as("frequency from %s", low)
          .isCloseTo(bought, within(error));
      assertThat(mean(group, p -> forecast.chanceOfPurchase(p.history(), 50)))
          .isCloseTo(again, within(4 * 0.5 / Math.sqrt(group.size())));
    }
  }

  private static double mean(List<Person> people, ToDoubleFunction<Person> of) {
    return people.stream().mapToDouble(of).average().orElseThrow();
  }

  /** A sum over purchases, as for regular buyers, against the closed form with 2F1. */
  @Test
  void the_closed_form_is_the_sum_over_purchases() {
    double[][] settings = {
      {0.243, 4.414, 0.793, 2.426},
      {2, 0.5, 1, 3},
      {0.3, 4, 0.4, 0.6},
      {5, 50, 3.2, 0.7},
      {20, 30, 0.5, 0.5}
    };
    double[][] histories = {
      {0, 0, 0}, {0, 0, 38.86}, {2, 30.43, 38.86}, {40, 300, 521}, {1000, 500, 521}
    };
    for (double[] p : settings) {
      for (double[] h : histories) {
        PurchaseForecast forecast = new BetaGeometric(1, 0).forecast(p);
        PurchaseHistory history = new PurchaseHistory(h[0], h[1], h[2]);
        double expected = forecast.alive(history) * naive(p, h, 52);
        assertThat(forecast.expectedPurchases(history, 52))
            .as("%s %s", List.of(p[0], p[2]), history)
            .isCloseTo(expected, within(1e-8 * Math.max(1, expected)));
      }
    }
  }

  /**
   * Purchases of a customer alive: P(N = n) times the sum over i to n of surviving i - 1 of them.
   */
  private static double naive(double[] p, double[] h, double weeks) {
    double shape = p[0] + h[0];
    double share = weeks / (p[1] + h[2] + weeks);
    double b = p[3] + h[0];
    double logTerm = shape * Math.log1p(-share);
    double going = 1;
    double purchases = 0;
    double total = 0;
    for (int n = 0; n < 200_000; n++) {
      total += Math.exp(logTerm) * purchases;
      purchases += going;
      going *= (b + n) / (p[2] + b + n);
      logTerm += Math.log((shape + n) / (n + 1) * share);
    }
    return total;
  }

  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "bg-cnbd-2", "mbg-cnbd-3"})
  void ten_years_and_a_thousand_purchases_stay_within_bounds(String model) {
    PurchaseForecast forecast = PurchaseModel.byName(model).forecast(parameters(model));
    double[][] days = {
      {0, 0, 0},
      {0, 0, 3652},
      {1, 1, 3652},
      {1, 3652, 3652},
      {1000, 1001, 3652},
      {1000, 3652, 3652},
      {3652, 3652, 3652}
    };
    for (double[] d : days) {
      PurchaseHistory history = PurchaseHistory.ofDays(d[0], d[1], d[2]);
      assertThat(forecast.logLikelihood(history)).isFinite();
      assertThat(forecast.alive(history)).isBetween(0.0, 1.0);
      double previous = 0;
      assertThat(forecast.expectedOfNew(0)).isZero();
      for (double weeks : new double[] {0, 1, 4, 52, 521}) {
        double expected = forecast.expectedPurchases(history, weeks);
        assertThat(expected).isFinite().isGreaterThanOrEqualTo(previous);
        assertThat(forecast.chanceOfPurchase(history, weeks))
            .isBetween(0.0, 1.0)
            .isLessThanOrEqualTo(expected + 1e-9);
        previous = expected;
      }
    }
  }

  private static final List<PurchaseHistory> HISTORIES =
      List.of(
          new PurchaseHistory(0, 0, 0),
          new PurchaseHistory(0, 0, 100),
          new PurchaseHistory(2, 90, 100),
          new PurchaseHistory(20, 99, 100),
          new PurchaseHistory(5, 100, 100),
          new PurchaseHistory(300, 400, 420),
          new PurchaseHistory(3, 10, 521));

  /** Buying nothing for some weeks more makes of a history the same history, only older. */
  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "bg-cnbd-2", "mbg-cnbd-3"})
  void chances_are_what_the_likelihood_of_silence_leaves(String model) {
    PurchaseForecast forecast = PurchaseModel.byName(model).forecast(parameters(model));
    for (PurchaseHistory h : HISTORIES) {
      for (double weeks : new double[] {0.01, 1, 10, 52, 500}) {
        double silence = forecast.logLikelihood(h.silentFor(weeks)) - forecast.logLikelihood(h);
        assertThat(forecast.chanceOfPurchase(h, weeks))
            .as("%s %s", h, weeks)
            .isCloseTo(-Math.expm1(silence), within(1e-10));
        double step = weeks * 1e-4;
        double slope =
            (forecast.chanceIfHere(h, weeks + step) - forecast.chanceIfHere(h, weeks - step))
                / (2 * step);
        assertThat(forecast.paceIfHere(h, weeks))
            .as("%s %s", h, weeks)
            .isCloseTo(slope, within(1e-6 * slope + 1e-9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "bg-cnbd-2", "mbg-cnbd-3"})
  void the_next_purchase_has_come_by_then_with_that_share_of_the_chance(String model) {
    PurchaseForecast forecast = PurchaseModel.byName(model).forecast(parameters(model));
    for (PurchaseHistory h : HISTORIES) {
      for (double share : new double[] {0.01, 0.25, 0.5, 0.75, 0.99}) {
        double target = share * forecast.chanceOfPurchase(h, 52);
        double weeks = forecast.nextPurchase(h, 52).weeks(share);
        double minute = 1 / 10_080.0;
        if (target < 1e-9) {
          assertThat(weeks).isNaN();
        } else {
          assertThat(forecast.chanceOfPurchase(h, weeks - minute))
              .as("%s %s", h, share)
              .isLessThan(target);
          assertThat(forecast.chanceOfPurchase(h, weeks + minute)).isGreaterThan(target);
        }
      }
    }
  }

  @Test
  void the_next_purchase_is_expected_sooner_of_those_who_buy_often() {
    PurchaseForecast forecast = PurchaseModel.byName("bg-nbd").forecast(GEOMETRIC);
    double often = forecast.nextPurchase(new PurchaseHistory(20, 99, 100), 52).weeks(0.5);
    double seldom = forecast.nextPurchase(new PurchaseHistory(2, 90, 100), 52).weeks(0.5);
    assertThat(often).isPositive().isLessThan(seldom);
    assertThat(seldom).isLessThan(52);
    assertThat(forecast.nextPurchase(new PurchaseHistory(1000, 1, 3000), 52).weeks(0.5)).isNaN();
  }

  /** Two purchases of a regular buyer, whose purchases are each three stages apart, by hand. */
  @Test
  void a_regular_buyers_purchases_are_a_sum_over_stages() {
    double[] chances = new double[2_000];
    chances[0] = Math.pow(0.6, 2.5);
    for (int n = 1; n < chances.length; n++) {
      chances[n] = chances[n - 1] * (2.5 + n - 1) / n * 0.4;
    }
    double expected = 0;
    double going = 1;
    for (int purchase = 1; purchase < 300; purchase++) {
      double enough = 0;
      for (int n = chances.length - 1; n >= 3 * purchase - 1; n--) {
        enough += chances[n];
      }
      expected += enough * going;
      going *= (4.0 + purchase - 1) / (4.7 + purchase - 1);
    }
    assertThat(new RegularPurchases(3, 0.7, 4).expected(1, 2.5, 0.4))
        .isCloseTo(expected, within(1e-13));
    assertThat(new RegularPurchases(2, 1e-9, 1e6).expected(0, 5_000, 0.5))
        .as("half the stages, less the one that is left over half of the time")
        .isCloseTo(2_499.75, within(1e-4));
    assertThat(new RegularPurchases(2, 0.7, 4).expected(0, 2.5, 0)).isZero();
  }

  @Test
  void purchases_to_come_lose_worth_by_the_month() {
    PurchaseForecast forecast = PurchaseModel.byName("pareto-nbd").forecast(PARETO);
    PurchaseHistory history = new PurchaseHistory(5, 40, 50);
    double year = 12 * DiscountSchedule.MONTH;
    double plain = new DiscountSchedule(12, 0).purchases(forecast, history);
    double discounted = new DiscountSchedule(12, 0.1).purchases(forecast, history);
    assertThat(plain).isCloseTo(forecast.expectedPurchases(history, year), offset(1e-12));
    assertThat(discounted).isBetween(plain / 1.1, plain / Math.pow(1.1, 1 / 12.0));
    assertThat(new DiscountSchedule(1, 0.1).purchases(forecast, history))
        .isCloseTo(
            forecast.expectedPurchases(history, DiscountSchedule.MONTH) / Math.pow(1.1, 1 / 12.0),
            offset(1e-12));
  }
}
