package dev.dangol.job.cohorts;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.features.NamedFeatures;
import dev.dangol.features.NotMeasuredFeatures;
import dev.dangol.features.scores.CustomerEffort;
import dev.dangol.table.Field;
import dev.dangol.table.features.CustomerTypeColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.CustomColumns;
import dev.dangol.table.results.CustomerColumns;
import dev.dangol.table.results.LikelihoodColumns;
import dev.dangol.table.results.PreferenceColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.sources.Sources;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sources that the ideal cohort depends on. They are those of the criteria's features and of the
 * columns in its predicate; an earlier day is measured from these alone.
 */
final class IdealCohortSources {
  private static final String FEATURES = "customer_features.";
  private static final String CUSTOM = CustomColumns.TABLE.name() + ".";
  private static final String EFFORT = EffortColumns.TABLE.name() + ".";
  private static final String QUALITY = "quality_";

  private static final List<Field> PREFERENCES =
      List.of(
          PreferenceColumns.BEST_CHANNEL,
          PreferenceColumns.BEST_HOUR,
          PreferenceColumns.SENDS,
          PreferenceColumns.RESPONDED);

  private static final List<Field> SEGMENTS =
      SegmentColumns.CUSTOMER_SEGMENTS.fields().stream()
          .filter(field -> !SegmentColumns.CUSTOMER_SEGMENTS.grain().contains(field))
          .toList();

  /** Features that are made from so many sources that all sources are kept. */
  private static final Set<String> OF_ALL =
      Stream.of(
              SatisfactionColumns.FEATURES,
              StrikeColumns.FEATURES,
              CustomerTypeColumns.FEATURES,
              LikelihoodColumns.ALL,
              PREFERENCES,
              SEGMENTS)
          .flatMap(List::stream)
          .map(Field::name)
          .collect(Collectors.toUnmodifiableSet());

  private IdealCohortSources() {}

  /** The same settings with these sources alone, and purchases. */
  static Settings of(Settings settings) {
    Set<String> features = names(settings);
    if (usesJourneys(settings) || features.stream().anyMatch(OF_ALL::contains)) {
      return settings;
    }
    Set<String> missing = NotMeasuredFeatures.reasons(settings).keySet();
    Map<String, SourceSettings> needed = new LinkedHashMap<>(settings.sources());
    for (String source : settings.sources().keySet()) {
      Map<String, SourceSettings> others = new LinkedHashMap<>(settings.sources());
      others.remove(source);
      boolean idle =
          !source.equals(Sources.PURCHASES.name())
              && !(source.equals(Sources.CUSTOMERS.name()) && named(settings).records())
              && NotMeasuredFeatures.reasons(settings.reading(others)).keySet().stream()
                  .filter(measure -> !missing.contains(measure))
                  .map(IdealCohortSources::column)
                  .noneMatch(features::contains);
      if (idle) {
        needed.remove(source);
      }
    }
    return settings.reading(needed);
  }

  private static String column(String measure) {
    return measure.replace(FEATURES, "").replace(CUSTOM, "").replace(EFFORT, "");
  }

  /** True where a criterion or the predicate of the ideal cohort names a likelihood. */
  static boolean usesLikelihoods(Settings settings) {
    return named(settings).names(LikelihoodColumns.ALL);
  }

  /** True where a criterion or the predicate of the ideal cohort names a column of journeys. */
  static boolean usesJourneys(Settings settings) {
    return named(settings).journeys();
  }

  /** True where the predicate of the ideal cohort names where and when customers respond. */
  static boolean usesPreferences(Settings settings) {
    return named(settings).names(PREFERENCES);
  }

  /** True where a criterion or the predicate of the ideal cohort names a column of segments. */
  static boolean usesSegments(Settings settings) {
    return named(settings).names(SEGMENTS);
  }

  /** The tables of which the choice names a column. */
  static NamedTables named(Settings settings) {
    return new NamedTables(settings, RuleNames.ofIdeal(settings).columns()::contains);
  }

  /** The features that the choice and the rules beside it use. */
  static NamedFeatures features(Settings settings) {
    return NamedFeatures.of(names(settings), settings);
  }

  /** The features that the choice uses, and those that they are made from. */
  private static Set<String> names(Settings settings) {
    Set<String> named = new HashSet<>(RuleNames.ofIdeal(settings).columns());
    add(named, List.of(ReferralColumns.REFERRALS_MADE.name()), named(settings).network());
    boolean saved = named.contains(NetworkColumns.SAVED_ACQUISITION_COST.name());
    if (saved || named(settings).effort()) {
      CustomerColumns.EFFORT.forEach(field -> named.add(field.name()));
      CustomerEffort.PARTS.forEach(field -> named.add(field.name()));
    }
    if (named.contains(CohortColumns.ENGAGEMENT_GRADE.name())) {
      named.add(FeatureColumns.DAYS_SINCE_LAST_EVENT.name());
    }
    boolean all = named.contains(FeatureColumns.DANGOL_INDEX.name());
    settings
        .features()
        .qualities()
        .forEach(
            (quality, parts) ->
                add(named, parts.keySet(), all || named.contains(QUALITY + quality)));
    NamedFeatures.addParts(named);
    return named;
  }

  private static void add(Set<String> named, Collection<String> parts, boolean matter) {
    if (matter) {
      named.addAll(parts);
    }
  }
}
