package dev.dangol.sample.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.people.LineSale;
import dev.dangol.sample.people.OrderDelivery;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperKind;
import dev.dangol.sample.people.ShopperOrders;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The planted kinds differ in how they talk with the shop, as they were meant to. */
class KindTalkTest {
  private static final SampleSize SIZE = new SampleSize(3000, 7);
  private static final ShopPopulation SHOP = new ShopPopulation(SIZE);

  @Test
  void frank_critics_and_advocates_answer_most_surveys_for_their_orders() {
    Map<ShopperKind, Double> answers = perOrder(new SurveyFiles(SHOP));
    assertThat(answers.get(ShopperKind.FRANK_CRITIC))
        .isGreaterThan(1.5 * answers.get(ShopperKind.REGULAR));
    assertThat(answers.get(ShopperKind.ADVOCATE))
        .isGreaterThan(1.5 * answers.get(ShopperKind.REGULAR));
    assertThat(answers.get(ShopperKind.SILENT_LEAVER)).isLessThan(answers.get(ShopperKind.REGULAR));
  }

  @Test
  void advocates_would_recommend_and_habit_buyers_would_not() {
    Map<ShopperKind, Double> promoters = share(KindTalkTest::promotes, nps());
    assertThat(promoters.get(ShopperKind.ADVOCATE)).isGreaterThan(0.5);
    assertThat(promoters.get(ShopperKind.HABIT_ONLY)).isLessThan(0.15);
    assertThat(highest(promoters)).isEqualTo(ShopperKind.ADVOCATE);
  }

  @Test
  void frank_critics_open_most_cases_for_their_orders() {
    assertThat(highest(perOrder(new SupportFiles(SHOP)))).isEqualTo(ShopperKind.FRANK_CRITIC);
  }

  @Test
  void a_late_delivery_or_a_refund_brings_cases() {
    RawTable support = new SupportFiles(SHOP);
    List<SampleShopper> buyers = buyers();
    Predicate<SampleShopper> troubled =
        shopper ->
            ShopperOrders.of(SHOP, shopper).orders().stream()
                    .anyMatch(order -> order.delivery().filter(OrderDelivery::late).isPresent())
                || LineSale.of(SHOP, shopper, ShopperOrders.of(SHOP, shopper)).stream()
                    .anyMatch(sale -> sale.returned().isPresent());
    double with = mean(support, buyers.stream().filter(troubled).toList());
    double without = mean(support, buyers.stream().filter(troubled.negate()).toList());
    assertThat(with).isGreaterThan(2 * without);
  }

  @Test
  void silent_leavers_who_left_ask_for_nothing_from_their_last_order_on() {
    int asked = 0;
    for (SampleShopper shopper : AllShoppers.of(SHOP, ShopperKind.SILENT_LEAVER)) {
      ShopperOrders history = ShopperOrders.of(SHOP, shopper);
      if (history.end() < SamplePeriod.DAYS) {
        LocalDateTime last = history.orders().get(history.orders().size() - 1).at();
        List<Row> cases = new SupportFiles(SHOP).rows(shopper);
        assertThat(cases).allMatch(row -> opened(row).isBefore(last));
        asked += cases.size();
      }
    }
    assertThat(asked).as("cases before that").isPositive();
  }

  @Test
  void the_warm_open_and_reply_and_those_who_left_hardly_look() {
    Map<ShopperKind, Double> replied = share(row -> !row.getStruct(8).isNullAt(2), messages());
    assertThat(highest(replied)).isEqualTo(ShopperKind.ADVOCATE);
    Map<ShopperKind, Double> opened = share(row -> !row.getStruct(8).isNullAt(0), messages());
    assertThat(highest(opened))
        .isIn(ShopperKind.ADVOCATE, ShopperKind.REGULAR, ShopperKind.FRANK_CRITIC);
    assertThat(opened.get(ShopperKind.ONE_AND_DONE)).isLessThan(opened.get(ShopperKind.CASUAL) / 2);
  }

  @Test
  void bargain_hunters_prefer_offers_to_news_and_big_spenders_do_not() {
    Predicate<Row> opened = row -> !row.getStruct(8).isNullAt(0);
    Map<ShopperKind, Double> offers = share(opened, messages().filter(row -> !row.isNullAt(4)));
    Map<ShopperKind, Double> news = share(opened, messages().filter(row -> row.isNullAt(4)));
    assertThat(offers.get(ShopperKind.BARGAIN_HUNTER))
        .isGreaterThan(1.2 * news.get(ShopperKind.BARGAIN_HUNTER));
    assertThat(offers.get(ShopperKind.QUIET_BIG_SPENDER))
        .isLessThan(news.get(ShopperKind.QUIET_BIG_SPENDER));
  }

  private static Stream<Row> messages() {
    return AllShoppers.rows(new MessageFiles(SHOP), SIZE);
  }

  private static Stream<Row> nps() {
    return AllShoppers.rows(new SurveyFiles(SHOP), SIZE)
        .filter(row -> row.getString(2).equals("NPS"));
  }

  private static boolean promotes(Row row) {
    return Integer.parseInt(row.getString(4)) >= 9;
  }

  private static LocalDateTime opened(Row row) {
    return OffsetDateTime.parse(row.getStruct(3).getString(0)).toLocalDateTime();
  }

  private static List<SampleShopper> buyers() {
    return AllShoppers.in(SHOP)
        .filter(SampleShopper::bought)
        .filter(KindTalkTest::isPerson)
        .toList();
  }

  private static boolean isPerson(SampleShopper shopper) {
    return shopper.kind() != ShopperKind.WHOLESALER;
  }

  private static double mean(RawTable table, List<SampleShopper> people) {
    return people.stream().mapToInt(each -> table.rows(each).size()).average().orElseThrow();
  }

  /** Rows per order, by kind. */
  private static Map<ShopperKind, Double> perOrder(RawTable table) {
    Map<ShopperKind, Double> orders = new EnumMap<>(ShopperKind.class);
    Map<ShopperKind, Double> rows = new EnumMap<>(ShopperKind.class);
    for (SampleShopper shopper : buyers()) {
      double count = table.rows(shopper).size();
      rows.merge(shopper.kind(), count, Double::sum);
      double ordered = ShopperOrders.of(SHOP, shopper).orders().size();
      orders.merge(shopper.kind(), ordered, Double::sum);
    }
    rows.replaceAll((kind, count) -> count / orders.get(kind));
    return rows;
  }

  /** The share of rows that are so, by the kind of their customer. */
  private static Map<ShopperKind, Double> share(Predicate<Row> which, Stream<Row> rows) {
    Map<ShopperKind, Double> all = new EnumMap<>(ShopperKind.class);
    Map<ShopperKind, Double> chosen = new EnumMap<>(ShopperKind.class);
    rows.forEach(
        row -> {
          SampleShopper shopper = SHOP.shopper(Long.parseLong(row.getString(1).substring(1)));
          if (isPerson(shopper)) {
            all.merge(shopper.kind(), 1.0, Double::sum);
            chosen.merge(shopper.kind(), which.test(row) ? 1.0 : 0.0, Double::sum);
          }
        });
    chosen.replaceAll((kind, count) -> count / all.get(kind));
    return chosen;
  }

  private static ShopperKind highest(Map<ShopperKind, Double> means) {
    return means.entrySet().stream()
        .max(Comparator.comparing(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }
}
