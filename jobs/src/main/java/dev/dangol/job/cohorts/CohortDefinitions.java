package dev.dangol.job.cohorts;

import dev.dangol.config.Settings;
import dev.dangol.privacy.IdentifierHash;
import dev.dangol.sql.SqlText;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.DefinitionColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Definitions of cohorts by day: those of the settings for the day described, else as stored. */
final class CohortDefinitions {
  private final Lake lake;
  private final Settings settings;
  private final LocalDate described;
  private final List<RowReader> stored;

  CohortDefinitions(Lake lake, Settings settings, LocalDate described) {
    this.lake = lake;
    this.settings = settings;
    this.described = described;
    this.stored = lake.collect(DefinitionColumns.TABLE).stream().map(RowReader::new).toList();
  }

  /**
   * A definition.
   *
   * @param predicate as it was configured
   * @param hash of all that defines the cohort
   */
  private record CohortDefinition(String predicate, String hash) {}

  /** Writes the definitions of a day, compared with those of the days before by cohort. */
  void write(AsOf asOf, Map<String, LocalDate> before) {
    List<Row> rows = new ArrayList<>();
    of(asOf.day())
        .forEach(
            (cohort, definition) ->
                rows.add(
                    RowWriter.of(DefinitionColumns.TABLE)
                        .set(SharedColumns.AS_OF, asOf)
                        .set(SharedColumns.COHORT, cohort)
                        .set(DefinitionColumns.DEFINITION, definition.predicate())
                        .set(DefinitionColumns.HASH, definition.hash())
                        .set(
                            DefinitionColumns.CHANGED,
                            changed(cohort, definition, before).isPresent())
                        .row()));
    lake.replaceDay(DefinitionColumns.TABLE, lake.of(DefinitionColumns.TABLE, rows), asOf);
  }

  /** The predicate of before, for each cohort that is defined otherwise on the day. */
  Map<String, Optional<String>> former(
      AsOf asOf, Map<String, LocalDate> before, Dataset<Row> customers) {
    Map<String, Optional<String>> former = new TreeMap<>();
    of(asOf.day())
        .forEach(
            (cohort, definition) ->
                changed(cohort, definition, before)
                    .ifPresent(old -> former.put(cohort, applicable(old, definition, customers))));
    return former;
  }

  /** The predicates of before that are others now. */
  List<String> replaced(AsOf asOf, Map<String, LocalDate> before) {
    List<String> replaced = new ArrayList<>();
    of(asOf.day())
        .forEach(
            (cohort, definition) ->
                changed(cohort, definition, before)
                    .ifPresent(old -> replaced.add(old.predicate())));
    return replaced;
  }

  /** The old definition, where it is known and another one. */
  private Optional<CohortDefinition> changed(
      String cohort, CohortDefinition definition, Map<String, LocalDate> before) {
    return Optional.ofNullable(before.get(cohort))
        .flatMap(day -> Optional.ofNullable(of(day).get(cohort)))
        .filter(old -> !old.hash().equals(definition.hash()));
  }

  /** An old predicate can be applied where the columns exist and the scorecard is the same. */
  private static Optional<String> applicable(
      CohortDefinition old, CohortDefinition definition, Dataset<Row> customers) {
    if (old.predicate().equals(definition.predicate())) {
      return Optional.empty();
    }
    try {
      SqlText.provePredicate(customers, old.predicate());
      return Optional.of(old.predicate());
    } catch (SqlText.UnusableExpression gone) {
      return Optional.empty();
    }
  }

  private Map<String, CohortDefinition> of(LocalDate day) {
    Map<String, CohortDefinition> definitions = new TreeMap<>();
    if (day.equals(described)) {
      settings.cohorts().forEach((cohort, sql) -> definitions.put(cohort, definition(sql)));
      return definitions;
    }
    for (RowReader row : stored) {
      if (row.day(SharedColumns.AS_OF).equals(Optional.of(day))) {
        definitions.put(
            row.text(SharedColumns.COHORT).orElseThrow(),
            new CohortDefinition(
                row.text(DefinitionColumns.DEFINITION).orElseThrow(),
                row.text(DefinitionColumns.HASH).orElseThrow()));
      }
    }
    return definitions;
  }

  private CohortDefinition definition(String sql) {
    boolean overFit = CohortColumns.FIT.stream().anyMatch(sql::contains);
    String all = overFit ? sql + "\n" + settings.scorecard() : sql;
    return new CohortDefinition(sql, IdentifierHash.sha256(all));
  }
}
