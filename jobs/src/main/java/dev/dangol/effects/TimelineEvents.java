package dev.dangol.effects;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.QualitySettings;
import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.EffectColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.LoyaltySource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Events of all customers by the day, of every source in one set of rows; one pass per source. */
public final class TimelineEvents {
  private static final double MICROS_PER_MINUTE = 60e6;
  private static final double MICROS_PER_DAY = 86_400e6;
  private static final Column NONE = lit(null);
  private static final List<String> ACTIVITIES = List.of("reply", "share", "comment");

  private final AsOf asOf;
  private final QualitySettings quality;
  private final int landmarkDays;

  private TimelineEvents(AsOf asOf, Settings settings) {
    this.asOf = asOf;
    this.quality = settings.quality();
    this.landmarkDays = settings.effects().landmarkDays();
  }

  /**
   * One row per event, in any order.
   *
   * @param days purchase days up to the day, with their net sales
   * @param clean the rows of each configured source
   */
  public static Dataset<Row> of(
      Dataset<Row> days, Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    return new TimelineEvents(asOf, settings).all(days, clean);
  }

  private Dataset<Row> all(Dataset<Row> days, Map<Source, Dataset<Row>> clean) {
    Dataset<Row> all = purchases(days);
    for (Map.Entry<Source, Dataset<Row>> source : clean.entrySet()) {
      all = all.unionByName(of(source.getKey(), source.getValue()));
    }
    return all;
  }

  private static Dataset<Row> purchases(Dataset<Row> days) {
    Column bought = DayColumns.ORDERS.col().gt(0);
    return days.where(bought.or(DayColumns.NET.col().notEqual(0)))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            EffectColumns.EVENT_KIND.is(
                when(bought, lit(TimelineKind.PURCHASE.name()))
                    .otherwise(lit(TimelineKind.CREDIT.name()))),
            EffectColumns.DAY_NUMBER.is(unix_date(DayColumns.COUNTED_ON.col())),
            EffectColumns.AMOUNT.is(MoneyArithmetic.amount(DayColumns.NET.col())),
            EffectColumns.SPAN_DAYS.nullColumn(),
            EffectColumns.MARK.nullColumn());
  }

  private Dataset<Row> of(Source source, Dataset<Row> rows) {
    if (source.equals(Sources.SUPPORT)) {
      return cases(rows);
    }
    if (source.equals(Sources.REVIEWS)) {
      Column rating = ReviewSource.RATING.col().minus(quality.ratingFrom());
      return events(
          rows.where(asOf.isKnown(ReviewSource.REVIEWED_AT)),
          lit(TimelineKind.REVIEW.name()),
          ReviewSource.REVIEWED_AT,
          rating.divide(quality.ratingTo() - quality.ratingFrom()));
    }
    if (source.equals(Sources.ENGAGEMENT)) {
      return events(
          rows.where(asOf.isKnown(EngagementSource.OCCURRED_AT))
              .where(SharedColumns.CUSTOMER_ID.col().isNotNull())
              .where(EngagementSource.EVENT.col().isin(ACTIVITIES.toArray())),
          lit(TimelineKind.ACTIVITY.name()),
          EngagementSource.OCCURRED_AT,
          NONE);
    }
    return ofOthers(source, rows);
  }

  private Dataset<Row> ofOthers(Source source, Dataset<Row> rows) {
    if (source.equals(Sources.SURVEYS)) {
      return timed(rows, TimelineKind.ANSWER, SurveySource.ANSWERED_AT);
    }
    if (source.equals(Sources.LOYALTY)) {
      Dataset<Row> joins = rows.where(LoyaltySource.KIND.col().equalTo("join"));
      return timed(joins, TimelineKind.JOIN, LoyaltySource.OCCURRED_AT);
    }
    if (source.equals(Sources.MESSAGES)) {
      Dataset<Row> promotions = rows.where(MessageSource.PROMOTION_TYPE.col().isNotNull());
      return timed(promotions, TimelineKind.PROMOTION, MessageSource.SENT_AT);
    }
    if (source.equals(Sources.REFERRALS)) {
      Dataset<Row> converted =
          rows.where(asOf.hasHappened(ReferralSource.CONVERTED_AT))
              .where(ReferralSource.REFERRER_ID.col().notEqual(ReferralSource.REFERRED_ID.col()))
              .withColumn(
                  SharedColumns.CUSTOMER_ID.name(),
                  SharedColumns.CUSTOMER_ID.is(ReferralSource.REFERRER_ID.col()));
      return timed(converted, TimelineKind.REFERRAL, ReferralSource.CONVERTED_AT);
    }
    throw new IllegalArgumentException("No events are made of " + source.name());
  }

  private Dataset<Row> timed(Dataset<Row> rows, TimelineKind kind, Field time) {
    return events(rows.where(asOf.hasHappened(time)), lit(kind.name()), time, NONE);
  }

  /** Events; where their source says when the business acted on them, with the days until then. */
  private Dataset<Row> events(Dataset<Row> rows, Column kind, Field time, Column amount) {
    boolean acted = List.of(rows.columns()).contains(SharedColumns.ACTED_ON_AT.name());
    Column span =
        unix_micros(known(SharedColumns.ACTED_ON_AT))
            .minus(unix_micros(time.col()))
            .divide(MICROS_PER_DAY);
    return rows.select(
        SharedColumns.CUSTOMER_ID.col(),
        EffectColumns.EVENT_KIND.is(kind),
        EffectColumns.DAY_NUMBER.is(unix_date(to_date(time.col()))),
        EffectColumns.AMOUNT.is(amount),
        EffectColumns.SPAN_DAYS.is(acted ? span : NONE),
        EffectColumns.MARK.nullColumn());
  }

  /**
   * Cases; one that was opened again after it was resolved, and by the landmark, was not resolved
   * for good. What came after the landmark is not looked at.
   */
  private Dataset<Row> cases(Dataset<Row> rows) {
    Column opened = unix_micros(SupportSource.OPENED_AT.col());
    Column resolved = known(SupportSource.RESOLVED_AT);
    Column reopened = known(SupportSource.REOPENED_AT);
    Column until = opened.plus(landmarkDays * MICROS_PER_DAY);
    Column held = coalesce(resolved.geq(reopened).or(unix_micros(reopened).gt(until)), lit(true));
    Column minutes =
        unix_micros(known(SupportSource.FIRST_REPLY_AT)).minus(opened).divide(MICROS_PER_MINUTE);
    Column span = unix_micros(when(held, resolved)).minus(opened).divide(MICROS_PER_DAY);
    return rows.where(asOf.hasHappened(SupportSource.OPENED_AT))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            EffectColumns.EVENT_KIND.is(
                when(SupportSource.FAULT.col(), lit(TimelineKind.FAULT_CASE.name()))
                    .otherwise(lit(TimelineKind.CASE.name()))),
            EffectColumns.DAY_NUMBER.is(unix_date(to_date(SupportSource.OPENED_AT.col()))),
            EffectColumns.AMOUNT.is(minutes),
            EffectColumns.SPAN_DAYS.is(span),
            EffectColumns.MARK.is(lower(trim(SharedColumns.CHANNEL.col()))));
  }

  private Column known(Field time) {
    return when(asOf.hasHappened(time), time.col());
  }
}
