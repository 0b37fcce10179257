package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.Sources;
import dev.dangol.table.Support;
import dev.dangol.table.TalkColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a customer needed help with, and how he was helped. */
final class SupportFeatures {
  /** Sums of decimals are the same in any order; sums of doubles are not. */
  private static final DataType EXACT = DataTypes.createDecimalType(18, 6);

  private SupportFeatures() {}

  /**
   * What is measured for each customer with a case.
   *
   * @param replyHours within how many hours a first reply is in time
   */
  static Family family(int replyHours, List<Integer> windows) {
    List<Measure> measures = new ArrayList<>();
    measures.add(Measure.counted(TalkColumns.CASES_LIFETIME, day -> count(lit(1))));
    measures.add(
        Measure.of(
            TalkColumns.REPLIES_IN_TIME_SHARE,
            day -> inTime(day, replyHours),
            Support.FIRST_REPLY_AT));
    measures.add(
        Measure.of(
            TalkColumns.RESOLVED_SHARE,
            day -> Quotient.of(count_if(resolved(day)), count(lit(1))),
            Support.RESOLVED_AT));
    measures.add(
        Measure.counted(
            TalkColumns.REOPENED_LIFETIME,
            day -> count_if(day.happened(Support.REOPENED_AT)),
            Support.REOPENED_AT));
    measures.add(
        Measure.of(
            TalkColumns.FAULT_SHARE,
            day -> Quotient.of(count_if(Support.FAULT.col()), count(Support.FAULT.col())),
            Support.FAULT));
    measures.add(
        Measure.counted(
            TalkColumns.HANDLING_MINUTES_LIFETIME,
            day -> sum(Support.HANDLING_MINUTES.col().cast(EXACT)),
            Support.HANDLING_MINUTES));
    measures.add(
        Measure.counted(
            TalkColumns.SUPPORT_COST_LIFETIME,
            day -> sum(Columns.COST_AMOUNT.col()),
            Columns.COST_AMOUNT));
    Column opened = to_date(Support.OPENED_AT.col());
    for (int window : windows) {
      measures.add(
          Measure.counted(TalkColumns.cases(window), day -> count_if(day.within(opened, window))));
    }
    return new Family(Sources.SUPPORT, measures);
  }

  /** A case still within its time, without a reply, says nothing yet. */
  private static Column inTime(AsOf day, int hours) {
    Column due = ServiceExperience.due(hours);
    Column replied = coalesce(day.happened(Support.FIRST_REPLY_AT), lit(false));
    Column over = due.lt(lit(day.end()));
    Column met = replied.and(Support.FIRST_REPLY_AT.col().leq(due));
    return Quotient.of(count_if(met), count_if(replied.or(over)));
  }

  private static Column resolved(AsOf day) {
    Column again =
        day.happened(Support.REOPENED_AT)
            .and(Support.REOPENED_AT.col().gt(Support.RESOLVED_AT.col()));
    return day.happened(Support.RESOLVED_AT).and(coalesce(again, lit(false)).equalTo(false));
  }
}
