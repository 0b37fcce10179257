package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.value.fitting.ConfidenceInterval;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.ParameterEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that customers were simulated with are found again. */
class ParameterRecoveryTest {
  private static final double SPAN = 104;

  static final double[][] GEOMETRIC = {
    {0.25, 4.4, 0.8, 2.4}, {0.8, 10, 0.6, 3}, {1.5, 6, 1.5, 8}, {0.5, 20, 0.4, 1.2}, {3, 15, 1, 4}
  };
  static final double[][] PARETO = {
    {0.55, 10.5, 0.6, 11.7}, {1, 8, 0.8, 40}, {2, 20, 1.5, 60}, {0.4, 3, 0.5, 20}, {1.2, 6, 2, 90}
  };
  static final double[][] SPENDING = {
    {6.25, 3.74, 15.44}, {2, 4, 30}, {1, 2.5, 100}, {10, 6, 20}, {3, 12, 400}
  };

  private static final double[] HEAVY = {2, 1, 0.1, 60};

  private static double[] setting(String model, int number) {
    return (model.startsWith("pareto") ? PARETO : GEOMETRIC)[number];
  }

  private static ParameterEstimate fit(String model, double[] truth, int customers, int seed) {
    HistoryCounts base = new SimulatedBase(model, truth, seed).triples(customers, SPAN);
    FitResult fit = PurchaseModel.byName(model).fit(base, FitRules.USUAL);
    assertThat(fit).as("%s", fit).isInstanceOf(ParameterEstimate.class);
    return (ParameterEstimate) fit;
  }

  private static void isWithinThreeErrors(ParameterEstimate estimate, double[] truth) {
    double[] errors =
        estimate.standardErrors().values().stream().mapToDouble(Double::doubleValue).toArray();
    for (int i = 0; i < truth.length; i++) {
      assertThat(estimate.values()[i])
          .as("%s of %s", i, estimate.parameters())
          .isCloseTo(truth[i], within(3 * errors[i]));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "bg-cnbd-2", "mbg-cnbd-3"})
  void parameters_lie_within_three_standard_errors(String model) {
    double[] truth = setting(model, 1);
    isWithinThreeErrors(fit(model, truth, 5_000, 7), truth);
  }

  /** Some of these buy more than 4,000 times. */
  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "mbg-cnbd-3"})
  void ten_years_of_busy_customers_are_no_trouble(String model) {
    double[] truth = model.startsWith("p") ? new double[] {2, 1, 0.5, 300} : HEAVY;
    HistoryCounts base = new SimulatedBase(model, truth, 1).triples(2_000, 3652 / 7.0);
    assertThat(base.frequency(base.size() - 1)).isGreaterThan(1_000);
    FitResult fit = PurchaseModel.byName(model).fit(base, FitRules.USUAL);
    assertThat(fit).as("%s", fit).isInstanceOf(ParameterEstimate.class);
    isWithinThreeErrors((ParameterEstimate) fit, truth);
  }

  @Test
  void spending_lies_within_three_standard_errors() {
    RepeatSpend spend = SimulatedBase.spend(SPENDING[0], 5_000, 3);
    ParameterEstimate found = (ParameterEstimate) new GammaGamma().fit(spend, FitRules.USUAL);
    isWithinThreeErrors(found, SPENDING[0]);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "bg-cnbd-2", "mbg-cnbd-3"})
  void five_settings_with_many_customers(String model) {
    for (int number = 0; number < 5; number++) {
      double[] truth = setting(model, number);
      ParameterEstimate estimate = fit(model, truth, 100_000, 42 + number);
      System.out.println(model + " " + estimate.parameters() + " " + estimate.standardErrors());
      isWithinThreeErrors(estimate, truth);
    }
  }

  @Tag("slow")
  @Test
  void five_settings_of_spending_with_many_customers() {
    for (int number = 0; number < 5; number++) {
      RepeatSpend spend = SimulatedBase.spend(SPENDING[number], 30_000, 42 + number);
      ParameterEstimate estimate = (ParameterEstimate) new GammaGamma().fit(spend, FitRules.USUAL);
      System.out.println(estimate.parameters() + " " + estimate.standardErrors());
      isWithinThreeErrors(estimate, SPENDING[number]);
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "bg-nbd, 0, 100",
    "mbg-nbd, 1, 100",
    "pareto-nbd, 1, 50",
    "bg-cnbd-2, 1, 100",
    "mbg-cnbd-3, 1, 100"
  })
  void intervals_hold_the_truth_as_often_as_they_say(String model, int number, int bases) {
    double[] truth = setting(model, number);
    hold(bases, truth, seed -> fit(model, truth, 5_000, seed));
  }

  @Tag("slow")
  @Test
  void intervals_of_spending_hold_the_truth_as_often_as_they_say() {
    double[] truth = SPENDING[0];
    hold(
        100,
        truth,
        seed -> {
          RepeatSpend spend = SimulatedBase.spend(truth, 5_000, seed);
          return (ParameterEstimate) new GammaGamma().fit(spend, FitRules.USUAL);
        });
  }

  private static void hold(int bases, double[] truth, IntFunction<ParameterEstimate> fits) {
    int[] held = new int[truth.length];
    for (int seed = 0; seed < bases; seed++) {
      ParameterEstimate estimate = fits.apply(1_000 + seed);
      List<String> names = new ArrayList<>(estimate.parameters().keySet());
      for (int i = 0; i < truth.length; i++) {
        ConfidenceInterval interval = estimate.interval(names.get(i));
        held[i] += interval.low() <= truth[i] && truth[i] <= interval.high() ? 1 : 0;
      }
    }
    System.out.println("coverage of " + bases + ": " + Arrays.toString(held));
    double mean = Arrays.stream(held).average().orElseThrow() / bases;
    assertThat(mean).isBetween(0.9, 0.98);
  }
}
