package dev.dangol.job.cohorts;

import dev.dangol.cohorts.backtest.SelectionBaselines;
import dev.dangol.config.AdditionalScorecard;
import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.config.Settings;
import dev.dangol.sql.SqlNames;
import dev.dangol.table.Field;
import dev.dangol.table.results.ProfileFitColumns;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names in the rules that a business writes: the columns that criteria and predicates look at.
 *
 * @param criteria the columns of criteria, by the setting that names them
 * @param predicates the SQL of predicates, by setting
 */
record RuleNames(Map<String, String> criteria, Map<String, String> predicates) {
  private static final String CARD = "scorecard";

  /** Those of every cohort, scorecard and export target. */
  static RuleNames of(Settings settings) {
    RuleNames names = new RuleNames(new LinkedHashMap<>(), new LinkedHashMap<>());
    names.add(CARD, settings.scorecard());
    settings.scorecard().profiles().forEach(names::add);
    settings.cohorts().forEach((cohort, sql) -> names.add("cohorts." + cohort, sql));
    settings
        .export()
        .predicates()
        .forEach((target, sql) -> names.add("export.targets." + target, sql));
    return names;
  }

  /** Those that the choice of the ideal cohort rests on. */
  static RuleNames ofIdeal(Settings settings) {
    RuleNames names = new RuleNames(new LinkedHashMap<>(), new LinkedHashMap<>());
    names.add(CARD, settings.scorecard());
    String ideal = settings.cohorts().getOrDefault(SelectionBaselines.IDEAL, "");
    names.add("cohorts." + SelectionBaselines.IDEAL, ideal);
    profilesIn(settings, List.of(ideal)).forEach(names::add);
    return names;
  }

  /** The profiles whose fit one of the predicates names. */
  static Map<String, AdditionalScorecard> profilesIn(
      Settings settings, Collection<String> predicates) {
    Set<String> named =
        predicates.stream()
            .flatMap(sql -> SqlNames.columns(sql).stream())
            .collect(Collectors.toSet());
    Map<String, AdditionalScorecard> found = new TreeMap<>(settings.scorecard().profiles());
    found
        .keySet()
        .removeIf(
            profile ->
                ProfileFitColumns.of(profile).stream().map(Field::name).noneMatch(named::contains));
    return found;
  }

  /** All columns, in small letters. */
  Set<String> columns() {
    Set<String> columns = new TreeSet<>();
    criteria.values().forEach(name -> columns.add(name.toLowerCase(Locale.ROOT)));
    predicates.values().forEach(sql -> columns.addAll(SqlNames.columns(sql)));
    return columns;
  }

  /**
   * The keys that predicates look up in a column that is a map; the column itself where none is.
   */
  Set<String> keys(String map) {
    Set<String> keys = new TreeSet<>();
    for (String sql : predicates.values()) {
      if (SqlNames.columns(sql).contains(map)) {
        Set<String> own = SqlNames.lookedUpKeys(sql, map);
        keys.addAll(own.isEmpty() ? Set.of(map) : own);
      }
    }
    return keys;
  }

  private void add(String profile, AdditionalScorecard scorecard) {
    String place = CARD + ".profiles." + profile;
    add(place, scorecard.card());
    add(place, scorecard.where());
  }

  private void add(String place, ScorecardSettings card) {
    for (ScorecardCriterion criterion : card.criteria()) {
      criteria.put(place + ".criteria " + criterion.name(), criterion.feature());
    }
  }

  private void add(String place, String sql) {
    predicates.put(place + ".where", sql);
  }
}
