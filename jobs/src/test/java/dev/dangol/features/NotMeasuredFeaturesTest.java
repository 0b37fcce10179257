package dev.dangol.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.FeatureSettings;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.OpinionColumns;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Sources;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotMeasuredFeaturesTest {
  private static final GivenSettings PURCHASES_ALONE =
      GivenSettings.in(ZoneOffset.UTC, List.of(30))
          .with(
              Sources.PURCHASES,
              SharedColumns.CUSTOMER_ID,
              PurchaseSource.PURCHASED_AT,
              PurchaseSource.NET_AMOUNT);

  @Test
  void with_purchases_alone_all_that_needs_more_is_named_with_its_reason() {
    Map<String, String> reasons = NotMeasuredFeatures.reasons(PURCHASES_ALONE.settings());
    Stream.of(
            OpinionColumns.FEATURES,
            EventColumns.lifetime(),
            ReferralColumns.FEATURES,
            List.of(EventColumns.events(30), FeatureColumns.QUALITY_COMMUNICATE))
        .flatMap(List::stream)
        .forEach(feature -> assertThat(reasons).containsKey(key(feature)));
    assertThat(reasons)
        .containsEntry(key(FeatureColumns.RATING_MEAN), "The source reviews is not configured.")
        .containsEntry(
            key(FeatureColumns.FULL_PRICE_SHARE),
            "The source purchases maps neither list_amount nor discount_amount.")
        .containsEntry(
            key(FeatureColumns.PROMOTION_FREE_SHARE),
            "The source purchases does not map promotion_id.")
        .containsEntry(
            key(FeatureColumns.QUALITY_COMMUNICATE), "None of its parts could be measured.")
        .containsEntry("effort.care_cost", "None of its costs could be measured.")
        .containsEntry("effort.return_on_effort", "None of its costs could be measured.")
        .containsEntry(
            "retention_cohorts.margin",
            "The source purchases does not map cost_amount. Nor is value.margin set.");
    assertThat(reasons)
        .doesNotContainKey(key(FeatureColumns.FREQUENCY))
        .doesNotContainKey(key(FeatureColumns.QUALITY_PAY))
        .doesNotContainKey(key(FeatureColumns.QUALITY_REFER));
  }

  @Test
  void what_is_mapped_is_measured() {
    GivenSettings more =
        PURCHASES_ALONE
            .withMargin(0.3)
            .with(Sources.REVIEWS, ReviewSource.TEXT)
            .with(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID)
            .with(
                Sources.PURCHASES,
                PurchaseSource.DISCOUNT_AMOUNT,
                SharedColumns.CATEGORY,
                SharedColumns.PRODUCT_ID);
    assertThat(
            NotMeasuredFeatures.reasons(more.settings()).entrySet().stream()
                .filter(reason -> reason.getValue().matches(".*(purchases|reviews|engagement).*"))
                .map(Map.Entry::getKey)
                .filter(measure -> !measure.startsWith("satisfaction.")))
        .containsExactlyInAnyOrder(
            key(FeatureColumns.HELPFUL_VOTES_LIFETIME),
            key(FeatureColumns.PROMOTION_FREE_SHARE),
            key(SalesColumns.PROMOTION_FREE_ORDERS_LIFETIME),
            key(SalesColumns.PRODUCT_LINE_CONCENTRATION),
            key(SalesColumns.FAVOURITE_PRODUCT_LINE),
            key(SalesColumns.ITEMS_LIFETIME),
            key(SalesColumns.items(30)),
            key(SalesColumns.productLineConcentration(30)),
            key(SalesColumns.promotionFreeOrders(30)),
            key(EventColumns.EVENTS_BY_CHANNEL),
            key(EventColumns.eventsByChannel(30)),
            key(OpinionColumns.REVIEWS_ANSWERED_LIFETIME),
            key(OpinionColumns.VERIFIED_SHARE));
  }

  @Test
  void the_return_on_effort_is_not_measured_without_a_margin() {
    GivenSettings discounts =
        PURCHASES_ALONE.with(Sources.PURCHASES, PurchaseSource.DISCOUNT_AMOUNT);
    assertThat(NotMeasuredFeatures.reasons(discounts.settings()))
        .containsEntry("effort.return_on_effort", "The source purchases does not map cost_amount.")
        .doesNotContainKey("effort.care_cost");
    assertThat(NotMeasuredFeatures.reasons(discounts.withMargin(0.3).settings()))
        .doesNotContainKey("effort.return_on_effort");
  }

  @Test
  void with_referrals_only_what_they_saved_waits_for_costs() {
    GivenSettings referrals = PURCHASES_ALONE.with(Sources.REFERRALS, ReferralSource.FIELDS);
    assertThat(NotMeasuredFeatures.reasons(referrals.settings()))
        .containsEntry(
            "referral_network.saved_acquisition_cost",
            "The sources costs and customers do not both map acquired_by.")
        .doesNotContainKey("referral_network")
        .doesNotContainKey(key(ReferralColumns.REFERRED_NET_SALES));
  }

  @Test
  void events_of_unknown_visitors_alone_measure_no_customer() {
    GivenSettings visitors = PURCHASES_ALONE.with(Sources.ENGAGEMENT, EngagementSource.VISITOR_ID);
    assertThat(NotMeasuredFeatures.reasons(visitors.settings()))
        .containsEntry(
            key(FeatureColumns.SHARES_LIFETIME), "The source engagement does not map customer_id.")
        .containsKey(key(EventColumns.events(30)));
  }

  @Test
  void answers_to_reviews_need_products_on_both_sides() {
    GivenSettings reviews = PURCHASES_ALONE.with(Sources.REVIEWS, SharedColumns.PRODUCT_ID);
    GivenSettings both =
        reviews.with(
            Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID, SharedColumns.PRODUCT_ID);
    String answered = key(OpinionColumns.REVIEWS_ANSWERED_LIFETIME);
    assertThat(NotMeasuredFeatures.reasons(reviews.settings()))
        .containsEntry(answered, "The source engagement is not configured.");
    assertThat(
            NotMeasuredFeatures.reasons(both.with(Sources.REVIEWS, ReviewSource.TEXT).settings()))
        .containsEntry(answered, "The source reviews does not map product_id.");
    assertThat(NotMeasuredFeatures.reasons(both.settings())).doesNotContainKey(answered);
  }

  @Test
  void an_index_of_qualities_that_cannot_be_measured_is_not_measured_either() {
    FeatureSettings given = PURCHASES_ALONE.features();
    FeatureSettings words =
        new FeatureSettings(
            given.windows(),
            given.qualities(),
            Map.of("communicate", 1.0, "pay", 0.0),
            given.rfm(),
            given.repeats(),
            given.types(),
            given.referrals(),
            given.satisfaction(),
            given.rivals(),
            given.halfLifeDays(),
            given.custom());
    GivenSettings settings =
        new GivenSettings(ZoneOffset.UTC, PURCHASES_ALONE.sources(), words, Optional.empty());
    assertThat(NotMeasuredFeatures.reasons(settings.settings()))
        .containsEntry(
            key(FeatureColumns.DANGOL_INDEX),
            "None of the qualities that count could be measured.");
    assertThat(NotMeasuredFeatures.reasons(PURCHASES_ALONE.settings()))
        .doesNotContainKey(key(FeatureColumns.DANGOL_INDEX));
  }

  @Test
  void of_satisfaction_each_part_is_named_that_cannot_be_measured() {
    Map<String, String> reasons = NotMeasuredFeatures.reasons(PURCHASES_ALONE.settings());
    assertThat(reasons)
        .containsEntry(
            "satisfaction.expected_price_rank", "The source purchases does not map category.")
        .containsEntry("satisfaction.delivered_rating", "The source reviews is not configured.")
        .containsEntry("satisfaction.delivered_survey", "The source surveys is not configured.")
        .containsEntry(
            "satisfaction.delivered_on_time", "The source purchases does not map promised_at.")
        .containsEntry(
            key(StrikeColumns.SILENT_LEAVER),
            "Neither the source reviews nor support is configured.")
        .containsKeys(
            "satisfaction.delivered_fault_free",
            "satisfaction.delivered",
            "satisfaction.expected",
            "satisfaction.gap",
            "satisfaction_curve.retained_share",
            "strikes.survival",
            key(SatisfactionColumns.CUSTOMER_GAP),
            key(StrikeColumns.STRIKES_LIFETIME),
            key(StrikeColumns.TRUST_BREAK_ON));
    GivenSettings more =
        PURCHASES_ALONE
            .with(Sources.REVIEWS, ReviewSource.RATING)
            .with(Sources.PURCHASES, SharedColumns.CATEGORY, PurchaseSource.REFUND_OF);
    assertThat(NotMeasuredFeatures.reasons(more.settings()).keySet())
        .filteredOn(measure -> measure.matches("(satisfaction|strikes).*"))
        .containsExactlyInAnyOrder(
            "satisfaction.delivered_on_time",
            "satisfaction.deliveries",
            "satisfaction.late_deliveries",
            "satisfaction.delivered_survey");
  }

  private static String key(Field feature) {
    return "customer_features." + feature.name();
  }
}
