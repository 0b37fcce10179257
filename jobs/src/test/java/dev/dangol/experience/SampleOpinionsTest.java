package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.probability.DifferenceInterval;
import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.files.AllShoppers.RatedText;
import dev.dangol.sample.people.CheapProduct;
import dev.dangol.sample.people.ProductCategory;
import dev.dangol.table.Field;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

/**
 * Sample shops of which it is known that cheap coffee disappoints and no other price does, that a
 * smell moves ratings, and that speaking of the family does not.
 */
class SampleOpinionsTest {
  /** The category of the product that became worse, which is in one of its bands. */
  private static final ProductCategory FADED = ProductCategory.OUTDOOR;

  private static final String CHEAP = "price_perception.satisfied_share";
  private static final String NEED = "need_weights.need_weight";

  @Test
  void cheap_coffee_satisfies_less_by_what_was_planted_and_no_other_cheap_product_is_told_to() {
    int inside = 0;
    int claimed = 0;
    int others = 0;
    int wrong = 0;
    for (MeasuredShop shop : MeasuredShop.all()) {
      for (ProductCategory category : ProductCategory.values()) {
        ToldRow low = band(shop, category, "low");
        DifferenceInterval found = difference(low, band(shop, category, "middle"));
        if (category == CheapProduct.CATEGORY) {
          double planted = lost(shop) / low.number(ProductOpinionColumns.RATINGS);
          inside += holds(found, planted) ? 1 : 0;
          claimed += found.high().orElseThrow() < 0 ? 1 : 0;
        } else if (category != FADED) {
          others++;
          wrong += found.isClaimed() ? 1 : 0;
        }
      }
    }
    assertThat(inside).isGreaterThanOrEqualTo(MeasuredShop.SEEDS - 1);
    assertThat(claimed).isEqualTo(MeasuredShop.SEEDS);
    assertThat((double) wrong / others).isLessThanOrEqualTo(0.05);
  }

  @Test
  void the_smell_weighs_what_was_planted_and_the_family_is_not_told_to_weigh_anything() {
    int inside = 0;
    int wrong = 0;
    for (MeasuredShop shop : MeasuredShop.all()) {
      ToldRow smell = theme(shop, "smell");
      double planted = shop.planted().get(NEED) / deviation(shop);
      assertThat(smell.number(NeedWeightColumns.NEED_WEIGHT_HIGH)).isNegative();
      inside += holds(weight(smell), planted) ? 1 : 0;
      wrong += holds(weight(theme(shop, "family")), 0) ? 0 : 1;
    }
    assertThat(inside).isGreaterThanOrEqualTo(MeasuredShop.SEEDS - 1);
    assertThat(wrong).isLessThanOrEqualTo(1);
  }

  /** The satisfied ratings that were lost, below 0. */
  private static double lost(MeasuredShop shop) {
    return AllShoppers.truths(shop.shop(), CHEAP)
        .mapToDouble(
            row -> Double.parseDouble(row.getString(3)) - Double.parseDouble(row.getString(2)))
        .sum();
  }

  private static ToldRow band(MeasuredShop shop, ProductCategory category, String band) {
    return shop.prices().stream()
        .filter(row -> category.label.equals(row.cell(ProductOpinionColumns.CATEGORY)))
        .filter(row -> band.equals(row.cell(ProductOpinionColumns.PRICE_BAND)))
        .findFirst()
        .orElseThrow();
  }

  /** The satisfied share of one band less that of another. */
  private static DifferenceInterval difference(ToldRow one, ToldRow other) {
    return DifferenceInterval.ofShares(
        satisfied(one), ratings(one), satisfied(other), ratings(other));
  }

  private static long ratings(ToldRow band) {
    return (long) band.number(ProductOpinionColumns.RATINGS);
  }

  private static long satisfied(ToldRow band) {
    return Math.round(band.number(ProductOpinionColumns.SATISFIED_SHARE) * ratings(band));
  }

  private static ToldRow theme(MeasuredShop shop, String theme) {
    Optional<ToldRow> found =
        shop.needs().stream()
            .filter(row -> theme.equals(row.cell(NeedWeightColumns.THEME)))
            .findFirst();
    return found.orElseThrow();
  }

  /** The standard deviation of customers' mean ratings, in stars. */
  private static double deviation(MeasuredShop shop) {
    SummaryStatistics ratings = new SummaryStatistics();
    AllShoppers.in(shop.shop())
        .map(shopper -> AllShoppers.texts(shop.shop(), shopper))
        .filter(texts -> !texts.isEmpty())
        .forEach(texts -> ratings.addValue(mean(texts)));
    return ratings.getStandardDeviation();
  }

  private static double mean(List<RatedText> texts) {
    return texts.stream().mapToDouble(RatedText::stars).average().orElseThrow();
  }

  private static DifferenceInterval weight(ToldRow row) {
    Field weight = NeedWeightColumns.NEED_WEIGHT;
    return DifferenceInterval.between(
        row.number(weight),
        row.number(NeedWeightColumns.NEED_WEIGHT_LOW),
        row.number(NeedWeightColumns.NEED_WEIGHT_HIGH));
  }

  private static boolean holds(DifferenceInterval interval, double planted) {
    return interval.low().orElseThrow() <= planted && planted <= interval.high().orElseThrow();
  }
}
