package dev.dangol.job;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.dangol.cohorts.Card;
import dev.dangol.cohorts.CardFit;
import dev.dangol.cohorts.Cohorts;
import dev.dangol.cohorts.CustomerFit;
import dev.dangol.cohorts.Described;
import dev.dangol.cohorts.Membership;
import dev.dangol.cohorts.Scorecard;
import dev.dangol.cohorts.Spells;
import dev.dangol.config.ScorecardSettings;
import dev.dangol.store.Lake;
import dev.dangol.table.CohortColumns;
import dev.dangol.table.Columns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.ScorecardColumns;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scores every customer and says who belongs to which cohort, since when. */
public final class CohortsJob implements Job {
  @Override
  public String name() {
    return "cohorts";
  }

  @Override
  public String after() {
    return "segments";
  }

  @Override
  public void run(Workday day) {
    Lake lake = day.lake();
    Dataset<Row> customers = Picture.of(day);
    Card card = CardFit.of(customers, day.settings().scorecard());
    lake.replaceDay(
        ScorecardColumns.SCORECARD,
        CardRows.of(day, Map.of(ScorecardSettings.MAIN, card)),
        day.date());
    lake.replaceDay(
        RunColumns.NOT_MEASURED,
        NotMeasuredRows.renewed(
            day, List.of(CohortColumns.SCORECARD_REASONS.name()), CardRows.notMeasured(day, card)),
        day.date());
    lake.replaceDay(
        CohortColumns.SCORECARD_REASONS, Scorecard.reasons(customers, card), day.date());
    lake.replaceDay(CohortColumns.CUSTOMER_FIT, CustomerFit.of(customers, card), day.date());
    lake.replaceDay(CohortColumns.COHORT_DAYS, members(day, customers), day.date());
    lake.replaceDay(CohortColumns.COHORTS, cohorts(day, customers), day.date());
    lake.replaceAll(
        CohortColumns.COHORT_MEMBERS,
        Spells.of(lake.read(CohortColumns.COHORT_DAYS), lake.read(CohortColumns.COHORTS)));
  }

  private static Dataset<Row> members(Workday day, Dataset<Row> customers) {
    Dataset<Row> fit = day.lake().readDay(CohortColumns.CUSTOMER_FIT, day.date());
    return Membership.of(Described.of(customers, List.of(fit)), day.settings().cohorts());
  }

  private static Dataset<Row> cohorts(Workday day, Dataset<Row> features) {
    Set<String> names = day.settings().cohorts().keySet();
    Lake lake = day.lake();
    Dataset<Row> now = lake.readDay(CohortColumns.COHORT_DAYS, day.date());
    Dataset<Row> before = lake.readDay(CohortColumns.COHORT_DAYS, dayBefore(day));
    Dataset<Row> named = before.where(Columns.COHORT.col().isInCollection(names));
    return Cohorts.of(new Cohorts.Members(now, named), features, names, day.asOf());
  }

  /** The day of the run before; a day without any rows where there was none. */
  private static LocalDate dayBefore(Workday day) {
    Row row =
        day.lake()
            .read(CohortColumns.COHORTS)
            .where(Columns.AS_OF.col().lt(lit(Date.valueOf(day.date()))))
            .agg(max(Columns.AS_OF.col()))
            .head();
    return row.isNullAt(0) ? LocalDate.EPOCH : row.getDate(0).toLocalDate();
  }
}
