package dev.dangol.job.run;

import dev.dangol.config.AttributeNames;
import dev.dangol.config.CustomFeature;
import dev.dangol.config.JourneyGoal;
import dev.dangol.config.Settings;
import dev.dangol.job.cohorts.AttributeTables;
import dev.dangol.store.Lake;
import dev.dangol.table.Field;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.CustomerColumns;
import dev.dangol.table.results.JourneyAttributeColumns;
import dev.dangol.table.results.ProfileFitColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns that a configuration can name: in criteria of scorecards, and in predicates beside. */
final class NameableColumns {
  private static final String NONE = "(none)";

  private NameableColumns() {}

  /** The lines that list them. */
  static List<String> lines(Settings settings, Lake lake) {
    List<String> goals = settings.journey().goals().stream().map(JourneyGoal::name).toList();
    List<Field> numbers =
        new ArrayList<>(
            CustomerColumns.of(settings.features().windows(), settings.value().horizons()));
    numbers.addAll(JourneyAttributeColumns.numbers(goals));
    numbers.addAll(CustomerColumns.joined());
    AttributeNames attributes = AttributeNames.of(settings);
    Set<String> criteria =
        numbers.stream().map(Field::name).collect(Collectors.toCollection(TreeSet::new));
    criteria.addAll(CustomFeature.columns(settings.features().custom()));
    Set<String> more =
        new TreeSet<>(Arrays.asList(AttributeTables.empty(settings, lake).columns()));
    more.removeAll(criteria);
    attributes.columns().forEach(more::remove);
    Set<String> fits =
        new TreeSet<>(ProfileFitColumns.names(settings.scorecard().profiles().keySet()));
    return Stream.of(
            "Can be named",
            "  in criteria and predicates: " + String.join(", ", criteria),
            "  in both, attributes of customers: " + words(attributes.columns()),
            "  in predicates also: " + String.join(", ", more),
            "  in cohorts and exports also: " + String.join(", ", new TreeSet<>(CohortColumns.FIT)),
            "  in cohorts also: " + words(fits),
            "  in none, as sensitive attributes: " + words(attributes.refused()))
        .filter(line -> !line.endsWith(NONE))
        .toList();
  }

  private static String words(Collection<String> names) {
    return names.isEmpty() ? NONE : String.join(", ", new TreeSet<>(names));
  }
}
