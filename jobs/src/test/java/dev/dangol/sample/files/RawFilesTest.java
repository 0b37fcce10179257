package dev.dangol.sample.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.SeededDraws;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperKind;
import dev.dangol.sample.people.ShopperOrders;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawFilesTest {
  private static final SampleSize SIZE = new SampleSize(5000, 42);
  private static final ShopPopulation SHOP = new ShopPopulation(SIZE);
  private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");

  @Test
  void every_source_has_broken_and_repeated_rows_but_few() {
    for (RawTable table : SampleShop.sources(SIZE)) {
      List<Row> rows = flawed(table, SHOP);
      assertThat(brokenShare(rows)).as(table.name()).isBetween(0.0005, 0.005);
      long repeated = rows.size() - rows.stream().distinct().count();
      assertThat(repeated > 0).as(table.name()).isEqualTo(table.flaws().repeatedShare() > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 126, 150, 201, 300, 500, 1051, 2000})
  void a_shop_of_any_size_stays_within_the_usual_bound_of_one_in_a_hundred(long customers) {
    SampleSize size = new SampleSize(customers, 42);
    for (RawTable table : SampleShop.sources(size)) {
      List<Row> rows = flawed(table, new ShopPopulation(size));
      assertThat(brokenShare(rows)).as(table.name()).isLessThan(0.01);
    }
  }

  @Test
  void the_wholesale_buyer_holds_far_more_rows_than_others_but_not_a_third() {
    RawTable purchases = new PurchaseFiles(SHOP);
    double all = AllShoppers.rows(purchases, SIZE).count();
    double his = purchases.rows(SHOP.shopper(0)).size();
    assertThat(his / all).isBetween(0.01, 0.1);
  }

  @Test
  void sizes_are_what_a_newcomer_was_told() {
    double customers = SIZE.customers();
    List<RawTable> tables = SampleShop.sources(SIZE);
    assertThat(AllShoppers.rows(tables.get(0), SIZE).count() / customers).isBetween(8.0, 12.0);
    assertThat(AllShoppers.rows(tables.get(1), SIZE).count() / customers).isBetween(0.8, 1.2);
    assertThat(AllShoppers.rows(tables.get(2), SIZE).count() / customers).isBetween(25.0, 35.0);
    assertThat(AllShoppers.rows(tables.get(3), SIZE).count() / customers).isBetween(0.08, 0.15);
    assertThat(AllShoppers.rows(tables.get(4), SIZE).count()).isEqualTo(SIZE.customers());
    assertThat(AllShoppers.rows(tables.get(5), SIZE).count() / customers).isBetween(10.0, 18.0);
    assertThat(AllShoppers.rows(tables.get(6), SIZE).count() / customers).isBetween(0.4, 1.0);
    assertThat(AllShoppers.rows(tables.get(7), SIZE).count() / customers).isBetween(0.4, 1.2);
    assertThat(AllShoppers.rows(tables.get(8), SIZE).count() / customers).isBetween(3.0, 7.0);
    assertThat(AllShoppers.rows(tables.get(9), SIZE).count()).isEqualTo(7 * 731);
  }

  @Test
  void a_referred_customer_converts_with_his_first_order() {
    List<Row> converted =
        AllShoppers.rows(new ReferralFiles(SHOP), SIZE).filter(row -> !row.isNullAt(3)).toList();
    assertThat(converted).hasSizeGreaterThan(100);
    for (Row row : converted) {
      SampleShopper referred = SHOP.shopper(Long.parseLong(row.getString(0).substring(1)));
      LocalDateTime first = ShopperOrders.of(SHOP, referred).orders().get(0).at();
      assertThat(LocalDateTime.parse(row.getString(3), AMERICAN)).isEqualTo(first);
      assertThat(LocalDateTime.parse(row.getString(2), AMERICAN)).isBeforeOrEqualTo(first);
    }
  }

  @Test
  void referrers_had_bought_and_are_mostly_advocates() {
    List<SampleShopper> referrers =
        AllShoppers.in(SHOP).flatMap(shopper -> SHOP.referrer(shopper).stream()).toList();
    assertThat(referrers).allMatch(SampleShopper::bought);
    assertThat(
            referrers.stream()
                .collect(Collectors.groupingBy(SampleShopper::kind))
                .get(ShopperKind.ADVOCATE))
        .hasSizeGreaterThan(referrers.size() / 2);
  }

  @Test
  void some_referrals_are_ignored_and_some_people_refer_themselves() {
    List<Row> referrals = AllShoppers.rows(new ReferralFiles(SHOP), SIZE).toList();
    assertThat(referrals).filteredOn(row -> row.isNullAt(3)).hasSizeGreaterThan(50);
    assertThat(referrals)
        .filteredOn(row -> row.getString(0).equals(row.getString(1)))
        .hasSizeBetween(2, 20);
  }

  @Test
  void orders_follow_each_other_within_the_period() {
    AllShoppers.in(SHOP)
        .limit(500)
        .map(
            shopper ->
                ShopperOrders.of(SHOP, shopper).orders().stream().map(ShopOrder::at).toList())
        .forEach(moments -> assertThat(moments).isSorted().allMatch(SamplePeriod::covers));
  }

  private static double brokenShare(List<Row> rows) {
    double broken = rows.stream().filter(row -> row.getString(0).startsWith("B")).count();
    return broken / rows.size();
  }

  private static List<Row> flawed(RawTable table, ShopPopulation shop) {
    return AllShoppers.in(shop)
        .flatMap(
            shopper -> {
              SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.FLAWS);
              return table.flaws().in(table.rows(shopper), shopper.number(), draws).stream();
            })
        .toList();
  }
}
