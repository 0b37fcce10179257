package dev.dangol.experience;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.grouping;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CaseTimeColumns;
import dev.dangol.table.results.VoiceColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Times until cases were resolved for good, by channel and theme. */
record CaseTimes() implements CustomerMeasure {
  static final String MEASURE = "case_times";
  private static final Field DAYS = Field.number("_days", "Days until it was resolved, or null.");

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    for (ExperienceEvent event : customer.of(ExperienceKind.CASE)) {
      facts.row(
          FactKey.of(MEASURE, event.mark(), event.category(), event.about().id()),
          Math.max(0, event.figure()));
    }
  }

  /** The rows of {@code case_times}: all, by channel, by theme, and by both. */
  static Dataset<Row> rows(FactTable facts, AsOf asOf) {
    return facts
        .of(MEASURE)
        .select(
            FactTable.part(CaseTimeColumns.CHANNEL, 0),
            FactTable.part(CaseTimeColumns.THEME, 1),
            DAYS.is(FactTable.figure(0)))
        .cube(CaseTimeColumns.CHANNEL.col(), CaseTimeColumns.THEME.col())
        .agg(
            CaseTimeColumns.OF_ALL_CHANNELS.is(grouping(CaseTimeColumns.CHANNEL.col())),
            CaseTimeColumns.OF_ALL_THEMES.is(grouping(CaseTimeColumns.THEME.col())),
            CaseTimeColumns.CASES.is(count(lit(1))),
            CaseTimeColumns.RESOLVED_CASES.is(count(DAYS.col())),
            CaseTimeColumns.MEDIAN_DAYS.is(percentile(DAYS.col(), lit(0.5))),
            CaseTimeColumns.P90_DAYS.is(percentile(DAYS.col(), lit(0.9))))
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            CaseTimeColumns.CHANNEL.is(
                named(CaseTimeColumns.OF_ALL_CHANNELS, CaseTimeColumns.CHANNEL)),
            CaseTimeColumns.THEME.is(named(CaseTimeColumns.OF_ALL_THEMES, CaseTimeColumns.THEME)),
            CaseTimeColumns.CASES.col(),
            CaseTimeColumns.RESOLVED_CASES.col(),
            CaseTimeColumns.RESOLVED_SHARE.is(
                CaseTimeColumns.RESOLVED_CASES.col().divide(CaseTimeColumns.CASES.col())),
            CaseTimeColumns.MEDIAN_DAYS.col(),
            CaseTimeColumns.P90_DAYS.col());
  }

  private static Column named(Field all, Field own) {
    return when(all.col().equalTo(1), lit(VoiceColumns.ALL)).otherwise(own.col());
  }
}
