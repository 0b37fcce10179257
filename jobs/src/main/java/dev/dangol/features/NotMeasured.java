package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.table.Columns;
import dev.dangol.table.Engagement;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.Purchases;
import dev.dangol.table.RetentionColumns;
import dev.dangol.table.Reviews;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What cannot be measured with the configured sources, and why: told by the configuration alone, so
 * that it can be said before anything runs.
 */
public final class NotMeasured {
  private static final String FEATURES = "customer_features.";

  private final MappedColumns mapped;
  private final Map<String, String> reasons = new TreeMap<>();

  private NotMeasured(MappedColumns mapped) {
    this.mapped = mapped;
  }

  /** The reason by measure, a measure being named as table.column. */
  public static Map<String, String> reasons(Settings settings) {
    NotMeasured found = new NotMeasured(MappedColumns.of(settings));
    List<Integer> windows = settings.features().windows();
    found.family(Sources.REVIEWS, FeatureColumns.REVIEW_FEATURES);
    found.engagement(windows);
    found.family(Sources.REFERRALS, FeatureColumns.REFERRAL_FEATURES);
    found.ofColumn(Sources.REVIEWS, Reviews.HELPFUL_VOTES, FeatureColumns.HELPFUL_VOTES_LIFETIME);
    found.ofColumn(Sources.REVIEWS, Reviews.TEXT, FeatureColumns.REVIEW_LENGTH_MEAN);
    found.ofColumn(Sources.PURCHASES, Purchases.PROMOTION_ID, FeatureColumns.PROMOTION_FREE_SHARE);
    found.ofColumn(Sources.PURCHASES, Columns.CATEGORY, FeatureColumns.CATEGORIES_LIFETIME);
    found.discounts();
    found.reasons.putAll(NotSatisfied.reasons(found.mapped));
    found.qualities(settings.features().qualities());
    found.index(settings.features().dangolIndex());
    found.margin(settings);
    return found.reasons;
  }

  private void family(Source source, List<Field> features) {
    if (!mapped.has(source)) {
      features.forEach(
          feature -> note(feature, "The source " + source.name() + " is not configured."));
    }
  }

  /** Events of visitors alone say nothing of customers. */
  private void engagement(List<Integer> windows) {
    List<Field> features = new ArrayList<>(FeatureColumns.ENGAGEMENT_FEATURES);
    windows.stream().map(FeatureColumns::events).forEach(features::add);
    family(Sources.ENGAGEMENT, features);
    features.forEach(
        feature -> ofColumn(Sources.ENGAGEMENT, Engagement.KNOWN_CUSTOMER_ID, feature));
  }

  private void ofColumn(Source source, Field column, Field feature) {
    if (mapped.has(source) && !mapped.has(source, column)) {
      note(feature, unmapped(source, column));
    }
  }

  private void discounts() {
    if (!mapped.has(Sources.PURCHASES, Purchases.LIST_AMOUNT)
        && !mapped.has(Sources.PURCHASES, Purchases.DISCOUNT_AMOUNT)) {
      String reason = "The source purchases maps neither list_amount nor discount_amount.";
      note(FeatureColumns.DISCOUNT_SHARE, reason);
      note(FeatureColumns.FULL_PRICE_SHARE, reason);
    }
  }

  private void qualities(Map<String, Map<String, Double>> blends) {
    for (Field quality : FeatureColumns.QUALITIES) {
      boolean nothing =
          blends.getOrDefault(Qualities.name(quality), Map.of()).keySet().stream()
              .allMatch(part -> reasons.containsKey(FEATURES + part));
      if (nothing) {
        note(quality, "None of its parts could be measured.");
      }
    }
  }

  private void index(Map<String, Double> weights) {
    boolean nothing =
        FeatureColumns.QUALITIES.stream()
            .filter(quality -> weights.getOrDefault(Qualities.name(quality), 0.0) > 0)
            .allMatch(quality -> reasons.containsKey(FEATURES + quality.name()));
    if (nothing) {
      note(FeatureColumns.DANGOL_INDEX, "None of the qualities that count could be measured.");
    }
  }

  private void margin(Settings settings) {
    if (settings.value().margin().isEmpty()
        && !mapped.has(Sources.PURCHASES, Columns.COST_AMOUNT)) {
      reasons.put(
          RetentionColumns.TABLE.name() + "." + RetentionColumns.MARGIN.name(),
          unmapped(Sources.PURCHASES, Columns.COST_AMOUNT) + " Nor is value.margin set.");
    }
  }

  private void note(Field feature, String reason) {
    reasons.put(FEATURES + feature.name(), reason);
  }

  private static String unmapped(Source source, Field column) {
    return "The source " + source.name() + " does not map " + column.name() + ".";
  }
}
