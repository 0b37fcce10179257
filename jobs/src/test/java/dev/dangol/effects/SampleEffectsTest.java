package dev.dangol.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.EffectSettings;
import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Sample shops of which it is known what the repair of a failure does, since it is known who came
 * back because of it, and that acting on reviews does nothing.
 */
class SampleEffectsTest {
  private static final EffectSettings SETTINGS = new EffectSettings(30, 90, 6, 30, 0.7, 0.2);
  private static final EffectKey REPAIR = new EffectKey("repair_retention", 0);
  private static final EffectKey HEARD = new EffectKey("review_heard_retention", 0);
  private static final int AS_OF = (int) SamplePeriod.END.toEpochDay() - 1;
  private static final int SEEDS = 10;
  private static final int CUSTOMERS = 5_000;

  @Test
  void the_planted_repair_lies_in_its_interval_and_acting_on_reviews_is_not_claimed() {
    List<String> outside = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int claimed = 0;
    int counted = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      ShopPopulation shop = new ShopPopulation(new SampleSize(CUSTOMERS, 42 + seed));
      EffectCounts counts = counts(shop);
      EffectEstimate repair = new MatchedComparison(SETTINGS).of(counts.strata().get(REPAIR));
      EffectEstimate heard = new MatchedComparison(SETTINGS).of(counts.strata().get(HEARD));
      double planted = AllShoppers.planted(shop).get("effects.repair_retention");
      assertThat(planted).isBetween(0.1, 0.25);
      if (repair.refusal().isEmpty()) {
        counted++;
        claimed += repair.isClaimed() ? 1 : 0;
        if (planted < repair.low() || planted > repair.high()) {
          outside.add(seed + " " + planted + " " + repair);
        }
      }
      assertThat(heard.refusal()).isEmpty();
      if (heard.isClaimed()) {
        wrong.add(seed + " " + heard);
      }
    }
    assertThat(counted).isGreaterThanOrEqualTo(SEEDS - 1);
    assertThat(claimed).isGreaterThan(SEEDS / 2);
    assertThat(outside).hasSizeLessThanOrEqualTo(1);
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }

  private static EffectCounts counts(ShopPopulation shop) {
    EffectCounts counts =
        new EffectCounts(SETTINGS, Set.of(REPAIR.effect(), HEARD.effect()), AS_OF);
    AllShoppers.in(shop).forEach(shopper -> counts.add(SampleTimelines.of(shop, shopper)));
    return counts;
  }
}
