package dev.dangol.job.cohorts;

import dev.dangol.config.AttributeNames;
import dev.dangol.config.Settings;
import dev.dangol.config.hocon.KeySuggestion;
import dev.dangol.privacy.SensitiveAttributes;
import dev.dangol.problem.BadSetting;
import dev.dangol.sql.SqlNames;
import dev.dangol.table.sources.CustomerSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules over attributes of customers. Those that name a sensitive one are refused. An earlier day
 * knows no attribute but those that last, since records are not dated.
 */
public final class AttributeRules {
  private static final String MAP = CustomerSource.ATTRIBUTES.name();

  private AttributeRules() {}

  /**
   * Refuses rules that name a sensitive attribute, as a column or as a key of the map, and those
   * that look up a key that no record can have.
   *
   * @throws BadSetting with a line for each
   */
  public static void prove(Settings settings) {
    RuleNames rules = RuleNames.of(settings);
    List<String> refused = AttributeNames.of(settings).refused();
    List<String> faults = new ArrayList<>();
    rules
        .criteria()
        .forEach(
            (place, name) ->
                faults.addAll(sensitive(place + ", feature = " + name, Set.of(name), refused)));
    rules
        .predicates()
        .forEach(
            (place, sql) -> {
              String rule = place + " = \"" + sql + "\"";
              Set<String> keys = SqlNames.lookedUpKeys(sql, MAP);
              faults.addAll(sensitive(rule, SqlNames.columns(sql), refused));
              faults.addAll(sensitive(rule, keys, sensitiveKeys(settings, keys)));
              faults.addAll(unknown(rule, keys, AttributeNames.keys(settings)));
            });
    if (!faults.isEmpty()) {
      throw new BadSetting(String.join("\n", faults));
    }
  }

  private static List<String> sensitiveKeys(Settings settings, Collection<String> keys) {
    Set<String> allowed = settings.profiles().sensitiveAllowed();
    return keys.stream().filter(key -> SensitiveAttributes.isRefused(key, allowed)).toList();
  }

  private static List<String> unknown(
      String rule, Collection<String> keys, Optional<List<String>> known) {
    return keys.stream()
        .filter(key -> known.filter(all -> !all.contains(key)).isPresent())
        .map(
            key ->
                rule
                    + ": there is no attribute "
                    + key
                    + KeySuggestion.nearest(key, known.orElseThrow())
                        .map(near -> "; the nearest is " + near)
                        .orElse("")
                    + ".")
        .toList();
  }

  /**
   * The first column that the choice of the ideal cohort rests on and that is not known as of an
   * earlier day; empty for none. Attributes that do not change are known on any day.
   */
  static Optional<String> undated(Settings settings) {
    RuleNames rules = RuleNames.ofIdeal(settings);
    Set<String> named = rules.columns();
    List<String> lasting = small(settings.proof().lasting());
    return Stream.concat(
            AttributeNames.of(settings).columns().stream(),
            Stream.of(MAP, CustomerSource.COMPANY_ID.name()))
        .filter(name -> named.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> !lasting.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> !name.equals(MAP) || !lasting.containsAll(small(rules.keys(MAP))))
        .findFirst();
  }

  private static List<String> sensitive(
      String rule, Collection<String> named, Collection<String> refused) {
    return small(named).stream()
        .filter(small(refused)::contains)
        .map(
            name ->
                rule
                    + ": "
                    + name
                    + " is a sensitive attribute. Take it out of the rule, or name it in"
                    + " privacy.sensitive-attributes-allowed.")
        .toList();
  }

  private static List<String> small(Collection<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
  }
}
