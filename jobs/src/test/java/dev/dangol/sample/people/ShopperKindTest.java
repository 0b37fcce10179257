package dev.dangol.sample.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.files.AllShoppers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ShopperKindTest {
  private static final ShopPopulation SHOP = new ShopPopulation(new SampleSize(3000, 7));
  private static final Map<ShopperKind, List<SampleShopper>> PEOPLE = people();

  @Test
  void shares_of_the_kinds_add_up_to_everybody() {
    assertThat(Arrays.stream(ShopperKind.values()).mapToDouble(kind -> kind.share).sum())
        .isCloseTo(1, Offset.offset(1e-9));
  }

  @Test
  void regulars_order_most_and_one_and_done_mostly_once() {
    Map<ShopperKind, Double> orders = means(shopper -> history(shopper).orders().size());
    assertThat(highest(orders)).isEqualTo(ShopperKind.REGULAR);
    assertThat(orders.get(ShopperKind.ONE_AND_DONE)).isLessThan(1.5);
    assertThat(PEOPLE.get(ShopperKind.ONE_AND_DONE))
        .filteredOn(shopper -> history(shopper).orders().size() > 1)
        .as("noise: a few come back")
        .isNotEmpty();
  }

  @Test
  void bargain_hunters_have_the_deepest_discounts() {
    assertThat(highest(means(ShopperKindTest::discountShare)))
        .isEqualTo(ShopperKind.BARGAIN_HUNTER);
  }

  @Test
  void big_spenders_have_the_dearest_orders() {
    Map<ShopperKind, Double> values =
        means(
            shopper ->
                history(shopper).orders().stream()
                    .flatMap(order -> order.lines().stream())
                    .mapToLong(OrderLine::net)
                    .average()
                    .orElse(0));
    assertThat(highest(values)).isEqualTo(ShopperKind.QUIET_BIG_SPENDER);
  }

  @Test
  void habit_buyers_come_often_and_are_not_content() {
    assertThat(lowest(means(shopper -> shopper.traits().rating())))
        .isEqualTo(ShopperKind.HABIT_ONLY);
    assertThat(means(shopper -> history(shopper).orders().size()).get(ShopperKind.HABIT_ONLY))
        .isGreaterThan(8);
  }

  @Test
  void silent_leavers_are_gone_after_a_late_delivery() {
    List<ShopperOrders> left =
        PEOPLE.get(ShopperKind.SILENT_LEAVER).stream()
            .map(ShopperKindTest::history)
            .filter(history -> history.end() < SamplePeriod.DAYS)
            .toList();
    assertThat(left).hasSizeGreaterThan(PEOPLE.get(ShopperKind.SILENT_LEAVER).size() / 3);
    long late =
        left.stream()
            .map(history -> history.orders().get(history.orders().size() - 1))
            .filter(last -> last.delivery().filter(OrderDelivery::late).isPresent())
            .count();
    assertThat((double) late / left.size()).isGreaterThan(0.4);
  }

  @Test
  void advocates_and_critics_write_reviews_and_advocates_leave_more_behind_than_others() {
    Map<ShopperKind, Double> reviews = means(shopper -> shopper.traits().reviewShare());
    assertThat(reviews.get(ShopperKind.ADVOCATE))
        .isGreaterThan(2 * reviews.get(ShopperKind.REGULAR));
    assertThat(reviews.get(ShopperKind.FRANK_CRITIC))
        .isGreaterThan(2 * reviews.get(ShopperKind.REGULAR));
    assertThat(highest(means(shopper -> new EngagementTrail(SHOP, shopper).events().size())))
        .isIn(ShopperKind.ADVOCATE, ShopperKind.REGULAR);
  }

  @Test
  void a_minority_is_ideal_and_some_kinds_only_in_part() {
    Map<ShopperKind, Double> ideal = means(shopper -> shopper.ideal() ? 1 : 0);
    assertThat(ideal)
        .containsEntry(ShopperKind.REGULAR, 1.0)
        .containsEntry(ShopperKind.ADVOCATE, 1.0)
        .containsEntry(ShopperKind.CASUAL, 0.0)
        .containsEntry(ShopperKind.HABIT_ONLY, 0.0);
    assertThat(ideal.get(ShopperKind.FRANK_CRITIC)).isBetween(0.2, 0.8);
    assertThat(ideal.get(ShopperKind.QUIET_BIG_SPENDER)).isBetween(0.2, 0.8);
    assertThat(AllShoppers.in(SHOP).filter(SampleShopper::ideal).count()).isBetween(450L, 800L);
  }

  private static double discountShare(SampleShopper shopper) {
    List<OrderLine> lines =
        history(shopper).orders().stream().flatMap(order -> order.lines().stream()).toList();
    double off = lines.stream().mapToLong(OrderLine::discount).sum();
    double paid = lines.stream().mapToLong(OrderLine::net).sum();
    return lines.isEmpty() ? 0 : off / (off + paid);
  }

  private static ShopperOrders history(SampleShopper shopper) {
    return ShopperOrders.of(SHOP, shopper);
  }

  private static Map<ShopperKind, Double> means(ToDoubleFunction<SampleShopper> measure) {
    Map<ShopperKind, Double> means = new EnumMap<>(ShopperKind.class);
    PEOPLE.forEach(
        (kind, people) ->
            means.put(kind, people.stream().mapToDouble(measure).average().orElseThrow()));
    return means;
  }

  private static ShopperKind highest(Map<ShopperKind, Double> means) {
    return means.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static ShopperKind lowest(Map<ShopperKind, Double> means) {
    return means.entrySet().stream()
        .min(Comparator.comparing(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }

  private static Map<ShopperKind, List<SampleShopper>> people() {
    Map<ShopperKind, List<SampleShopper>> people = new EnumMap<>(ShopperKind.class);
    for (ShopperKind kind : ShopperKind.values()) {
      if (kind.share > 0) {
        people.put(kind, AllShoppers.of(SHOP, kind));
      }
    }
    return people;
  }
}
