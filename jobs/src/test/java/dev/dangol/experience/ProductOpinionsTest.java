package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.Table;
import dev.dangol.table.results.ProductOpinionColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class ProductOpinionsTest {
  private static final ExperienceRules RULES = GivenHistory.rules(false);

  @Test
  void the_change_of_ratings_is_that_of_a_simple_regression() throws Exception {
    Random random = new Random(5);
    SimpleRegression line = new SimpleRegression();
    List<GivenHistory> customers = new ArrayList<>();
    double low = 0;
    double votes = 0;
    for (int number = 0; number < 60; number++) {
      int day = 400 + random.nextInt(600);
      int rating = 1 + random.nextInt(5);
      int helpful = random.nextInt(4);
      line.addData((day - 1_000) / 90.0, rating);
      low += rating < 3 ? 1 : 0;
      votes += rating < 3 ? helpful : 0;
      customers.add(new GivenHistory("c" + number).rates(day, "p", rating, helpful));
    }
    customers.add(new GivenHistory("none").rates(500, null, 1, 9));

    ToldRow row = ratings(customers, RULES).get(0);

    double half = row.number(ProductOpinionColumns.CHANGE_90D_HIGH) - line.getSlope();
    assertThat(row.number(ProductOpinionColumns.RATINGS)).isEqualTo(60);
    assertThat(row.number(ProductOpinionColumns.CHANGE_90D))
        .isCloseTo(line.getSlope(), within(1e-6));
    assertThat(row.number(ProductOpinionColumns.CHANGE_90D_LOW))
        .isCloseTo(line.getSlope() - half, within(1e-5));
    // By the wider of two errors, both of which LinearTrendTest compares with others.
    assertThat(half).isBetween(0.99999 * line.getSlopeConfidenceInterval(0.05), 0.5);
    assertThat(row.number(ProductOpinionColumns.LOW_RATINGS)).isEqualTo(low);
    assertThat(row.number(ProductOpinionColumns.LOW_VOTES)).isEqualTo(votes);
    assertThat(row.cell(ProductOpinionColumns.CLICKED_CHANGE)).isNull();
  }

  @Test
  void a_planted_fall_lies_in_its_interval_and_steady_products_are_seldom_said_to_fall() {
    int inside = 0;
    int claimed = 0;
    for (int seed = 0; seed < 100; seed++) {
      ToldRow falls = ratings(shop(new Random(seed), -0.5), RULES).get(0);
      inside +=
          falls.number(ProductOpinionColumns.CHANGE_90D_LOW) <= -0.5
                  && falls.number(ProductOpinionColumns.CHANGE_90D_HIGH) >= -0.5
              ? 1
              : 0;
      ToldRow steady = ratings(shop(new Random(500 + seed), 0), RULES).get(0);
      claimed +=
          steady.number(ProductOpinionColumns.CHANGE_90D_LOW) > 0
                  || steady.number(ProductOpinionColumns.CHANGE_90D_HIGH) < 0
              ? 1
              : 0;
    }
    assertThat(inside).isGreaterThanOrEqualTo(90);
    assertThat(claimed).isLessThanOrEqualTo(10);
  }

  private static List<GivenHistory> shop(Random random, double change) {
    List<GivenHistory> customers = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      int day = 640 + random.nextInt(360);
      double rating = 3 + change * (day - 820) / 90.0 + random.nextGaussian() * 0.6;
      customers.add(new GivenHistory("c" + number).rates(day, "p", rating, 0));
    }
    return customers;
  }

  @Test
  void a_view_is_followed_by_a_click_on_that_product_within_24_hours() {
    GivenHistory one =
        new GivenHistory("a")
            .rates(500, "p", 4, 0)
            .does(ExperienceKind.VIEW, 850, "p", "tea")
            .does(ExperienceKind.CART, 851, "p", "tea")
            .does(ExperienceKind.VIEW, 860, "p", "tea")
            .does(ExperienceKind.CART, 860.5, "q", "tea")
            .does(ExperienceKind.VIEW, 950, "p", "tea")
            .does(ExperienceKind.VIEW, 970, "p", "tea")
            .does(ExperienceKind.CLICK, 971.01, "p", "tea")
            .does(ExperienceKind.VIEW, 500, "p", "tea");

    ToldRow row = ratings(List.of(one), RULES).get(0);

    assertThat(row.number(ProductOpinionColumns.VIEWS_BEFORE)).isEqualTo(2);
    assertThat(row.number(ProductOpinionColumns.CLICKED_SHARE_BEFORE)).isEqualTo(0.5);
    assertThat(row.number(ProductOpinionColumns.VIEWS_AFTER)).isEqualTo(2);
    assertThat(row.number(ProductOpinionColumns.CLICKED_SHARE_AFTER)).isZero();
    assertThat(row.number(ProductOpinionColumns.CLICKED_CHANGE)).isEqualTo(-0.5);
    assertThat(row.cell(ProductOpinionColumns.CHANGE_90D)).isNull();
  }

  @Test
  void reviews_are_verified_by_an_earlier_purchase_and_can_be_left_out_without_one() {
    GivenHistory one =
        new GivenHistory("a")
            .buys(100, "p", "tea", 10)
            .buys(300, "q", "tea", 10)
            .rates(200, "p", 5, 2)
            .rates(201, "q", 1, 3)
            .rates(202, null, 2, 0);
    FactSheet sheet = new FactSheet();
    new ReviewChecks().add(one.history(), sheet);

    Map<FactKey, double[]> rows = sheet.takeRows();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(FactKey.of(ReviewChecks.MEASURE, "a200.0", "a", "p")))
        .containsExactly(200.0 * GivenHistory.MICROS, 5, 1, 100.0 * GivenHistory.MICROS);
    assertThat(rows.get(FactKey.of(ReviewChecks.MEASURE, "a201.0", "a", "q"))[2]).isZero();
    assertThat(rows.get(FactKey.of(ReviewChecks.MEASURE, "a202.0", "a", null))[2]).isZero();
    assertThat(sheet.takeRows()).isEmpty();
    assertThat(ratings(List.of(one), RULES)).hasSize(2);
    assertThat(ratings(List.of(one), GivenHistory.rules(true)))
        .extracting(row -> row.cell(ProductOpinionColumns.PRODUCT_ID))
        .containsExactly("p");
    new CustomerAmplification(RULES).add(one.history(), sheet);
    new CustomerAmplification(GivenHistory.rules(true)).add(new GivenHistory("b").history(), sheet);
    assertThat(sheet.takeRows().values()).containsExactly(new double[] {1, 2, 2, 3, 0, 0});
  }

  @Test
  void prices_are_banded_within_a_category_by_lines_and_rated_with_their_themes() {
    GivenHistory one =
        new GivenHistory("a")
            .theme("reviews", "all", 8, 2)
            .theme("reviews", "price", 4, 1)
            .buys(100, "cheap", "tea", 10)
            .buys(101, "mid", "tea", 20)
            .buys(102, "dear", "tea", 90)
            .buys(103, "cup", "cups", 5)
            .rates(110, "cheap", 5, 0)
            .rates(111, "dear", 2, 0);
    GivenHistory other =
        new GivenHistory("b").theme("reviews", "all", 8, 2).rates(112, "dear", 4, 0);

    FactSums sums = GivenHistory.sums(new PricePerception(RULES), List.of(one, other));
    List<ToldRow> rows =
        told(PricePerception.rows(sums, GivenHistory.DAY), ProductOpinionColumns.PRICES_TABLE);

    assertThat(rows)
        .extracting(row -> row.cell(ProductOpinionColumns.PRICE_BAND))
        .containsExactly("high", "low");
    ToldRow dear = rows.get(0);
    assertThat(dear.cell(ProductOpinionColumns.CATEGORY)).isEqualTo("tea");
    assertThat(dear.number(ProductOpinionColumns.RATINGS)).isEqualTo(2);
    assertThat(dear.number(ProductOpinionColumns.MEAN_RATING)).isEqualTo(3);
    assertThat(dear.number(ProductOpinionColumns.SATISFIED_SHARE)).isEqualTo(0.5);
    assertThat(dear.number(ProductOpinionColumns.PRICE_FROM)).isEqualTo(90);
    @SuppressWarnings("unchecked")
    var themes =
        (scala.collection.Map<String, Double>) dear.cell(ProductOpinionColumns.THEME_SHARES);
    assertThat(CollectionConverters.asJava(themes)).containsExactly(Map.entry("price", 0.5));
    assertThat(PricePerception.rows(GivenHistory.sums(new PricePerception(RULES), List.of()), null))
        .isEmpty();
  }

  private static List<ToldRow> ratings(List<GivenHistory> customers, ExperienceRules rules) {
    FactSums sums = GivenHistory.sums(new ProductRatings(rules), customers);
    return told(
        ProductRatings.rows(sums, GivenHistory.DAY, rules.known()),
        ProductOpinionColumns.RATINGS_TABLE);
  }

  private static List<ToldRow> told(List<Row> rows, Table table) {
    return rows.stream().map(row -> new ToldRow(row, table)).toList();
  }
}
