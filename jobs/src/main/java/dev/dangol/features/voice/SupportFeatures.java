package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.ContactColumns;
import dev.dangol.features.measure.ExactQuotient;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.features.satisfaction.ServiceExperience;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Features of a customer's support cases: replies in time, resolution, faults, effort. */
public final class SupportFeatures {
  /** Sums of decimals are the same in any order; sums of doubles are not. */
  private static final DataType EXACT = DataTypes.createDecimalType(18, 6);

  private SupportFeatures() {}

  /**
   * The measures of each customer with a case.
   *
   * @param replyHours the hours within which a first reply is in time
   */
  public static FeatureFamily family(int replyHours, List<Integer> windows) {
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(FeatureMeasure.countOf(TalkColumns.CASES_LIFETIME, day -> count(lit(1))));
    measures.add(
        FeatureMeasure.of(
            TalkColumns.REPLIES_IN_TIME_SHARE,
            day -> inTime(day, replyHours),
            SupportSource.FIRST_REPLY_AT));
    measures.add(
        FeatureMeasure.of(
            TalkColumns.RESOLVED_SHARE,
            day -> ExactQuotient.of(count_if(isResolved(day)), count(lit(1))),
            SupportSource.RESOLVED_AT));
    measures.add(
        FeatureMeasure.countOf(
            TalkColumns.REOPENED_LIFETIME,
            day -> count_if(day.hasHappened(SupportSource.REOPENED_AT)),
            SupportSource.REOPENED_AT));
    measures.addAll(burden());
    Column opened = to_date(SupportSource.OPENED_AT.col());
    measures.addAll(days(unix_date(opened)));
    for (int window : windows) {
      measures.add(
          FeatureMeasure.countOf(
              TalkColumns.cases(window), day -> count_if(day.within(opened, window))));
    }
    return new FeatureFamily(Sources.SUPPORT, measures);
  }

  /** Days on which cases were opened, and those of which were resolved for good. */
  private static List<FeatureMeasure> days(Column opened) {
    return List.of(
        FeatureMeasure.of(ContactColumns.OPENED_ON, day -> collect_set(opened)),
        FeatureMeasure.of(
            ContactColumns.SOLVED_ON,
            day -> collect_set(when(isResolved(day), opened)),
            SupportSource.RESOLVED_AT));
  }

  /** Faults, and the minutes and money that cases took. */
  private static List<FeatureMeasure> burden() {
    Column fault = SupportSource.FAULT.col();
    return List.of(
        FeatureMeasure.of(
            TalkColumns.FAULT_SHARE,
            day -> ExactQuotient.of(count_if(fault), count(fault)),
            SupportSource.FAULT),
        FeatureMeasure.countOf(
            TalkColumns.HANDLING_MINUTES_LIFETIME,
            day -> sum(SupportSource.HANDLING_MINUTES.col().cast(EXACT)),
            SupportSource.HANDLING_MINUTES),
        FeatureMeasure.countOf(
            TalkColumns.SUPPORT_COST_LIFETIME,
            day -> sum(SharedColumns.COST_AMOUNT.col()),
            SharedColumns.COST_AMOUNT));
  }

  /** A case still within its time, without a reply, says nothing yet. */
  private static Column inTime(AsOf asOf, int hours) {
    Column due = ServiceExperience.due(hours);
    Column replied = coalesce(asOf.hasHappened(SupportSource.FIRST_REPLY_AT), lit(false));
    Column over = due.lt(lit(asOf.end()));
    Column met = replied.and(SupportSource.FIRST_REPLY_AT.col().leq(due));
    return ExactQuotient.of(count_if(met), count_if(replied.or(over)));
  }

  private static Column isResolved(AsOf asOf) {
    Column again =
        asOf.hasHappened(SupportSource.REOPENED_AT)
            .and(SupportSource.REOPENED_AT.col().gt(SupportSource.RESOLVED_AT.col()));
    return asOf.hasHappened(SupportSource.RESOLVED_AT)
        .and(coalesce(again, lit(false)).equalTo(false));
  }
}
