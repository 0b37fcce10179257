package dev.dangol.features.likelihoods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.LikelihoodSettings;
import dev.dangol.features.likelihoods.CustomerLikelihoods.LikelihoodResults;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LikelihoodColumns;
import dev.dangol.testing.SparkExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shops with a planted truth, with none, and with next to nothing in them. */
@ExtendWith(SparkExtension.class)
class CustomerLikelihoodsTest {
  private static final LikelihoodSettings HOW =
      new LikelihoodSettings(LikelihoodShop.SPAN, 50, 20_000, 0.001);
  private static final LocalDate TODAY = LikelihoodShop.TODAY.day();
  private static final int CUSTOMERS = 1200;

  private static LocalDate in(Random random, int spansAgo) {
    return TODAY.minusDays((long) spansAgo * 90 + random.nextInt(90));
  }

  /**
   * Customers come over the years, buy now and then, share by their own chance, and rate by chance.
   */
  private static List<Consumer<LikelihoodShop>> rows(double sharers, double others) {
    Random random = new Random(20);
    List<Consumer<LikelihoodShop>> rows = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      String id = (i % 2 == 0 ? "s" : "o") + i;
      double chance = i % 2 == 0 ? sharers : others;
      int first = 2 + i % 7;
      for (int ago = first; ago >= 0; ago--) {
        LocalDate bought = in(random, ago);
        double amount = 1 + random.nextInt(100);
        if (ago == first || random.nextDouble() < 0.5) {
          rows.add(shop -> shop.bought(id, bought, amount));
        }
        LocalDate shared = in(random, ago);
        if (random.nextDouble() < chance) {
          rows.add(shop -> shop.shared(id, shared));
        }
        LocalDate rated = in(random, ago);
        double rating = random.nextBoolean() ? 5 : 2;
        rows.add(shop -> shop.rated(id, rated, rating));
      }
    }
    return rows;
  }

  private static LikelihoodShop shop(SparkSession spark, List<Consumer<LikelihoodShop>> rows) {
    LikelihoodShop shop = new LikelihoodShop(spark).withEvents().withReviews();
    rows.forEach(row -> row.accept(shop));
    return shop;
  }

  private static Map<String, OptionalDouble> by(LikelihoodResults results, Field likelihood) {
    Map<String, OptionalDouble> found = new TreeMap<>();
    results.customers().collectAsList().stream()
        .map(RowReader::new)
        .forEach(
            cells ->
                found.put(
                    cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(), cells.number(likelihood)));
    return found;
  }

  private static double mean(Map<String, OptionalDouble> p, String group) {
    return p.entrySet().stream()
        .filter(one -> one.getKey().startsWith(group))
        .mapToDouble(one -> one.getValue().orElseThrow())
        .average()
        .orElseThrow();
  }

  @Test
  void who_shares_is_told_apart_and_ratings_by_chance_are_not(SparkSession spark) {
    LikelihoodResults results = shop(spark, rows(0.7, 0.1)).results(HOW);
    Map<String, OptionalDouble> recommends = by(results, LikelihoodColumns.P_RECOMMEND);
    Map<String, OptionalDouble> content = by(results, LikelihoodColumns.P_CONTENT);

    assertThat(results.reasons()).isEmpty();
    assertThat(recommends).hasSize(CUSTOMERS);
    assertThat(mean(recommends, "s")).isCloseTo(0.7, within(0.1));
    assertThat(mean(recommends, "o")).isCloseTo(0.1, within(0.1));
    assertThat(results.models().get(LikelihoodColumns.P_RECOMMEND).error()).isLessThan(0.06);
    assertThat(content.values())
        .allSatisfy(p -> assertThat(p.orElseThrow()).isCloseTo(0.5, within(0.25)));
    assertThat(results.models().get(LikelihoodColumns.P_CONTENT).error()).isLessThan(0.06);
  }

  @Test
  void what_depends_on_nothing_is_likely_for_everyone_alike(SparkSession spark) {
    LikelihoodResults results = shop(spark, rows(0.3, 0.3)).results(HOW);
    Map<String, OptionalDouble> recommends = by(results, LikelihoodColumns.P_RECOMMEND);

    assertThat(mean(recommends, "")).isCloseTo(0.3, within(0.04));
    assertThat(recommends.values())
        .filteredOn(p -> Math.abs(p.orElseThrow() - 0.3) > 0.15)
        .hasSizeLessThan(CUSTOMERS / 20);
    assertThat(results.models().get(LikelihoodColumns.P_RECOMMEND).error()).isLessThan(0.06);
  }

  @Test
  void shuffled_rows_and_what_happens_later_change_nothing(SparkSession spark) {
    List<Consumer<LikelihoodShop>> shuffled = new ArrayList<>(rows(0.7, 0.1));
    Collections.shuffle(shuffled, new Random(2));
    shuffled.add(shop -> shop.bought("s0", TODAY.plusDays(1), 9_999));
    shuffled.add(shop -> shop.shared("o1", TODAY.plusDays(3)));
    shuffled.add(shop -> shop.rated("o1", TODAY.plusDays(3), 1));
    shuffled.add(shop -> shop.bought("later", TODAY.plusDays(1), 5));
    LikelihoodResults before = shop(spark, rows(0.7, 0.1)).results(HOW);
    LikelihoodResults after = shop(spark, shuffled).results(HOW);

    for (Field likelihood : LikelihoodColumns.ALL) {
      assertThat(by(after, likelihood)).isEqualTo(by(before, likelihood));
    }
  }

  @Test
  void a_sample_teaches_where_there_are_many(SparkSession spark) {
    LikelihoodResults results =
        shop(spark, rows(0.7, 0.1)).results(new LikelihoodSettings(90, 20, 400, 0.001));
    LikelihoodModel model = results.models().get(LikelihoodColumns.P_RECOMMEND);

    assertThat(model.buckets().stream().mapToLong(bucket -> bucket.people()).sum())
        .isBetween(320L, 480L);
    assertThat(by(results, LikelihoodColumns.P_RECOMMEND)).hasSize(CUSTOMERS);
    assertThat(mean(by(results, LikelihoodColumns.P_RECOMMEND), "s")).isGreaterThan(0.5);
  }

  @Test
  void without_sources_each_reason_names_them(SparkSession spark) {
    LikelihoodShop plain = new LikelihoodShop(spark);
    for (int i = 0; i < 10; i++) {
      plain.bought("c" + i, TODAY.minusDays(300), 5).bought("c" + i, TODAY.minusDays(i), 5);
    }
    LikelihoodResults results = plain.results(new LikelihoodSettings(90, 1, 100, 0.001));

    assertThat(results.reasons().get(LikelihoodColumns.P_CONTENT)).contains("reviews");
    assertThat(results.reasons().get(LikelihoodColumns.P_RECOMMEND))
        .contains("referrals", "engagement", "helpful_votes");
    assertThat(results.reasons().get(LikelihoodColumns.P_BUY_MORE))
        .contains("Of 10 customers of ", "it came true of 0", "likelihoods.min-outcomes");
    assertThat(by(results, LikelihoodColumns.P_BUY_MORE))
        .hasSize(10)
        .allSatisfy((customer, p) -> assertThat(p).isEmpty());
  }

  @Test
  void a_short_past_one_customer_and_nobody_are_said(SparkSession spark) {
    LikelihoodResults young =
        new LikelihoodShop(spark).bought("ann", TODAY.minusDays(269), 5).results(HOW);
    LikelihoodResults one =
        new LikelihoodShop(spark)
            .withEvents()
            .withReviews()
            .bought("ann", TODAY.minusDays(270), 5)
            .results(HOW);
    LikelihoodResults nobody = new LikelihoodShop(spark).withReviews().results(HOW);

    assertThat(young.reasons().get(LikelihoodColumns.P_BUY_MORE))
        .contains("less than three times likelihoods.span-days, which is 90");
    assertThat(one.reasons().get(LikelihoodColumns.P_BUY_MORE)).contains("Of 1 customers of");
    assertThat(by(one, LikelihoodColumns.P_BUY_MORE))
        .containsOnlyKeys("ann")
        .containsEntry("ann", OptionalDouble.empty());
    assertThat(nobody.reasons()).containsOnlyKeys(LikelihoodColumns.ALL);
    assertThat(nobody.customers().isEmpty()).isTrue();
  }
}
