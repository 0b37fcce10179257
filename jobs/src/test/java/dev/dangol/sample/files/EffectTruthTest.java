package dev.dangol.sample.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.people.BrokenPromise;
import dev.dangol.sample.people.RepairedFailure;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The truth of effects is what the files of the shop hold. */
class EffectTruthTest {
  private static final SampleSize SIZE = new SampleSize(3_000, 7);
  private static final ShopPopulation SHOP = new ShopPopulation(SIZE);
  private static final String REFUND = "환불";

  @Test
  void a_repair_that_brings_someone_back_is_one_order_more_and_nothing_else_is() {
    Set<String> planted = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    AllShoppers.in(SHOP)
        .forEach(
            shopper -> {
              Set<String> known =
                  ShopperOrders.of(SHOP, shopper).orders().stream()
                      .map(ShopOrder::id)
                      .collect(Collectors.toSet());
              RepairedFailure.of(SHOP, shopper)
                  .flatMap(RepairedFailure::sale)
                  .ifPresent(sale -> planted.add(sale.order().id()));
              new PurchaseFiles(SHOP)
                  .rows(shopper).stream()
                      .map(row -> row.getString(0))
                      .filter(id -> id.startsWith("A") && !known.contains(id))
                      .forEach(found::add);
            });
    assertThat(found).isEqualTo(planted).hasSizeBetween(20, 100);
    assertThat(
            truths("effects.repair_retention").stream().filter(EffectTruthTest::makesADifference))
        .hasSameSizeAs(planted);
  }

  @Test
  void who_comes_back_had_a_case_that_was_resolved_and_bought_nothing_for_a_month_and_more() {
    AllShoppers.in(SHOP)
        .filter(
            shopper -> RepairedFailure.of(SHOP, shopper).flatMap(RepairedFailure::sale).isPresent())
        .forEach(
            shopper -> {
              RepairedFailure failure = RepairedFailure.of(SHOP, shopper).orElseThrow();
              assertThat(failure.repaired()).isTrue();
              assertThat(failure.returnsAnyway()).isFalse();
              assertThat(failure.returns()).isTrue();
              var back = failure.sale().orElseThrow().order().at();
              assertThat(new SupportFiles(SHOP).rows(shopper))
                  .anySatisfy(
                      row -> {
                        String solved = row.getStruct(3).getString(2);
                        assertThat(row.getString(6)).isEqualTo("Y");
                        assertThat(solved).isNotNull();
                        assertThat(OffsetDateTime.parse(solved).toLocalDateTime()).isBefore(back);
                      });
            });
  }

  @Test
  void a_broken_promise_sends_back_what_its_truth_says_and_each_line_once() {
    Set<String> lines = new TreeSet<>();
    Set<String> orders =
        AllShoppers.in(SHOP)
            .flatMap(shopper -> ShopperOrders.of(SHOP, shopper).orders().stream())
            .filter(order -> BrokenPromise.lostStars(order) > 0)
            .map(ShopOrder::id)
            .collect(Collectors.toSet());
    AllShoppers.rows(new PurchaseFiles(SHOP), SIZE)
        .filter(row -> row.getString(13).equals(REFUND) && orders.contains(row.getString(14)))
        .forEach(row -> assertThat(lines.add(row.getString(14) + row.getString(1))).isTrue());
    List<Row> truths = truths("campaign_promises.returned_difference");
    assertThat(lines).hasSize((int) truths.stream().mapToDouble(row -> number(row, 3)).sum());
    assertThat(truths.stream().filter(EffectTruthTest::makesADifference).count())
        .isBetween(truths.size() / 20L, truths.size() / 5L);
  }

  @Test
  void no_rating_is_better_for_what_was_planted() {
    Map<String, Double> planted = AllShoppers.planted(SHOP);
    assertThat(truths("campaign_promises.rating_difference"))
        .isNotEmpty()
        .allMatch(row -> number(row, 3) <= number(row, 2));
    assertThat(planted.get("campaign_promises.rating_difference")).isBetween(-1.3, -0.7);
    assertThat(planted.get("product_ratings.change_90d")).isNegative();
  }

  private static List<Row> truths(String effect) {
    return AllShoppers.rows(new EffectTruth(SHOP), SIZE)
        .filter(row -> row.getString(1).equals(effect))
        .toList();
  }

  private static boolean makesADifference(Row row) {
    return number(row, 2) != number(row, 3);
  }

  private static double number(Row row, int column) {
    return Double.parseDouble(row.getString(column));
  }
}
