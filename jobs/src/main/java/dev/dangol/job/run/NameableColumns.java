package dev.dangol.job.run;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.Settings;
import dev.dangol.job.cohorts.AttributeTables;
import dev.dangol.store.Lake;
import dev.dangol.table.Field;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.CustomerColumns;
import dev.dangol.table.results.JourneyAttributeColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Columns that a configuration can name: in criteria of scorecards, and in predicates beside. */
final class NameableColumns {
  private NameableColumns() {}

  /** The lines that list them. */
  static List<String> lines(Settings settings, Lake lake) {
    List<String> goals = settings.journey().goals().stream().map(JourneyGoal::name).toList();
    List<Field> numbers =
        new ArrayList<>(
            CustomerColumns.of(settings.features().windows(), settings.value().horizons()));
    numbers.addAll(JourneyAttributeColumns.numbers(goals));
    Set<String> criteria =
        numbers.stream().map(Field::name).collect(Collectors.toCollection(TreeSet::new));
    Set<String> more =
        new TreeSet<>(Arrays.asList(AttributeTables.empty(settings, lake).columns()));
    more.removeAll(criteria);
    return List.of(
        "Can be named",
        "  in criteria and predicates: " + String.join(", ", criteria),
        "  in predicates also: " + String.join(", ", more),
        "  in cohorts and exports also: " + String.join(", ", new TreeSet<>(CohortColumns.FIT)));
  }
}
