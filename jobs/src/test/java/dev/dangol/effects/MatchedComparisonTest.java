package dev.dangol.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.EffectSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MatchedComparisonTest {
  private static final EffectSettings SETTINGS = new EffectSettings(30, 90, 6, 5, 0.7, 0.5);

  /** A customer as the naive computation sees them. */
  private record PlainCustomer(String stratum, boolean treated, double value, double past) {}

  @Test
  void a_naive_computation_gives_the_same_difference_and_interval() {
    for (int seed = 0; seed < 20; seed++) {
      List<PlainCustomer> customers = customers(new Random(seed), 400);
      EffectEstimate estimate = new MatchedComparison(SETTINGS).of(strata(customers));
      double[] naive = naive(customers);
      assertThat(estimate.refusal()).isEmpty();
      assertThat(estimate.difference()).isCloseTo(naive[0], within(1e-9));
      assertThat(estimate.low()).isCloseTo(naive[0] - 1.959963984540054 * naive[1], within(1e-9));
      assertThat(estimate.high()).isCloseTo(naive[0] + 1.959963984540054 * naive[1], within(1e-9));
      assertThat(estimate.treated()).isEqualTo((long) naive[2]);
      assertThat(estimate.compared()).isEqualTo((long) naive[3]);
    }
  }

  @Test
  void hand_counted_strata_weigh_as_they_have_treated() {
    MatchedStrata strata = MatchedStrata.empty();
    add(strata, "a", true, 1, 1, 1, 0);
    add(strata, "a", false, 1, 0);
    add(strata, "b", true, 0, 1);
    add(strata, "b", false, 0, 0, 0, 1);
    add(strata, "only treated", true, 1);
    add(strata, "only compared", false, 0, 0);
    EffectEstimate estimate = new MatchedComparison(SETTINGS).of(strata);
    assertThat(estimate.difference()).isCloseTo((4 * 0.25 + 2 * 0.25) / 6, within(1e-12));
    assertThat(estimate.treated()).isEqualTo(6);
    assertThat(estimate.compared()).isEqualTo(6);
  }

  @Test
  void too_few_unlike_and_unbalanced_groups_are_refused_with_a_reason() {
    MatchedComparison comparison = new MatchedComparison(SETTINGS);
    assertThat(comparison.of(MatchedStrata.empty()).refusal().orElseThrow()).contains("min-count");
    MatchedStrata apart = MatchedStrata.empty();
    add(apart, "a", true, 1, 1, 1, 1, 1, 1);
    add(apart, "b", false, 1, 1, 1, 1, 1, 1);
    assertThat(comparison.of(apart).refusal().orElseThrow()).contains("min-matched-share");
    MatchedStrata unbalanced = MatchedStrata.empty();
    for (int i = 0; i < 10; i++) {
      unbalanced.arm(parts("a"), true).add(1, new double[] {8 + i % 2, 0, 0, 0});
      unbalanced.arm(parts("a"), false).add(0, new double[] {1 + i % 2, 0, 0, 0});
    }
    assertThat(comparison.of(unbalanced).refusal().orElseThrow()).contains("max-imbalance");
  }

  private static List<PlainCustomer> customers(Random random, int number) {
    List<PlainCustomer> customers = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int stratum = random.nextInt(6);
      boolean treated = random.nextDouble() < 0.2 + 0.1 * stratum;
      double value = stratum + (treated ? 0.5 : 0) + random.nextGaussian();
      customers.add(new PlainCustomer("s" + stratum, treated, value, stratum));
    }
    return customers;
  }

  private static MatchedStrata strata(List<PlainCustomer> customers) {
    MatchedStrata strata = MatchedStrata.empty();
    for (PlainCustomer one : customers) {
      double[] covariates = {one.past(), 0, 0, 0};
      strata.arm(parts(one.stratum()), one.treated()).add(one.value(), covariates);
    }
    return strata;
  }

  private static List<String> parts(String stratum) {
    return List.of("", stratum, "0", "0", "0");
  }

  private static void add(MatchedStrata strata, String name, boolean treated, double... values) {
    for (double value : values) {
      strata.arm(parts(name), treated).add(value, new double[PriorHistory.SIZE]);
    }
  }

  /** The difference, its standard error, and the numbers of both groups, from the customers. */
  private static double[] naive(List<PlainCustomer> customers) {
    double treated = 0;
    double compared = 0;
    double difference = 0;
    List<double[]> sides = new ArrayList<>();
    for (String stratum : customers.stream().map(PlainCustomer::stratum).distinct().toList()) {
      double[] with = values(customers, stratum, true);
      double[] without = values(customers, stratum, false);
      if (with.length > 0 && without.length > 0) {
        treated += with.length;
        compared += without.length;
        difference += with.length * (mean(with) - mean(without));
        sides.add(new double[] {with.length, without.length, variance(with), variance(without)});
      }
    }
    double variance = 0;
    for (double[] side : sides) {
      double weight = side[0] / treated;
      variance += weight * weight * (side[2] / side[0] + side[3] / side[1]);
    }
    return new double[] {difference / treated, Math.sqrt(variance), treated, compared};
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum()
        / (values.length - 1);
  }

  private static double[] values(List<PlainCustomer> customers, String stratum, boolean treated) {
    return customers.stream()
        .filter(one -> one.stratum().equals(stratum) && one.treated() == treated)
        .mapToDouble(PlainCustomer::value)
        .toArray();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }
}
