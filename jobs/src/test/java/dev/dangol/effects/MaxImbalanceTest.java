package dev.dangol.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.EffectSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Bias of a confounded null by the imbalance that is left: shops in which repair does nothing, but
 * is given, ever more decidedly, to those who buy often or much. The table of docs/effects.md is
 * that of 4,000 shops.
 */
class MaxImbalanceTest {
  private static final int SHOPS = 150;
  private static final int AS_OF = 1_000;
  private static final double DEFAULT_CUT = 0.2;

  /** Nothing is refused for its balance. */
  private static final EffectSettings SETTINGS = new EffectSettings(30, 90, 6, 30, 0.5, 9);

  private static final String RETENTION = "repair_retention";
  private static final String SALES = "content_net_sales";

  /**
   * Way in which a shop repairs.
   *
   * @param strength the logarithm of the odds of repair by one measure of history
   * @param bySpend whether those who spend much are preferred, or those who buy often
   * @param spread how much customers differ in how often they buy
   */
  private record RepairHabit(double strength, boolean bySpend, double spread) {
    boolean repairs(PriorHistory history, Random random) {
      double standing =
          bySpend
              ? (Math.log1p(history.spend()) - 3.2) / 0.9
              : (Math.log1p(history.purchases()) - 1.2) / 0.7
                  - (Math.log1p(history.silentDays()) - 4) / 1.5;
      return random.nextDouble() < 1 / (1 + Math.exp(1 - strength * standing));
    }
  }

  @Test
  void up_to_the_default_cut_a_confounded_null_is_biased_by_a_fifth_of_its_error_at_most() {
    Map<Boolean, List<Double>> errors = new TreeMap<>();
    Random habits = new Random(1);
    for (int seed = 0; seed < SHOPS; seed++) {
      RepairHabit habit =
          new RepairHabit(3 * habits.nextDouble(), habits.nextBoolean(), 0.5 + habits.nextDouble());
      for (EffectEstimate estimate : estimates(habit, 300 + habits.nextInt(1_500), seed)) {
        double error = (estimate.high() - estimate.low()) / 2 / MatchedComparison.DEVIATE;
        errors
            .computeIfAbsent(estimate.balance() <= DEFAULT_CUT, within -> new ArrayList<>())
            .add(estimate.difference() / error);
      }
    }
    assertThat(errors.get(true)).hasSizeGreaterThan(SHOPS);
    assertThat(errors.get(false)).as("shops that are refused").hasSizeGreaterThan(10);
    assertThat(mean(errors.get(true))).isBetween(-0.2, 0.2);
  }

  private static List<EffectEstimate> estimates(RepairHabit habit, int customers, long seed) {
    Random random = new Random(100_000 + seed);
    EffectCounts counts = new EffectCounts(SETTINGS, Set.of(RETENTION, SALES), AS_OF);
    for (int number = 0; number < customers; number++) {
      counts.add(customer("c" + number, habit, random));
    }
    return counts.strata().values().stream()
        .map(strata -> new MatchedComparison(SETTINGS).of(strata))
        .filter(estimate -> estimate.refusal().isEmpty())
        .toList();
  }

  private static CustomerTimeline customer(String id, RepairHabit habit, Random random) {
    double rate = 0.006 * Math.exp(habit.spread() * random.nextGaussian());
    double price = 20 * Math.exp(0.8 * random.nextGaussian());
    TreeMap<Integer, Double> sales = new TreeMap<>(Map.of(random.nextInt(250), price));
    int day = sales.firstKey() + gap(rate, random);
    while (day <= AS_OF) {
      sales.put(day, price * (0.5 + random.nextDouble()));
      day += gap(rate, random);
    }
    int failure = 300 + random.nextInt(500);
    CustomerTimeline past = new CustomerTimeline(id);
    addPurchases(past, sales.headMap(failure));
    boolean repaired = habit.repairs(PriorHistory.before(past, failure), random);
    past.add(new TimelineEvent(TimelineKind.REVIEW, failure, repaired ? 1 : 0.5, Double.NaN, ""));
    past.add(
        new TimelineEvent(TimelineKind.FAULT_CASE, failure, 30, repaired ? 3 : Double.NaN, "mail"));
    addPurchases(past, sales.tailMap(failure));
    return past;
  }

  /** Days until the next purchase, at a constant rate. */
  private static int gap(double rate, Random random) {
    return 1 + (int) Math.min(AS_OF, -Math.log(1 - random.nextDouble()) / rate);
  }

  private static void addPurchases(CustomerTimeline customer, Map<Integer, Double> sales) {
    sales.forEach((day, net) -> customer.add(TimelineEvent.of(TimelineKind.PURCHASE, day, net)));
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(number -> number).average().orElseThrow();
  }
}
