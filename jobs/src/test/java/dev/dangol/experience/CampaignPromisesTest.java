package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.experience.GivenHistory.GivenLine;
import dev.dangol.probability.DifferenceInterval;
import dev.dangol.table.results.PromiseColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CampaignPromisesTest {
  /** Lines that customers bought: through the campaign or not, of which product, its rating. */
  private record GivenRating(boolean through, String product, double rating, boolean returned) {}

  @Test
  void ratings_and_returns_are_compared_product_by_product() {
    List<GivenRating> given = new ArrayList<>();
    ToldRow row = row(shop(new Random(3), 300, -0.5, given));

    double rating = 0;
    double other = 0;
    double returned = 0;
    double otherReturned = 0;
    for (String product : List.of("p", "q")) {
      long through = count(given, product, true);
      rating += through * mean(given, product, true, false);
      other += through * mean(given, product, false, false);
      returned += through * mean(given, product, true, true);
      otherReturned += through * mean(given, product, false, true);
    }
    long all = count(given, "p", true) + count(given, "q", true);
    assertThat(row.cell(PromiseColumns.CAMPAIGN_ID)).isEqualTo("SALE");
    assertThat(row.number(PromiseColumns.RATINGS)).isEqualTo((double) all);
    assertThat(row.number(PromiseColumns.MEAN_RATING)).isCloseTo(rating / all, within(1e-6));
    assertThat(row.number(PromiseColumns.COMPARED_MEAN_RATING))
        .isCloseTo(other / all, within(1e-6));
    assertThat(row.number(PromiseColumns.RATING_DIFFERENCE))
        .isCloseTo((rating - other) / all, within(2e-6));
    assertThat(row.number(PromiseColumns.RETURNED_DIFFERENCE))
        .isCloseTo((returned - otherReturned) / all, within(2e-6));
    assertThat(row.number(PromiseColumns.BOUGHT_LINES)).isEqualTo((double) all);
  }

  @Test
  void a_planted_disappointment_lies_in_its_interval_and_a_kept_promise_is_seldom_doubted() {
    int inside = 0;
    int claimed = 0;
    for (int seed = 0; seed < 100; seed++) {
      ToldRow broken = row(shop(new Random(seed), 300, -0.5, new ArrayList<>()));
      inside +=
          broken.number(PromiseColumns.RATING_LOW) <= -0.5
                  && broken.number(PromiseColumns.RATING_HIGH) >= -0.5
              ? 1
              : 0;
      ToldRow kept = row(shop(new Random(900 + seed), 300, 0, new ArrayList<>()));
      claimed +=
          kept.number(PromiseColumns.RATING_LOW) > 0 || kept.number(PromiseColumns.RATING_HIGH) < 0
              ? 1
              : 0;
    }
    assertThat(inside).isGreaterThanOrEqualTo(90);
    assertThat(claimed).isLessThanOrEqualTo(10);
  }

  @Test
  void that_nothing_of_a_campaign_was_sent_back_is_not_taken_for_certain() {
    List<GivenHistory> customers = new ArrayList<>();
    for (int number = 0; number < 240; number++) {
      boolean through = number < 40;
      GivenHistory customer =
          new GivenHistory("c" + number)
              .buys(100, "p", "tea", new GivenLine(10, through ? "SALE" : null));
      customers.add(
          number % 40 == 39 && !through ? customer.returns(120, 100, "p", -10) : customer);
    }
    ToldRow row = row(customers);
    double share = 5 / 200.0;
    double error = Math.sqrt(share * (1 - share) * 200 / 199 * (1 / 40.0 + 1 / 200.0));
    assertThat(row.number(PromiseColumns.RETURNED_DIFFERENCE)).isCloseTo(-share, within(1e-6));
    assertThat(row.number(PromiseColumns.RETURNED_LOW))
        .isCloseTo(-share - 1.959964 * error, within(2e-6));
    assertThat(row.number(PromiseColumns.RETURNED_HIGH)).isPositive();
  }

  @Test
  void without_a_promotion_the_last_click_of_the_week_says_the_campaign() {
    GivenHistory one =
        new GivenHistory("a")
            .clicks(90, "OLD")
            .clicks(95, "NEWS")
            .buys(100, "p", "tea", 5)
            .rates(101, "p", 2, 0)
            .buys(200, "p", "tea", 5)
            .rates(201, "p", 4, 0);

    ToldRow row = row(List.of(one));

    assertThat(row.cell(PromiseColumns.CAMPAIGN_ID)).isEqualTo("NEWS");
    assertThat(row.number(PromiseColumns.RATING_DIFFERENCE)).isEqualTo(-2);
    assertThat(row.cell(PromiseColumns.RATING_LOW)).isNull();
  }

  @Test
  void differences_of_shares_are_those_that_newcombe_published() {
    DifferenceInterval published = DifferenceInterval.ofShares(56, 70, 48, 80);

    assertThat(published.difference().getAsDouble()).isCloseTo(0.2, within(1e-6));
    assertThat(published.low().getAsDouble()).isCloseTo(0.0524, within(5e-5));
    assertThat(published.high().getAsDouble()).isCloseTo(0.3339, within(5e-5));
  }

  private static List<GivenHistory> shop(
      Random random, int size, double effect, List<GivenRating> given) {
    List<GivenHistory> customers = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      boolean dear = random.nextDouble() < 0.3;
      String product = dear ? "q" : "p";
      boolean through = random.nextDouble() < (dear ? 0.7 : 0.2);
      double rating = (dear ? 4 : 3) + (through ? effect : 0) + random.nextGaussian() * 0.8;
      boolean returned = random.nextDouble() < (dear ? 0.1 : 0.2);
      GivenHistory customer =
          new GivenHistory("c" + number)
              .buys(100, product, "tea", new GivenLine(10, through ? "SALE" : null))
              .rates(110, product, rating, 0);
      customers.add(returned ? customer.returns(120, 100, product, -10) : customer);
      given.add(new GivenRating(through, product, rating, returned));
    }
    return customers;
  }

  private static long count(List<GivenRating> given, String product, boolean through) {
    return given.stream()
        .filter(one -> one.product().equals(product) && one.through() == through)
        .count();
  }

  private static double mean(
      List<GivenRating> given, String product, boolean through, boolean returns) {
    return given.stream()
        .filter(one -> one.product().equals(product) && one.through() == through)
        .mapToDouble(one -> returns ? (one.returned() ? 1 : 0) : one.rating())
        .average()
        .orElseThrow();
  }

  private static ToldRow row(List<GivenHistory> customers) {
    FactSums sums = GivenHistory.sums(new CampaignPromises(), customers);
    return new ToldRow(
        CampaignPromises.rows(sums, GivenHistory.DAY, 10).get(0), PromiseColumns.TABLE);
  }
}
