package dev.dangol.evidence;

import dev.dangol.probability.FalseDiscovery;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.DriftColumns;
import dev.dangol.table.results.DefinitionColumns;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Drift of the profiles of cohorts against those of the run before.
 *
 * <p>That a lift leaves its earlier interval is no sign by itself: the new one has an error of its
 * own, and of values that did not change one in six would leave it by chance. So the two are
 * compared with both their errors, and false discoveries are controlled over a cohort.
 *
 * @param definitions the rows of {@code cohort_definitions} up to the day
 * @param maxQ the false discovery rate up to which a value counts as moved
 */
public record ProfileDrift(List<Row> definitions, double maxQ, AsOf asOf) {
  public ProfileDrift {
    definitions = List.copyOf(definitions);
  }

  /** Definition of a cohort as it stands. */
  private record StandingDefinition(LocalDate since, Optional<LocalDate> before) {
    /** True where the run before had the same one. */
    boolean isOld() {
      return before.filter(day -> !day.isBefore(since)).isPresent();
    }
  }

  /** The day of the run before; empty for the first one. */
  public Optional<LocalDate> before() {
    return definitions.stream()
        .map(row -> new RowReader(row).day(SharedColumns.AS_OF).orElseThrow())
        .filter(day -> day.isBefore(asOf.day()))
        .max(Comparator.naturalOrder());
  }

  /**
   * The rows of {@code profile_drift}, in the order of the cohorts' names.
   *
   * @param earlier the rows of {@code cohort_profiles} of the day before; empty without one
   * @param now those of the day
   */
  public List<Row> rows(List<Row> earlier, List<Row> now) {
    Map<String, List<RowReader>> before = byCohort(earlier);
    Map<String, List<RowReader>> after = byCohort(now);
    List<Row> rows = new ArrayList<>();
    standing()
        .forEach(
            (cohort, definition) ->
                rows.add(
                    row(
                        cohort,
                        definition,
                        before.getOrDefault(cohort, List.of()),
                        after.getOrDefault(cohort, List.of()))));
    return rows;
  }

  private static Map<String, List<RowReader>> byCohort(List<Row> profiles) {
    return profiles.stream()
        .map(RowReader::new)
        .collect(Collectors.groupingBy(cells -> cells.text(SharedColumns.COHORT).orElseThrow()));
  }

  /** The definitions of the cohorts of the day. */
  private Map<String, StandingDefinition> standing() {
    Map<String, TreeMap<LocalDate, String>> hashes = new TreeMap<>();
    for (Row row : definitions) {
      RowReader cells = new RowReader(row);
      LocalDate day = cells.day(SharedColumns.AS_OF).orElseThrow();
      if (!day.isAfter(asOf.day())) {
        hashes
            .computeIfAbsent(
                cells.text(SharedColumns.COHORT).orElseThrow(), name -> new TreeMap<>())
            .put(day, cells.text(DefinitionColumns.HASH).orElseThrow());
      }
    }
    Map<String, StandingDefinition> standing = new TreeMap<>();
    hashes.forEach(
        (cohort, days) -> {
          if (days.lastKey().equals(asOf.day())) {
            standing.put(cohort, standing(days));
          }
        });
    return standing;
  }

  private static StandingDefinition standing(TreeMap<LocalDate, String> days) {
    String hash = days.lastEntry().getValue();
    LocalDate since = days.lastKey();
    for (Map.Entry<LocalDate, String> day : days.descendingMap().entrySet()) {
      if (!day.getValue().equals(hash)) {
        break;
      }
      since = day.getKey();
    }
    return new StandingDefinition(since, Optional.ofNullable(days.lowerKey(days.lastKey())));
  }

  private Row row(
      String cohort, StandingDefinition definition, List<RowReader> before, List<RowReader> now) {
    List<DriftedValue> compared = compare(before, now);
    List<String> moved = moved(compared);
    boolean known = !before.isEmpty();
    return RowWriter.of(DriftColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(SharedColumns.COHORT, cohort)
        .set(DriftColumns.COMPARED_ON, known ? before() : Optional.empty())
        .set(DriftColumns.COMPARED, known ? Long.valueOf(compared.size()) : null)
        .set(DriftColumns.MOVED, known ? Long.valueOf(moved.size()) : null)
        .set(DriftColumns.MOVED_LIST, moved.isEmpty() ? null : moved)
        .set(DriftColumns.DEFINED_ON, definition.since())
        .set(DriftColumns.AGE_DAYS, ChronoUnit.DAYS.between(definition.since(), asOf.day()))
        .set(
            DriftColumns.LOOK_AGAIN,
            (known && definition.isOld()) ? Boolean.valueOf(!moved.isEmpty()) : null)
        .row();
  }

  private static List<DriftedValue> compare(List<RowReader> before, List<RowReader> now) {
    Map<String, RowReader> earlier =
        before.stream().collect(Collectors.toMap(DriftedValue::name, cells -> cells));
    return now.stream()
        .filter(cells -> earlier.containsKey(DriftedValue.name(cells)))
        .map(cells -> DriftedValue.of(earlier.get(DriftedValue.name(cells)), cells))
        .sorted(Comparator.comparingDouble(DriftedValue::pValue).thenComparing(DriftedValue::name))
        .toList();
  }

  private List<String> moved(List<DriftedValue> compared) {
    double[] q =
        FalseDiscovery.qValues(compared.stream().mapToDouble(DriftedValue::pValue).toArray());
    List<String> moved = new ArrayList<>();
    for (int place = 0; place < q.length; place++) {
      if (q[place] <= maxQ) {
        moved.add(compared.get(place).name());
      }
    }
    return moved;
  }
}
