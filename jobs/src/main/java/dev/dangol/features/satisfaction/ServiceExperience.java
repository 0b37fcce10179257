package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.ExactSums;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import java.time.Duration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Service experience of a customer: their support cases and surveys, as known on the day. */
public final class ServiceExperience {
  private ServiceExperience() {}

  /**
   * One row per customer with a support case. A reply that comes later than the hours allow, or has
   * not come when they are over, is missed on the day on which they are over.
   */
  static Dataset<Row> cases(Dataset<Row> support, AsOf asOf, int replyHours, MappedColumns mapped) {
    Column due = due(replyHours);
    Column replied = SupportSource.FIRST_REPLY_AT.col();
    Column missed = due.lt(lit(asOf.end())).and(replied.isNull().or(replied.gt(due)));
    boolean replies = mapped.has(Sources.SUPPORT, SupportSource.FIRST_REPLY_AT);
    Column reopened =
        when(asOf.hasHappened(SupportSource.REOPENED_AT), SupportSource.REOPENED_AT.col());
    Column fault = coalesce(SupportSource.FAULT.col(), lit(false));
    return support
        .where(asOf.hasHappened(SupportSource.OPENED_AT))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            ExperienceColumns.FAULT_CASES.is(count_if(fault)),
            ExperienceColumns.FAULTS_ON.is(
                collect_set(when(fault, to_date(SupportSource.OPENED_AT.col())))),
            ExperienceColumns.MISSED_ON.is(
                replies ? collect_set(when(missed, to_date(due))) : lit(null)),
            ExperienceColumns.REOPENED_ON.is(collect_set(to_date(reopened))));
  }

  /**
   * The last moment for a first reply. Hours are added as they pass: an interval of 24 of them
   * would be a day to Spark, of 23 or 25 where the clock changes.
   */
  public static Column due(int replyHours) {
    long micros = Duration.ofHours(replyHours).toNanos() / 1000;
    return timestamp_micros(unix_micros(SupportSource.OPENED_AT.col()).plus(micros));
  }

  /** One row per customer with an answer. */
  static Dataset<Row> answers(Dataset<Row> surveys, AsOf asOf) {
    Column answer =
        ExactSums.scale(
            SurveySource.SCORE.col(), SurveySource.SCALE_MIN.col(), SurveySource.SCALE_MAX.col());
    return surveys
        .where(asOf.hasHappened(SurveySource.ANSWERED_AT))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(SatisfactionColumns.SURVEY.is(avg(ExactSums.of(answer))));
  }
}
