package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.people.BrokenPromise;
import dev.dangol.sample.people.FadingProduct;
import dev.dangol.sample.people.PlannedJourney;
import dev.dangol.table.Field;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.PromiseColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sample shops of which it is known that a sale broke its promise, that one product has become
 * worse and the others have not, and what those who gave up were looking for.
 */
class SampleExperienceTest {
  private static final int SEEDS = MeasuredShop.SEEDS;

  /** Interval of a row, by its ends. */
  private record IntervalFields(Field low, Field high) {
    boolean holds(ToldRow row, double planted) {
      return row.number(low) <= planted && planted <= row.number(high);
    }
  }

  private static final IntervalFields RATING =
      new IntervalFields(PromiseColumns.RATING_LOW, PromiseColumns.RATING_HIGH);
  private static final IntervalFields RETURNED =
      new IntervalFields(PromiseColumns.RETURNED_LOW, PromiseColumns.RETURNED_HIGH);
  private static final IntervalFields CHANGE =
      new IntervalFields(
          ProductOpinionColumns.CHANGE_90D_LOW, ProductOpinionColumns.CHANGE_90D_HIGH);

  @Test
  void the_broken_promise_lies_in_its_intervals_and_is_claimed() {
    List<String> outside = new ArrayList<>();
    int told = 0;
    for (MeasuredShop shop : MeasuredShop.all()) {
      ToldRow row = row(shop.promises(), PromiseColumns.CAMPAIGN_ID, BrokenPromise.CAMPAIGN);
      double rating = shop.planted().get("campaign_promises.rating_difference");
      double returned = shop.planted().get("campaign_promises.returned_difference");
      assertThat(row.number(PromiseColumns.RETURNED_LOW)).isPositive();
      if (!RETURNED.holds(row, returned)) {
        outside.add("returned " + returned + " " + row.row());
      }
      if (row.cell(PromiseColumns.RATING_LOW) != null) {
        told++;
        assertThat(row.number(PromiseColumns.RATING_HIGH)).isNegative();
        if (!RATING.holds(row, rating)) {
          outside.add("rating " + rating + " " + row.row());
        }
      }
    }
    assertThat(told).as("seeds with enough ratings").isGreaterThan(SEEDS / 2);
    assertThat(outside).as("of " + (SEEDS + told)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void news_that_promise_nothing_are_seldom_told_to_be_sent_back_more_or_less() {
    int told = 0;
    int claimed = 0;
    for (MeasuredShop shop : MeasuredShop.all()) {
      for (ToldRow row : shop.promises()) {
        boolean isNews = row.cell(PromiseColumns.CAMPAIGN_ID).toString().startsWith("NEWS-");
        if (isNews && row.cell(PromiseColumns.RETURNED_LOW) != null) {
          told++;
          claimed += RETURNED.holds(row, 0) ? 0 : 1;
        }
      }
    }
    assertThat(told).isGreaterThan(15 * SEEDS);
    assertThat((double) claimed / told).isLessThanOrEqualTo(0.05);
  }

  @Test
  void the_product_that_became_worse_is_told_and_no_more_others_than_chance_has_it() {
    int inside = 0;
    int others = 0;
    int claimed = 0;
    for (MeasuredShop shop : MeasuredShop.all()) {
      for (ToldRow row : shop.ratings()) {
        if (row.cell(ProductOpinionColumns.PRODUCT_ID).equals(FadingProduct.SKU)) {
          assertThat(row.number(ProductOpinionColumns.CHANGE_90D_HIGH)).isNegative();
          inside += CHANGE.holds(row, shop.planted().get("product_ratings.change_90d")) ? 1 : 0;
        } else if (row.cell(ProductOpinionColumns.CHANGE_90D_LOW) != null) {
          others++;
          claimed += CHANGE.holds(row, 0) ? 0 : 1;
        }
      }
    }
    assertThat(inside).isGreaterThanOrEqualTo(SEEDS - 1);
    assertThat(others).isGreaterThan(200 * SEEDS);
    assertThat((double) claimed / others).isLessThanOrEqualTo(0.05);
  }

  @Test
  void the_wish_of_those_who_gave_up_is_the_least_met() {
    for (MeasuredShop shop : MeasuredShop.all()) {
      ToldRow least =
          shop.unmet().stream()
              .max(Comparator.comparing(row -> row.number(NeedWeightColumns.UNMET_SHARE)))
              .orElseThrow();
      assertThat(least.cell(NeedWeightColumns.UNMET_CATEGORY))
          .isEqualTo(PlannedJourney.UNMET_WISH.label);
      assertThat(least.number(NeedWeightColumns.UNMET_SHARE)).isGreaterThan(0.4);
    }
  }

  private static ToldRow row(List<ToldRow> rows, Field field, String value) {
    return rows.stream().filter(row -> value.equals(row.cell(field))).findFirst().orElseThrow();
  }
}
