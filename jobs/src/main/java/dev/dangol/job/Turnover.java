package dev.dangol.job;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.dangol.cohorts.Cohorts;
import dev.dangol.cohorts.Described;
import dev.dangol.cohorts.Membership;
import dev.dangol.cohorts.Moves;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.CohortColumns;
import dev.dangol.table.Columns;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes the cohorts of a day with who came and who left. Where a later day was run already, what
 * it says of its run before is written anew, so that the order of the runs changes nothing.
 */
final class Turnover {
  private final Workday day;
  private final Lake lake;

  Turnover(Workday day) {
    this.day = day;
    this.lake = day.lake();
  }

  /** The members of the day are written already. */
  void write() {
    Set<String> names = day.settings().cohorts().keySet();
    write(day.date(), names);
    for (LocalDate later : new TreeSet<>(days(day.date(), names, Side.AFTER).values())) {
      write(later, on(later));
    }
  }

  private void write(LocalDate date, Set<String> names) {
    Map<String, LocalDate> before = days(date, names, Side.BEFORE);
    Dataset<Row> now = lake.readDay(CohortColumns.COHORT_DAYS, date);
    Cohorts.Members members = new Cohorts.Members(now, members(before));
    AsOf asOf = new AsOf(date, day.settings().timeZone(), day.settings().ingest().known());
    Dataset<Row> features = lake.readDay(Picture.features(day.settings()), date);
    Together.all(
        () ->
            lake.replaceDay(CohortColumns.COHORT_MOVES, moves(members, lastOf(before), asOf), date),
        () ->
            lake.replaceDay(
                CohortColumns.COHORTS, Cohorts.of(members, features, names, asOf), date));
  }

  private Dataset<Row> moves(Cohorts.Members members, LocalDate before, AsOf asOf) {
    Dataset<Row> described =
        Described.of(
            Picture.of(day, asOf.day()),
            List.of(lake.readDay(CohortColumns.CUSTOMER_FIT, asOf.day())));
    Map<String, String> predicates = day.settings().cohorts();
    return Moves.of(
        members,
        new Moves.Reasons(
            lake.readDay(CohortColumns.SCORECARD_REASONS, asOf.day()),
            lake.readDay(CohortColumns.SCORECARD_REASONS, before)),
        described,
        new Moves.Predicates(
            predicates, Membership.columns(described, "cohorts", predicates), asOf));
  }

  /** Members of each cohort on the last day before that it was run. */
  private Dataset<Row> members(Map<String, LocalDate> before) {
    Column which =
        before.entrySet().stream()
            .map(
                cohort ->
                    Columns.COHORT
                        .col()
                        .equalTo(cohort.getKey())
                        .and(Columns.AS_OF.col().equalTo(lit(Date.valueOf(cohort.getValue())))))
            .reduce(lit(false), Column::or);
    return lake.read(CohortColumns.COHORT_DAYS).where(which);
  }

  private Set<String> on(LocalDate date) {
    Set<String> names = new TreeSet<>();
    lake.readDay(CohortColumns.COHORTS, date)
        .select(Columns.COHORT.col())
        .collectAsList()
        .forEach(row -> names.add(row.getString(0)));
    return names;
  }

  private enum Side {
    BEFORE,
    AFTER
  }

  /** The nearest day on one side of the date on which each of the cohorts was run. */
  private Map<String, LocalDate> days(LocalDate date, Set<String> names, Side side) {
    Column other = lit(Date.valueOf(date));
    Column asOf = Columns.AS_OF.col();
    Map<String, LocalDate> days = new TreeMap<>();
    lake.read(CohortColumns.COHORTS)
        .where(side == Side.BEFORE ? asOf.lt(other) : asOf.gt(other))
        .where(Columns.COHORT.col().isInCollection(names))
        .groupBy(Columns.COHORT.col())
        .agg(Columns.AS_OF.is(side == Side.BEFORE ? max(asOf) : min(asOf)))
        .collectAsList()
        .forEach(row -> days.put(row.getString(0), row.getDate(1).toLocalDate()));
    return days;
  }

  /** A day without any rows where there is none. */
  private static LocalDate lastOf(Map<String, LocalDate> days) {
    return days.values().stream().max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
  }
}
