package dev.dangol.features;

import dev.dangol.config.CustomFeature;
import dev.dangol.config.Settings;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.features.purchases.RhythmFeatures;
import dev.dangol.features.purchases.RivalLoyalty;
import dev.dangol.features.satisfaction.NotMeasuredSatisfaction;
import dev.dangol.features.scores.CustomerEffort;
import dev.dangol.features.scores.DerivedFeatures;
import dev.dangol.features.scores.QualityScores;
import dev.dangol.features.voice.UnrecordedEvents;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.LoyaltyColumns;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.results.CustomColumns;
import dev.dangol.table.results.ProductCycleColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reasons why features cannot be measured with the configured sources. Most follow from the
 * configuration alone, so that they can be reported before anything runs.
 */
public final class NotMeasuredFeatures {
  private static final String FEATURES = "customer_features.";
  private static final String NO_CYCLE =
      "No customer has bought on two days, and features.cycle-days is not set.";

  private final MappedColumns mapped;
  private final Set<Field> stored;
  private final Map<String, String> reasons = new TreeMap<>();

  private NotMeasuredFeatures(Settings settings) {
    mapped = MappedColumns.of(settings);
    stored = new HashSet<>(FeatureTable.of(settings.features().windows()).fields());
  }

  /** The reason by measure, a measure being named as table.column: by the configuration alone. */
  public static Map<String, String> reasons(Settings settings) {
    return reasons(settings, Map.of());
  }

  /** The same, and the measures that the customers of the day give no reason to compute. */
  public static Map<String, String> reasons(Settings settings, PercentileRanks standing) {
    Map<String, String> unseen = new TreeMap<>();
    for (Field kind : UnrecordedEvents.fields(standing, settings.features().windows())) {
      unseen.put(FEATURES + kind.name(), "No customer has shown an event of this kind.");
    }
    if (RhythmFeatures.cycle(settings.features().repeats().cycleDays(), standing).isEmpty()) {
      unseen.put(FEATURES + RhythmColumns.ONE_AND_DONE.name(), NO_CYCLE);
      unseen.put(key(RetentionColumns.TABLE, RetentionColumns.ONE_AND_DONE_SHARE), NO_CYCLE);
    }
    return reasons(settings, unseen);
  }

  private static Map<String, String> reasons(Settings settings, Map<String, String> unseen) {
    NotMeasuredFeatures found = new NotMeasuredFeatures(settings);
    found.families(settings);
    found.referrals();
    RivalLoyalty.addReasons(settings.features().rivals(), found.reasons, FEATURES);
    found.reasons.putAll(NotMeasuredSatisfaction.reasons(found.mapped));
    unseen.forEach(found.reasons::putIfAbsent);
    found.qualities(settings.features().qualities());
    found.index(settings.features().dangolIndex());
    found.effort(settings);
    found.margin(settings);
    found.custom(settings.features().custom());
    found.cycles();
    return found.reasons;
  }

  private void families(Settings settings) {
    Map<Field, String> missing = FeatureFamilies.missing(settings, mapped);
    missing.putAll(DerivedFeatures.missing(missing));
    missing.keySet().stream()
        .filter(stored::contains)
        .forEach(field -> note(field, missing.get(field)));
  }

  private void referrals() {
    String table = NetworkColumns.TABLE.name();
    if (!mapped.has(Sources.REFERRALS)) {
      String reason = unconfigured(Sources.REFERRALS);
      reasons.put(table, reason);
      ReferralColumns.FEATURES.forEach(feature -> note(feature, reason));
    }
  }

  /** Whatever acquires customers must be named both in the costs and in the customer records. */
  private void effort(Settings settings) {
    Map<Field, Field> made =
        Map.of(
            EffortColumns.DISCOUNT_COST, SalesColumns.DISCOUNTS_LIFETIME,
            EffortColumns.PROGRAMME_COST, LoyaltyColumns.LOYALTY_REDEEMED,
            EffortColumns.MESSAGE_COST, TalkColumns.MESSAGE_COST_LIFETIME,
            EffortColumns.SUPPORT_COST, TalkColumns.SUPPORT_COST_LIFETIME,
            EffortColumns.NET_MARGIN, SalesColumns.MARGIN_LIFETIME,
            EffortColumns.RETURN_ON_EFFORT, SalesColumns.MARGIN_LIFETIME);
    made.forEach(
        (field, from) -> {
          if (reasons.containsKey(FEATURES + from.name())) {
            reasons.put(key(EffortColumns.TABLE, field), reasons.get(FEATURES + from.name()));
          }
        });
    if (!CustomerEffort.costsMapped(settings)) {
      String reason = "The sources costs and customers do not both map acquired_by.";
      reasons.put(key(EffortColumns.TABLE, EffortColumns.ACQUISITION_COST), reason);
      if (mapped.has(Sources.REFERRALS)) {
        reasons.put(key(NetworkColumns.TABLE, NetworkColumns.SAVED_ACQUISITION_COST), reason);
      }
    }
    care();
  }

  /** Without any kind of cost neither their sum nor the return on it is known. */
  private void care() {
    if (EffortColumns.KINDS.stream()
        .map(kind -> key(EffortColumns.TABLE, kind))
        .allMatch(reasons::containsKey)) {
      for (Field field : List.of(EffortColumns.CARE_COST, EffortColumns.RETURN_ON_EFFORT)) {
        reasons.put(key(EffortColumns.TABLE, field), "None of its costs could be measured.");
      }
    }
  }

  private void cycles() {
    if (!mapped.has(Sources.PURCHASES, SharedColumns.CATEGORY)) {
      reasons.put(
          ProductCycleColumns.TABLE.name(),
          FeatureFamily.unmapped(Sources.PURCHASES, List.of(SharedColumns.CATEGORY)));
    }
  }

  private static String key(Table table, Field field) {
    return table.name() + "." + field.name();
  }

  private static String unconfigured(Source source) {
    return "The source " + source.name() + " is not configured.";
  }

  private void qualities(Map<String, Map<String, Double>> blends) {
    for (Field quality : FeatureColumns.QUALITIES) {
      boolean nothing =
          blends.getOrDefault(QualityScores.name(quality), Map.of()).keySet().stream()
              .allMatch(part -> reasons.containsKey(FEATURES + part));
      if (nothing) {
        note(quality, "None of its parts could be measured.");
      }
    }
  }

  private void index(Map<String, Double> weights) {
    boolean nothing =
        FeatureColumns.QUALITIES.stream()
            .filter(quality -> weights.getOrDefault(QualityScores.name(quality), 0.0) > 0)
            .allMatch(quality -> reasons.containsKey(FEATURES + quality.name()));
    if (nothing) {
      note(FeatureColumns.DANGOL_INDEX, "None of the qualities that count could be measured.");
    }
  }

  private void margin(Settings settings) {
    if (settings.value().margin().isEmpty()
        && !mapped.has(Sources.PURCHASES, SharedColumns.COST_AMOUNT)) {
      reasons.put(
          RetentionColumns.TABLE.name() + "." + RetentionColumns.MARGIN.name(),
          FeatureFamily.unmapped(Sources.PURCHASES, List.of(SharedColumns.COST_AMOUNT))
              + " Nor is value.margin set.");
    }
  }

  private void custom(List<CustomFeature> features) {
    if (!mapped.has(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID)) {
      String reason =
          mapped.has(Sources.ENGAGEMENT)
              ? FeatureFamily.unmapped(
                  Sources.ENGAGEMENT, List.of(EngagementSource.KNOWN_CUSTOMER_ID))
              : unconfigured(Sources.ENGAGEMENT);
      CustomFeature.columns(CustomFeature.ofSource(features, Sources.ENGAGEMENT.name()))
          .forEach(column -> reasons.put(CustomColumns.TABLE.name() + "." + column, reason));
    }
  }

  private void note(Field feature, String reason) {
    reasons.put(FEATURES + feature.name(), reason);
  }
}
