package dev.dangol.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.EffectSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Shops of which it is known what repair does, because each customer is drawn both ways. Customers
 * who have bought often have their cases repaired more often, so that the plain difference is
 * wrong.
 */
class PlantedEffectsTest {
  private static final EffectSettings SETTINGS = new EffectSettings(30, 90, 6, 30, 0.7, 0.1);
  private static final EffectKey REPAIR = new EffectKey("repair_retention", 0);
  private static final int SEEDS = 20;
  private static final int CUSTOMERS = 3_000;
  private static final int AS_OF = 1_000;

  /** Chance of leaving for good over a failure that was not repaired, beyond one that was. */
  private double harm;

  private record PlantedShop(EffectEstimate estimate, double plain, double truth) {}

  @Test
  void the_planted_effect_of_repair_lies_in_its_interval() {
    harm = 0.35;
    int within = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      PlantedShop shop = shop(seed);
      assertThat(shop.estimate().refusal()).isEmpty();
      assertThat(shop.estimate().isClaimed()).isTrue();
      boolean inside =
          shop.estimate().low() <= shop.truth() && shop.truth() <= shop.estimate().high();
      within += inside ? 1 : 0;
    }
    assertThat(within).isGreaterThanOrEqualTo(SEEDS - 2);
  }

  @Test
  void a_planted_null_is_claimed_in_no_more_than_one_shop_of_twenty() {
    harm = 0;
    int claimed = 0;
    int plainly = 0;
    for (int seed = 100; seed < 100 + SEEDS; seed++) {
      PlantedShop shop = shop(seed);
      assertThat(shop.estimate().refusal()).isEmpty();
      claimed += shop.estimate().isClaimed() ? 1 : 0;
      plainly += shop.plain() > shop.estimate().high() - shop.estimate().difference() ? 1 : 0;
    }
    assertThat(claimed).isLessThanOrEqualTo(SEEDS / 20);
    assertThat(plainly)
        .as("shops in which the plain difference would be claimed")
        .isGreaterThan(10);
  }

  private PlantedShop shop(long seed) {
    Random random = new Random(seed);
    EffectCounts counts = new EffectCounts(SETTINGS, Set.of(REPAIR.effect()), AS_OF);
    List<double[]> outcomes = new ArrayList<>();
    double truth = 0;
    int repairs = 0;
    for (int number = 0; number < CUSTOMERS; number++) {
      double rate = 0.004 * Math.exp(random.nextGaussian());
      long own = random.nextLong();
      int failure = 300 + random.nextInt(500);
      int past =
          PriorHistory.before(timeline(number, rate, failure, true, own), failure).purchases();
      boolean repaired = random.nextDouble() < Math.min(0.9, 0.2 + 0.1 * past);
      CustomerTimeline real = timeline(number, rate, failure, repaired, own);
      counts.add(real);
      if (real.boughtBetween(Integer.MIN_VALUE, failure - 1)) {
        double value = value(real, failure);
        outcomes.add(new double[] {repaired ? 1 : 0, value});
        if (repaired) {
          repairs++;
          truth += value - value(timeline(number, rate, failure, false, own), failure);
        }
      }
    }
    EffectEstimate estimate = new MatchedComparison(SETTINGS).of(counts.strata().get(REPAIR));
    return new PlantedShop(estimate, mean(outcomes, 1) - mean(outcomes, 0), truth / repairs);
  }

  private static double value(CustomerTimeline customer, int failure) {
    return customer.boughtBetween(failure + 30, failure + 120) ? 1 : 0;
  }

  private static double mean(List<double[]> outcomes, double repaired) {
    return outcomes.stream()
        .filter(one -> one[0] == repaired)
        .mapToDouble(one -> one[1])
        .average()
        .orElseThrow();
  }

  /** The same draws whether it was repaired or not: only who leaves for it differs. */
  private CustomerTimeline timeline(
      int number, double rate, int failure, boolean repaired, long seed) {
    Random random = new Random(seed);
    boolean wouldLeave = random.nextDouble() < harm;
    TreeSet<Integer> days = new TreeSet<>();
    int start = random.nextInt(250);
    days.add(start);
    for (int day = start + 1; day <= AS_OF; day++) {
      boolean left = day > failure && !repaired && wouldLeave;
      if (random.nextDouble() < rate && !left) {
        days.add(day);
      }
    }
    CustomerTimeline customer = new CustomerTimeline("c" + number);
    boolean told = false;
    for (int day : days) {
      if (day >= failure && !told) {
        customer.add(failure(failure, repaired));
        told = true;
      }
      customer.add(TimelineEvent.of(TimelineKind.PURCHASE, day, 20));
    }
    if (!told) {
      customer.add(failure(failure, repaired));
    }
    return customer;
  }

  private static TimelineEvent failure(int day, boolean repaired) {
    return new TimelineEvent(TimelineKind.FAULT_CASE, day, 30, repaired ? 3 : Double.NaN, "mail");
  }
}
