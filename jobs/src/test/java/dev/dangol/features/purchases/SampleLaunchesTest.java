package dev.dangol.features.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.ProductLaunch;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Launches of the sample shop, of which it is known who was early with what others then bought, and
 * which of them nobody followed.
 */
class SampleLaunchesTest {
  private static final int FROM = (int) SamplePeriod.START.toEpochDay();

  @ParameterizedTest
  @ValueSource(longs = {42, 43, 44, 45, 46})
  void who_is_early_with_what_others_took_to_is_found_and_who_was_not_followed_is_not(long seed) {
    ShopPopulation shop = new ShopPopulation(new SampleSize(5_000, seed));
    Map<String, Map<String, Integer>> bought = bought(shop);
    ProductCensus census = new ProductCensus();
    bought.forEach(
        (customer, days) ->
            days.forEach((product, day) -> census.add(UTF8String.fromString(product), day)));
    Map<UTF8String, Integer> newUntil = census.newUntil();
    Set<String> found = new TreeSet<>();
    Set<String> planted = new TreeSet<>();
    for (ProductLaunch launch : ProductLaunch.ALL) {
      Integer until = newUntil.get(UTF8String.fromString(launch.sku()));
      assertThat(until != null).as(launch.sku()).isEqualTo(launch.followed());
      bought.forEach(
          (customer, days) -> {
            if (until != null && days.getOrDefault(launch.sku(), until) < until) {
              found.add(customer);
            }
          });
    }
    AllShoppers.in(shop).filter(one -> isPlanted(shop, one)).forEach(one -> planted.add(one.id()));
    assertThat(found).isEqualTo(planted).hasSizeBetween(15, 200);
    Set<String> told =
        AllShoppers.truths(shop, "customer_features.is_shaper")
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    assertThat(told).containsAll(planted).hasSizeLessThan(2 * planted.size());
  }

  private static boolean isPlanted(ShopPopulation shop, SampleShopper shopper) {
    ShopperOrders history = ShopperOrders.of(shop, shopper);
    return ProductLaunch.ALL.stream()
        .anyMatch(launch -> launch.followed() && launch.isEarlyIn(history.orders()));
  }

  /** The first day on which each customer bought each product. */
  private static Map<String, Map<String, Integer>> bought(ShopPopulation shop) {
    Map<String, Map<String, Integer>> bought = new TreeMap<>();
    AllShoppers.in(shop)
        .forEach(
            shopper -> {
              Map<String, Integer> days = new TreeMap<>();
              ShopperOrders.of(shop, shopper)
                  .orders()
                  .forEach(
                      order ->
                          order
                              .lines()
                              .forEach(
                                  line ->
                                      days.merge(
                                          line.product().sku(),
                                          FROM + (int) order.day(),
                                          Math::min)));
              bought.put(shopper.id(), days);
            });
    return bought;
  }
}
