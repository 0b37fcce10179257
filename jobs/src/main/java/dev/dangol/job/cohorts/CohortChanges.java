package dev.dangol.job.cohorts;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.dangol.cohorts.CohortTotals;
import dev.dangol.cohorts.Membership;
import dev.dangol.cohorts.MembershipChanges;
import dev.dangol.job.JobContext;
import dev.dangol.job.ParallelTasks;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes cohort memberships of a day with their entries and exits. Where a later day was run
 * already, its changes since the run before it are written anew, so that the order of the runs does
 * not matter.
 */
final class CohortChanges {
  private final JobContext day;
  private final Lake lake;
  private final CohortDefinitions definitions;

  CohortChanges(JobContext day) {
    this.day = day;
    this.lake = day.lake();
    this.definitions = new CohortDefinitions(lake, day.settings(), day.asOf().day());
  }

  /** Writes the changes; the members of the day must be written already. */
  void write() {
    Set<String> names = day.settings().cohorts().keySet();
    write(day.asOf(), names);
    for (LocalDate date : new TreeSet<>(days(day.asOf(), names, MembershipSide.AFTER).values())) {
      AsOf later = day.asOf().on(date);
      write(later, on(later));
    }
  }

  private void write(AsOf asOf, Set<String> names) {
    Map<String, LocalDate> before = days(asOf, names, MembershipSide.BEFORE);
    Dataset<Row> now = lake.readDay(CohortColumns.COHORT_DAYS, asOf);
    CohortTotals.CohortMemberships members =
        new CohortTotals.CohortMemberships(now, members(before));
    Dataset<Row> features = lake.readDay(AttributeTables.features(day.settings()), asOf);
    ParallelTasks.all(
        () -> definitions.write(asOf, before),
        () -> lake.replaceDay(CohortColumns.COHORT_MOVES, moves(members, before, asOf), asOf),
        () ->
            lake.replaceDay(
                CohortColumns.COHORTS, CohortTotals.of(members, features, names, asOf), asOf));
  }

  private Dataset<Row> moves(
      CohortTotals.CohortMemberships members, Map<String, LocalDate> before, AsOf asOf) {
    Dataset<Row> described = AttributeTables.fitted(day, asOf, definitions.replaced(asOf, before));
    Map<String, String> predicates = day.settings().cohorts();
    return MembershipChanges.of(
        members,
        new MembershipChanges.CriterionReasons(
            lake.readDay(CohortColumns.SCORECARD_REASONS, asOf),
            lake.readDay(CohortColumns.SCORECARD_REASONS, lastOf(before))),
        described,
        new MembershipChanges.CohortPredicates(
            predicates,
            Membership.columns(described, "cohorts", predicates),
            definitions.former(asOf, before, described),
            asOf));
  }

  /** Members of each cohort on the last day before that it was run. */
  private Dataset<Row> members(Map<String, LocalDate> before) {
    Column which =
        before.entrySet().stream()
            .map(
                cohort ->
                    SharedColumns.COHORT
                        .col()
                        .equalTo(cohort.getKey())
                        .and(
                            SharedColumns.AS_OF
                                .col()
                                .equalTo(lit(Date.valueOf(cohort.getValue())))))
            .reduce(lit(false), Column::or);
    return lake.read(CohortColumns.COHORT_DAYS).where(which);
  }

  private Set<String> on(AsOf asOf) {
    Set<String> names = new TreeSet<>();
    lake.readDay(CohortColumns.COHORTS, asOf)
        .select(SharedColumns.COHORT.col())
        .collectAsList()
        .forEach(row -> names.add(cohort(new RowReader(row))));
    return names;
  }

  private enum MembershipSide {
    BEFORE,
    AFTER
  }

  /** The nearest day on one side of a day on which each of the cohorts was run. */
  private Map<String, LocalDate> days(AsOf described, Set<String> names, MembershipSide side) {
    Column other = described.column();
    Column asOf = SharedColumns.AS_OF.col();
    Map<String, LocalDate> days = new TreeMap<>();
    lake
        .read(CohortColumns.COHORTS)
        .where(side == MembershipSide.BEFORE ? asOf.lt(other) : asOf.gt(other))
        .where(SharedColumns.COHORT.col().isInCollection(names))
        .groupBy(SharedColumns.COHORT.col())
        .agg(SharedColumns.AS_OF.is(side == MembershipSide.BEFORE ? max(asOf) : min(asOf)))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(cells -> days.put(cohort(cells), cells.day(SharedColumns.AS_OF).orElseThrow()));
    return days;
  }

  private static String cohort(RowReader cells) {
    return cells.text(SharedColumns.COHORT).orElseThrow();
  }

  /** A day without any rows where there is none. */
  private AsOf lastOf(Map<String, LocalDate> days) {
    return day.asOf().on(days.values().stream().max(LocalDate::compareTo).orElse(LocalDate.EPOCH));
  }
}
