package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.results.NeedWeightColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class NeedWeightsTest {
  private static final List<String> THEMES = List.of("delivery", "price", "quality");

  /** Customers who speak of themes that move their ratings, one of them not at all. */
  private record RatingShop(
      List<GivenHistory> customers, List<List<Double>> themes, List<Double> rated) {
    static RatingShop of(long seed, int size) {
      Random random = new Random(seed);
      List<GivenHistory> customers = new ArrayList<>();
      double[][] spoken = new double[size][];
      double[] ratings = new double[size];
      for (int number = 0; number < size; number++) {
        double delivery = random.nextDouble() < 0.4 ? 1 : 0;
        double price = random.nextDouble() < 0.2 + 0.4 * delivery ? 1 : 0;
        double quality = random.nextDouble() < 0.3 ? 1 : 0;
        spoken[number] = new double[] {delivery, price, quality};
        ratings[number] = 3.5 - delivery + 0.4 * quality + random.nextGaussian() * 0.7;
        GivenHistory customer = new GivenHistory("c" + number);
        customer.theme("reviews", "all", 2 * ratings[number], 2);
        for (int place = 0; place < THEMES.size(); place++) {
          if (spoken[number][place] > 0) {
            customer.theme("reviews", THEMES.get(place), ratings[number], 1);
          }
        }
        customers.add(customer);
      }
      return new RatingShop(
          customers,
          Stream.of(spoken).map(one -> DoubleStream.of(one).boxed().toList()).toList(),
          DoubleStream.of(ratings).boxed().toList());
    }

    double[][] spoken() {
      return themes.stream()
          .map(one -> one.stream().mapToDouble(spoken -> spoken).toArray())
          .toArray(double[][]::new);
    }

    double[] ratings() {
      return rated.stream().mapToDouble(rating -> rating).toArray();
    }
  }

  @Test
  void weights_are_those_of_a_multiple_regression() {
    RatingShop shop = RatingShop.of(11, 400);
    OLSMultipleLinearRegression line = new OLSMultipleLinearRegression();
    line.newSampleData(shop.ratings(), shop.spoken());
    double deviation = Math.sqrt(StatUtils.variance(shop.ratings()));
    double deviate = new TDistribution(396).inverseCumulativeProbability(0.975);

    Map<String, ToldRow> rows = rows(shop.customers(), 10);

    assertThat(rows).containsOnlyKeys(THEMES);
    for (int place = 0; place < THEMES.size(); place++) {
      ToldRow row = rows.get(THEMES.get(place));
      double slope = line.estimateRegressionParameters()[place + 1];
      double error = line.estimateRegressionParametersStandardErrors()[place + 1];
      assertThat(row.number(NeedWeightColumns.NEED_WEIGHT))
          .isCloseTo(slope / deviation, within(1e-5));
      assertThat(row.number(NeedWeightColumns.NEED_WEIGHT_LOW))
          .isCloseTo((slope - deviate * error) / deviation, within(1e-5));
      int column = place;
      double spoken = Stream.of(shop.spoken()).mapToDouble(one -> one[column]).sum();
      assertThat(row.number(NeedWeightColumns.CUSTOMERS)).isEqualTo(spoken);
      assertThat(row.number(NeedWeightColumns.SHARE)).isCloseTo(spoken / 400, within(1e-9));
    }
  }

  @Test
  void a_planted_weight_is_found_and_a_theme_that_moves_nothing_is_seldom_claimed() {
    int found = 0;
    int claimed = 0;
    for (int seed = 0; seed < 100; seed++) {
      Map<String, ToldRow> rows = rows(RatingShop.of(seed, 300).customers(), 10);
      found += rows.get("delivery").number(NeedWeightColumns.NEED_WEIGHT_HIGH) < 0 ? 1 : 0;
      ToldRow price = rows.get("price");
      claimed +=
          price.number(NeedWeightColumns.NEED_WEIGHT_LOW) > 0
                  || price.number(NeedWeightColumns.NEED_WEIGHT_HIGH) < 0
              ? 1
              : 0;
    }
    assertThat(found).isEqualTo(100);
    assertThat(claimed).isLessThanOrEqualTo(10);
  }

  @Test
  void themes_that_nobody_can_tell_apart_and_equal_ratings_have_no_weight() {
    List<GivenHistory> same = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      GivenHistory customer = new GivenHistory("c" + number).theme("reviews", "all", number % 5, 1);
      if (number % 2 == 0) {
        customer.theme("reviews", "price", 1, 1).theme("surveys", "quality", 1, 1);
      }
      same.add(customer);
    }
    assertThat(rows(same, 10)).hasSize(1);
    assertThat(rows(same, 30)).isEmpty();
    List<GivenHistory> alike = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      GivenHistory customer = new GivenHistory("c" + number).theme("reviews", "all", 4, 1);
      alike.add(number % 2 == 0 ? customer.theme("reviews", "price", 4, 1) : customer);
    }
    assertThat(rows(alike, 10)).isEmpty();
    assertThat(rows(List.of(), 1)).isEmpty();
  }

  @Test
  void searches_that_no_order_of_the_category_followed_within_thirty_days_are_unmet() {
    GivenHistory one =
        new GivenHistory("a")
            .does(ExperienceKind.SEARCH, 100, null, "tea")
            .buys(130, "p", "tea", 5)
            .does(ExperienceKind.SEARCH, 200, null, "tea")
            .buys(230.1, "p", "tea", 5)
            .does(ExperienceKind.SEARCH, 300, null, "cups")
            .buys(301, "p", "tea", 5)
            .does(ExperienceKind.SEARCH, 990, null, "tea")
            .does(ExperienceKind.SEARCH, 400, null, null);
    FactSums sums = GivenHistory.sums(new UnmetNeeds(GivenHistory.END.micros()), List.of(one));

    List<ToldRow> rows =
        UnmetNeeds.rows(sums, GivenHistory.DAY, 1).stream()
            .map(row -> new ToldRow(row, NeedWeightColumns.UNMET_TABLE))
            .toList();

    assertThat(rows)
        .extracting(
            row -> row.cell(NeedWeightColumns.UNMET_CATEGORY),
            row -> row.cell(NeedWeightColumns.SEARCHES),
            row -> row.cell(NeedWeightColumns.UNMET_SEARCHES),
            row -> row.cell(NeedWeightColumns.UNMET_SHARE))
        .containsExactly(tuple("cups", 1L, 1L, 1.0), tuple("tea", 2L, 1L, 0.5));
  }

  private static Map<String, ToldRow> rows(List<GivenHistory> customers, int least) {
    Map<String, ToldRow> rows = new TreeMap<>();
    for (Row row :
        NeedWeights.rows(
            GivenHistory.sums(new NeedWeights(), customers), GivenHistory.DAY, least)) {
      ToldRow told = new ToldRow(row, NeedWeightColumns.WEIGHTS_TABLE);
      rows.put((String) told.cell(NeedWeightColumns.THEME), told);
    }
    return rows;
  }
}
