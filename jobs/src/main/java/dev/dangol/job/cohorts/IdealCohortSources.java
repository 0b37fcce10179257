package dev.dangol.job.cohorts;

import dev.dangol.cohorts.backtest.SelectionBaselines;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.features.NamedFeatures;
import dev.dangol.features.NotMeasuredFeatures;
import dev.dangol.table.Field;
import dev.dangol.table.features.CustomerTypeColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.CustomColumns;
import dev.dangol.table.results.JourneyAttributeColumns;
import dev.dangol.table.results.LikelihoodColumns;
import dev.dangol.table.results.PreferenceColumns;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sources that the ideal cohort depends on. They are those of the criteria's features and of the
 * columns in its predicate; an earlier day is measured from these alone.
 */
final class IdealCohortSources {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final String FEATURES = "customer_features.";
  private static final String CUSTOM = CustomColumns.TABLE.name() + ".";
  private static final String QUALITY = "quality_";

  private static final List<Field> PREFERENCES =
      List.of(
          PreferenceColumns.BEST_CHANNEL,
          PreferenceColumns.BEST_HOUR,
          PreferenceColumns.SENDS,
          PreferenceColumns.RESPONDED);

  /** Features that are made from so many sources that all sources are kept. */
  private static final Set<String> OF_ALL =
      Stream.of(
              SatisfactionColumns.FEATURES,
              StrikeColumns.FEATURES,
              CustomerTypeColumns.FEATURES,
              LikelihoodColumns.ALL,
              PREFERENCES)
          .flatMap(List::stream)
          .map(Field::name)
          .collect(Collectors.toUnmodifiableSet());

  private IdealCohortSources() {}

  /** The same settings with these sources alone, and purchases. */
  static Settings of(Settings settings) {
    Set<String> features = names(settings);
    if (usesJourneys(settings)) {
      return settings;
    }
    if (features.stream().anyMatch(name -> OF_ALL.contains(name) || name.startsWith("segment"))) {
      return settings;
    }
    Set<String> missing = NotMeasuredFeatures.reasons(settings).keySet();
    Map<String, SourceSettings> needed = new LinkedHashMap<>(settings.sources());
    for (String source : settings.sources().keySet()) {
      Map<String, SourceSettings> others = new LinkedHashMap<>(settings.sources());
      others.remove(source);
      boolean idle =
          !source.equals(Sources.PURCHASES.name())
              && NotMeasuredFeatures.reasons(settings.reading(others)).keySet().stream()
                  .filter(measure -> !missing.contains(measure))
                  .map(measure -> measure.replace(FEATURES, "").replace(CUSTOM, ""))
                  .noneMatch(features::contains);
      if (idle) {
        needed.remove(source);
      }
    }
    return settings.reading(needed);
  }

  /** True where a criterion or the predicate of the ideal cohort names a likelihood. */
  static boolean usesLikelihoods(Settings settings) {
    Set<String> named = names(settings);
    return LikelihoodColumns.ALL.stream().map(Field::name).anyMatch(named::contains);
  }

  /** True where a criterion or the predicate of the ideal cohort names a column of journeys. */
  static boolean usesJourneys(Settings settings) {
    List<String> named = new ArrayList<>();
    settings.scorecard().criteria().forEach(criterion -> named.add(criterion.feature()));
    named.add(settings.cohorts().getOrDefault(SelectionBaselines.IDEAL, ""));
    return JourneyAttributeColumns.namedIn(named).isPresent();
  }

  /** True where the predicate of the ideal cohort names where and when customers respond. */
  static boolean usesPreferences(Settings settings) {
    Set<String> named = names(settings);
    return PREFERENCES.stream().map(Field::name).anyMatch(named::contains);
  }

  /** The features that the choice and the rules beside it use. */
  static NamedFeatures features(Settings settings) {
    return NamedFeatures.of(names(settings), settings);
  }

  /** The features that the choice uses, and those that they are made from. */
  private static Set<String> names(Settings settings) {
    Set<String> named =
        settings.scorecard().criteria().stream()
            .map(ScorecardCriterion::feature)
            .collect(Collectors.toCollection(HashSet::new));
    String predicate = settings.cohorts().getOrDefault(SelectionBaselines.IDEAL, "");
    WORD.matcher(predicate.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .forEach(named::add);
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
