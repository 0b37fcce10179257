package dev.dangol.cohorts.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Coverage of the backtest's intervals. */
class BacktestTest {
  private static final int TRIALS = 600;
  private static final int CUSTOMERS = 400;

  /** Customers whose spend is skewed, and who are chosen the sooner the more they will spend. */
  private static Backtest sample(Random random) {
    OutcomeSums[][] sums = {
      {OutcomeSums.NONE, OutcomeSums.NONE}, {OutcomeSums.NONE, OutcomeSums.NONE}
    };
    for (int i = 0; i < CUSTOMERS; i++) {
      double taste = random.nextGaussian();
      boolean ideal = taste + random.nextGaussian() > 1;
      boolean rival = taste + random.nextGaussian() > 1;
      double net =
          random.nextDouble() < 0.3 ? 0 : Math.exp(taste * 0.7 + random.nextGaussian() / 2);
      int in = ideal ? 1 : 0;
      int by = rival ? 0 : 1;
      sums[by][in] = sums[by][in].and(customer(net));
    }
    List<Backtest.RankedSlice> slices = new ArrayList<>();
    for (int by = 0; by < 2; by++) {
      for (int in = 0; in < 2; in++) {
        slices.add(new Backtest.RankedSlice("spend", by, 1 - in, in == 1, sums[by][in]));
        slices.add(new Backtest.RankedSlice("ideal", by, 1 - in, in == 1, sums[by][in]));
      }
    }
    long ideal = sums[0][1].customers() + sums[1][1].customers();
    return new Backtest(Backtest.sizes(CUSTOMERS, ideal, List.of()), ideal, slices);
  }

  private static OutcomeSums customer(double net) {
    BigDecimal exact = BigDecimal.valueOf(net);
    return new OutcomeSums(1, exact, net * net, exact, 1, net > 0 ? 1 : 0, 0);
  }

  @Test
  void of_the_intervals_about_nineteen_in_twenty_hold_the_truth() {
    Random random = new Random(3);
    double truth = 0;
    for (int i = 0; i < 200; i++) {
      truth += held(sample(random), "ideal").revenue().value().orElseThrow() / 200;
    }
    int covered = 0;
    int noLead = 0;
    for (int i = 0; i < TRIALS; i++) {
      Backtest gains = sample(random);
      BacktestResult.BoundedValue revenue = held(gains, "ideal").revenue();
      covered += holds(revenue, truth) ? 1 : 0;
      noLead += holds(held(gains, "spend").lead(), 0) ? 1 : 0;
    }
    assertThat(covered / (double) TRIALS).as("share").isBetween(0.92, 0.975);
    assertThat(noLead / (double) TRIALS).as("two equal choices").isBetween(0.92, 0.975);
  }

  @Test
  void random_choices_hold_what_is_said_of_chance() {
    Random random = new Random(8);
    double[] net = new double[CUSTOMERS];
    OutcomeSums all = OutcomeSums.NONE;
    for (int i = 0; i < CUSTOMERS; i++) {
      net[i] = Math.exp(random.nextGaussian());
      all = all.and(customer(net[i]));
    }
    Backtest gains =
        new Backtest(
            Backtest.sizes(CUSTOMERS, 0, List.of(0.1)),
            0,
            List.of(new Backtest.RankedSlice("ideal", 0, 0, false, all)));
    BacktestResult chance = held(gains, "chance");
    int inside = 0;
    double mean = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      double drawn = 0;
      for (int i : random.ints(0, CUSTOMERS).distinct().limit(CUSTOMERS / 10).toArray()) {
        drawn += net[i] / all.net().doubleValue();
      }
      mean += drawn / TRIALS;
      inside += holds(chance.revenue(), drawn) ? 1 : 0;
    }
    assertThat(mean).isCloseTo(chance.revenue().value().orElseThrow(), within(0.003));
    assertThat(inside / (double) TRIALS).isBetween(0.92, 0.98);
  }

  @Test
  void a_share_that_is_too_small_for_a_single_customer_is_left_out() {
    assertThat(Backtest.sizes(9, 3, List.of(0.05, 0.06, 0.5)))
        .hasToString("{0.06=1, 0.3333333333333333=3, 0.5=5}");
    assertThat(Backtest.sizes(1, 0, List.of(0.2))).isEmpty();
  }

  private static BacktestResult held(Backtest gains, String method) {
    return gains.rows().stream()
        .filter(row -> row.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  private static boolean holds(BacktestResult.BoundedValue interval, double truth) {
    return interval.low().orElseThrow() <= truth && truth <= interval.high().orElseThrow();
  }
}
