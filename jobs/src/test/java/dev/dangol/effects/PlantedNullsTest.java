package dev.dangol.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.EffectSettings;
import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Shops in which nothing has an effect: what happens to customers depends on their history so far,
 * and what they buy on nothing that happened to them. Whatever is claimed there is claimed falsely.
 */
class PlantedNullsTest {
  private static final EffectSettings SETTINGS = new EffectSettings(30, 90, 6, 30, 0.7, 0.1);

  /** Coming back does go with later net sales: customers differ in how often they buy. */
  private static final String NO_NULL = "loyalty_to_net_sales";

  private static final double MAX_Q = 0.05;
  private static final int SEEDS = 20;
  private static final int CUSTOMERS = 2_000;
  private static final int AS_OF = 1_000;
  private static final List<TimelineKind> HAPPENINGS =
      List.of(
          TimelineKind.REVIEW,
          TimelineKind.ANSWER,
          TimelineKind.ACTIVITY,
          TimelineKind.CASE,
          TimelineKind.FAULT_CASE,
          TimelineKind.PROMOTION);

  @Test
  void no_more_than_one_in_twenty_verdicts_over_twenty_shops_is_false() {
    int verdicts = 0;
    List<String> wrong = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Map.Entry<EffectKey, Double> found :
          CustomerEffects.qValues(estimates(seed)).entrySet()) {
        verdicts++;
        if (found.getValue() <= MAX_Q) {
          wrong.add(seed + " " + found.getKey());
        }
      }
    }
    assertThat(verdicts).isGreaterThan(12 * SEEDS);
    assertThat((double) wrong.size() / verdicts).as(wrong.toString()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void joining_the_programme_of_the_sample_shop_does_nothing_and_is_not_claimed() {
    List<String> wrong = new ArrayList<>();
    int told = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      ShopPopulation shop = new ShopPopulation(new SampleSize(1_500, 42 + seed));
      int end = (int) SamplePeriod.END.toEpochDay() - 1;
      EffectCounts counts =
          new EffectCounts(SETTINGS, Set.of("membership_retention", "membership_net_sales"), end);
      AllShoppers.in(shop).forEach(shopper -> counts.add(SampleTimelines.of(shop, shopper)));
      for (Map.Entry<EffectKey, MatchedStrata> one : counts.strata().entrySet()) {
        EffectEstimate estimate = new MatchedComparison(SETTINGS).of(one.getValue());
        told += estimate.refusal().isEmpty() ? 1 : 0;
        if (estimate.isClaimed()) {
          wrong.add(seed + " " + one.getKey() + " " + estimate);
        }
      }
    }
    assertThat(told).isEqualTo(2 * SEEDS);
    assertThat(wrong).hasSizeLessThanOrEqualTo(2 * SEEDS / 20);
  }

  private static Map<EffectKey, EffectEstimate> estimates(long seed) {
    Random random = new Random(seed);
    Set<String> effects =
        EffectDesigns.of(SETTINGS).stream()
            .map(EffectDesign::effect)
            .filter(effect -> !effect.equals(NO_NULL))
            .collect(Collectors.toSet());
    EffectCounts counts = new EffectCounts(SETTINGS, effects, AS_OF);
    for (int number = 0; number < CUSTOMERS; number++) {
      counts.add(customer("c" + number, random));
    }
    Map<EffectKey, EffectEstimate> found = new TreeMap<>();
    counts
        .strata()
        .forEach((key, strata) -> found.put(key, new MatchedComparison(SETTINGS).of(strata)));
    return found;
  }

  private static CustomerTimeline customer(String id, Random random) {
    double rate = 0.004 * Math.exp(random.nextGaussian());
    TreeSet<Integer> days = new TreeSet<>(Set.of(random.nextInt(250)));
    for (int day = days.first() + 1; day <= AS_OF; day++) {
      if (random.nextDouble() < rate) {
        days.add(day);
      }
    }
    List<TimelineEvent> events = new ArrayList<>();
    int past = 0;
    boolean joined = false;
    for (int day : days) {
      events.add(TimelineEvent.of(TimelineKind.PURCHASE, day, 10 + random.nextInt(40)));
      double chance = 0.15 + 0.05 * Math.min(past, 5);
      if (!joined && random.nextDouble() < chance) {
        joined = true;
        events.add(TimelineEvent.of(TimelineKind.JOIN, day, Double.NaN));
      }
      for (TimelineKind kind : HAPPENINGS) {
        if (random.nextDouble() < chance) {
          events.add(happening(kind, day + 1 + random.nextInt(20), past, random));
        }
      }
      past++;
    }
    for (int day = random.nextInt(900); day <= AS_OF; day += 1 + random.nextInt(900)) {
      events.add(TimelineEvent.of(TimelineKind.REFERRAL, day, Double.NaN));
    }
    events.sort(Comparator.comparingInt(TimelineEvent::day).thenComparing(TimelineEvent::kind));
    CustomerTimeline timeline = new CustomerTimeline(id);
    events.stream().filter(event -> event.day() <= AS_OF).forEach(timeline::add);
    return timeline;
  }

  /** Those with a longer history are content, repaired and replied to more often. */
  private static TimelineEvent happening(TimelineKind kind, int day, int past, Random random) {
    boolean well = random.nextDouble() < Math.min(0.8, 0.4 + 0.1 * past);
    double amount = kind == TimelineKind.REVIEW ? (well ? 1 : 0.5) : (well ? 30 : 300);
    double span = kind == TimelineKind.FAULT_CASE && well ? 3 : Double.NaN;
    return new TimelineEvent(kind, day, amount, span, "");
  }
}
