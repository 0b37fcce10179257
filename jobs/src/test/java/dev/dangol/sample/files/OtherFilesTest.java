package dev.dangol.sample.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.people.OrderLine;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ServiceDesk;
import dev.dangol.sample.people.ShopCampaign;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Support, surveys, loyalty and costs: what can never be otherwise. */
class OtherFilesTest {
  private static final SampleSize SIZE = new SampleSize(1500, 42);
  private static final ShopPopulation SHOP = new ShopPopulation(SIZE);
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  @Test
  void every_customer_of_the_five_is_in_the_customer_file() {
    Set<String> known =
        AllShoppers.rows(new CustomerFiles(SHOP), SIZE)
            .map(row -> row.getString(1))
            .collect(Collectors.toSet());
    assertThat(ids(new MessageFiles(SHOP), row -> row.getString(1))).isSubsetOf(known);
    assertThat(ids(new SupportFiles(SHOP), row -> row.getStruct(1).getString(0))).isSubsetOf(known);
    assertThat(ids(new SurveyFiles(SHOP), row -> row.getString(1))).isSubsetOf(known);
    assertThat(ids(new LoyaltyFiles(SHOP), row -> row.getString(1).substring(2)))
        .isSubsetOf(known)
        .hasSizeBetween(known.size() / 5, known.size() * 4 / 5);
  }

  @Test
  void a_row_has_a_number_of_its_own() {
    for (RawTable table : SampleShop.sources(SIZE).subList(5, 10)) {
      List<String> numbers = AllShoppers.rows(table, SIZE).map(row -> row.getString(0)).toList();
      assertThat(numbers).as(table.name()).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_case_is_opened_then_replied_to_then_solved_then_opened_again() {
    List<Row> times =
        AllShoppers.rows(new SupportFiles(SHOP), SIZE).map(row -> row.getStruct(3)).toList();
    for (Row row : times) {
      List<OffsetDateTime> known =
          Stream.of(0, 1, 2, 3)
              .map(row::getString)
              .filter(Objects::nonNull)
              .map(OffsetDateTime::parse)
              .toList();
      assertThat(known).isSorted().allMatch(at -> SamplePeriod.covers(at.toLocalDateTime()));
      assertThat(row.isNullAt(1)).as("unanswered").isIn(row.isNullAt(2), false);
      assertThat(row.isNullAt(2)).as("unsolved").isIn(row.isNullAt(3), false);
    }
    for (int column = 1; column <= 3; column++) {
      int at = column;
      assertThat(times).anyMatch(row -> row.isNullAt(at)).anyMatch(row -> !row.isNullAt(at));
    }
  }

  @Test
  void the_desk_replies_on_working_days_from_nine_to_six() {
    assertThat(ServiceDesk.staffed(LocalDateTime.of(2025, 3, 7, 17, 59)))
        .isEqualTo(LocalDateTime.of(2025, 3, 7, 17, 59));
    assertThat(ServiceDesk.staffed(LocalDateTime.of(2025, 3, 7, 18, 0)))
        .as("Friday evening")
        .isEqualTo(LocalDateTime.of(2025, 3, 10, 9, 0));
    assertThat(ServiceDesk.staffed(LocalDateTime.of(2025, 3, 11, 3, 30)))
        .isEqualTo(LocalDateTime.of(2025, 3, 11, 9, 0));
    assertThat(
            AllShoppers.rows(new SupportFiles(SHOP), SIZE)
                .map(row -> row.getStruct(3).getString(1))
                .filter(Objects::nonNull)
                .map(at -> OffsetDateTime.parse(at).toLocalDateTime())
                .filter(at -> at.toLocalTime().isBefore(LocalTime.of(9, 0))))
        .isEmpty();
  }

  @Test
  void answers_lie_on_their_scale_and_follow_an_order() {
    for (SampleShopper shopper : AllShoppers.in(SHOP).toList()) {
      for (Row row : new SurveyFiles(SHOP).rows(shopper)) {
        int score = Integer.parseInt(row.getString(4));
        boolean nps = row.getString(2).equals("NPS");
        assertThat(row.getString(5)).isEqualTo(nps ? "0-10" : "1-5");
        assertThat(score).isBetween(nps ? 0 : 1, nps ? 10 : 5);
        assertThat(shopper.bought()).isTrue();
      }
    }
    assertThat(AllShoppers.rows(new SurveyFiles(SHOP), SIZE).map(row -> row.getString(4)))
        .contains("0", "1", "5", "10");
  }

  @Test
  void a_card_is_joined_first_earns_one_percent_never_owes_and_ends_with_leaving() {
    int cards = 0;
    for (SampleShopper shopper : AllShoppers.in(SHOP).toList()) {
      List<Row> rows = new LoyaltyFiles(SHOP).rows(shopper);
      if (rows.isEmpty()) {
        continue;
      }
      cards++;
      List<String> kinds = rows.stream().map(row -> row.getString(3)).toList();
      assertThat(kinds).startsWith("가입", "혜택");
      assertThat(kinds.stream().filter(kind -> kind.equals("가입"))).hasSize(1);
      assertThat(kinds.subList(0, kinds.size() - 1)).doesNotContain("탈퇴");
      List<LocalDateTime> times = rows.stream().map(OtherFilesTest::carded).toList();
      assertThat(times).isSorted().allMatch(SamplePeriod::covers);
      long balance = 0;
      for (Row row : rows) {
        balance += row.getLong(4);
        assertThat(balance).isNotNegative();
      }
      assertThat(rows.stream().filter(row -> row.getString(3).equals("적립")).toList())
          .allSatisfy(row -> assertThat(hundredths(shopper, carded(row))).contains(row.getLong(4)));
    }
    assertThat(cards).isGreaterThan(300);
  }

  @Test
  void costs_are_of_every_day_and_every_way_by_which_customers_came() {
    List<Row> costs = AllShoppers.rows(new CostFiles(SHOP), SIZE).toList();
    assertThat(costs.stream().map(row -> row.getString(1)).distinct())
        .hasSize((int) SamplePeriod.DAYS)
        .contains("2024/01/01", "2024/02/29", "2025/12/31");
    assertThat(costs.stream().map(row -> row.getString(5)).collect(Collectors.toSet()))
        .isEqualTo(
            AllShoppers.rows(new CustomerFiles(SHOP), SIZE)
                .map(row -> row.getString(5))
                .collect(Collectors.toSet()));
  }

  @Test
  void what_is_spent_grows_with_the_shop_and_a_month_knows_no_other() {
    double small = spent(new SampleSize(1000, 42));
    double large = spent(new SampleSize(10_000, 42));
    assertThat(large / small).isCloseTo(10, Offset.offset(0.1));
    assertThat(small / 1000).as("won for a customer").isBetween(5_000.0, 20_000.0);
    assertThat(new CostFiles(SHOP).rows(SHOP.shopper(24))).isEmpty();
    assertThat(new CostFiles(SHOP).rows(SHOP.shopper(1)))
        .hasSize(7 * 29)
        .allMatch(row -> row.getString(1).startsWith("2024/02/"));
  }

  private static double spent(SampleSize size) {
    RawTable costs = new CostFiles(new ShopPopulation(size));
    return Stream.iterate(0L, number -> number + 1)
        .limit(ShopCampaign.MONTHS)
        .flatMap(number -> costs.rows(new ShopPopulation(size).shopper(number)).stream())
        .mapToDouble(row -> Double.parseDouble(row.getString(6).replaceAll("[₩,]", "")))
        .sum();
  }

  private static List<Long> hundredths(SampleShopper shopper, LocalDateTime at) {
    return ShopperOrders.of(SHOP, shopper).orders().stream()
        .filter(order -> order.at().equals(at))
        .map(order -> order.lines().stream().mapToLong(OrderLine::net).sum())
        .map(paid -> Math.round(paid * 0.01))
        .toList();
  }

  private static Set<String> ids(RawTable table, Function<Row, String> id) {
    return AllShoppers.rows(table, SIZE).map(id).collect(Collectors.toSet());
  }

  private static LocalDateTime carded(Row movement) {
    return LocalDateTime.parse(movement.getString(2), DIGITS);
  }
}
