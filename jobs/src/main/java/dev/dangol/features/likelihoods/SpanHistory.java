package dev.dangol.features.likelihoods;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.ReviewSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Histories of customers as of several observation days at once. Each source is read once, and
 * every day is a sum under its own condition.
 *
 * @param cuts the observation days
 * @param asOf the day by which rows are known
 * @param spanDays how long a span is
 */
record SpanHistory(List<AsOf> cuts, AsOf asOf, int spanDays) {
  private static final Field DAY = Field.day("_day", "The day of a row.");
  private static final Field SHARED = Field.flag("_shared", "True for a share event.");

  /** One row per customer with a purchase. */
  Dataset<Row> purchases(Dataset<Row> days) {
    Column day = DayColumns.COUNTED_ON.col();
    Column bought = DayColumns.ORDERS.col().gt(0);
    Column gross = DayColumns.GROSS.col();
    Column net = DayColumns.NET.col();
    Map<Field, Function<SpanWindow, Column>> measures = new LinkedHashMap<>();
    measures.put(SpanColumns.FIRST_ON, at -> min(when(bought.and(at.isPast(day)), day)));
    measures.put(SpanColumns.LAST_ON, at -> max(when(bought.and(at.isPast(day)), day)));
    measures.put(SpanColumns.BUY_DAYS, at -> count_if(bought.and(at.isPast(day))));
    measures.put(SpanColumns.ORDERS_LAST, at -> sum(when(at.isLast(day), DayColumns.ORDERS.col())));
    measures.put(
        SpanColumns.ORDERS_BEFORE, at -> sum(when(at.isBefore(day), DayColumns.ORDERS.col())));
    measures.put(SpanColumns.GROSS, at -> sum(when(at.isPast(day), gross)));
    measures.put(SpanColumns.GROSS_LAST, at -> sum(when(at.isLast(day), gross)));
    measures.put(SpanColumns.GROSS_BEFORE, at -> sum(when(at.isBefore(day), gross)));
    measures.put(SpanColumns.NET_LAST, at -> sum(when(at.isLast(day), net)));
    measures.put(SpanColumns.NET_NEXT, at -> sum(when(at.isNext(day), net)));
    return aggregate(days, SharedColumns.CUSTOMER_ID.col(), measures)
        .where(SpanColumns.at(SpanColumns.FIRST_ON, cuts.indexOf(asOf)).col().isNotNull());
  }

  /** One row per customer with a review; of ratings at one moment the lowest is the latest. */
  Dataset<Row> reviews(Dataset<Row> reviews) {
    Column day = to_date(ReviewSource.REVIEWED_AT.col());
    Column rating = ReviewSource.RATING.col();
    Column at = ReviewSource.REVIEWED_AT.col();
    Column helpful = coalesce(ReviewSource.HELPFUL_VOTES.col().gt(0), lit(false));
    Column exact = rating.cast("decimal(18,9)");
    Column latest = struct(at, negate(rating).as(SpanColumns.LATEST_RATING.name()));
    Column next = struct(at, rating);
    Map<Field, Function<SpanWindow, Column>> measures = new LinkedHashMap<>();
    measures.put(SpanColumns.REVIEWS, cut -> count_if(cut.isPast(day)));
    measures.put(SpanColumns.REVIEWS_LAST, cut -> count_if(cut.isLast(day)));
    measures.put(SpanColumns.RATINGS, cut -> sum(when(cut.isPast(day), exact)));
    measures.put(SpanColumns.LATEST_RATING, cut -> max_by(rating, when(cut.isPast(day), latest)));
    measures.put(SpanColumns.NEXT_RATING, cut -> min_by(rating, when(cut.isNext(day), next)));
    measures.put(SpanColumns.HELPFUL, cut -> count_if(cut.isPast(day).and(helpful)));
    measures.put(SpanColumns.HELPFUL_NEXT, cut -> count_if(cut.isNext(day).and(helpful)));
    return aggregate(
        reviews.where(asOf.isKnown(ReviewSource.REVIEWED_AT)),
        SharedColumns.CUSTOMER_ID.col(),
        measures);
  }

  /** One row per known customer with an event. */
  Dataset<Row> events(Dataset<Row> engagement) {
    Object[] shares = EventColumns.KINDS.get(FeatureColumns.SHARES_LIFETIME).toArray();
    Dataset<Row> events =
        engagement
            .where(asOf.isKnown(EngagementSource.OCCURRED_AT))
            .where(EngagementSource.KNOWN_CUSTOMER_ID.col().isNotNull())
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                DAY.is(to_date(EngagementSource.OCCURRED_AT.col())),
                SHARED.is(EngagementSource.EVENT.col().isin(shares)));
    Column day = DAY.col();
    Map<Field, Function<SpanWindow, Column>> measures = new LinkedHashMap<>();
    measures.put(SpanColumns.EVENTS_LAST, at -> count_if(at.isLast(day)));
    measures.put(SpanColumns.SHARES, at -> count_if(SHARED.col().and(at.isPast(day))));
    measures.put(SpanColumns.SHARES_LAST, at -> count_if(SHARED.col().and(at.isLast(day))));
    measures.put(SpanColumns.SHARES_NEXT, at -> count_if(SHARED.col().and(at.isNext(day))));
    return aggregate(events, SharedColumns.CUSTOMER_ID.col(), measures);
  }

  /** One row per customer who referred another person. */
  Dataset<Row> referrals(Dataset<Row> referrals) {
    Column day = to_date(ReferralSource.REFERRED_AT.col());
    Map<Field, Function<SpanWindow, Column>> measures = new LinkedHashMap<>();
    measures.put(SpanColumns.REFERRALS, at -> count_if(at.isPast(day)));
    measures.put(SpanColumns.REFERRALS_LAST, at -> count_if(at.isLast(day)));
    measures.put(SpanColumns.REFERRALS_NEXT, at -> count_if(at.isNext(day)));
    Column referrer = ReferralSource.REFERRER_ID.col();
    return aggregate(
        referrals
            .where(asOf.hasHappened(ReferralSource.REFERRED_AT))
            .where(referrer.notEqual(ReferralSource.REFERRED_ID.col())),
        SharedColumns.CUSTOMER_ID.is(referrer),
        measures);
  }

  /** One row per customer, from their experience. */
  Dataset<Row> strikes(Dataset<Row> experience) {
    List<Column> columns = new ArrayList<>(List.of(SharedColumns.CUSTOMER_ID.col()));
    for (int place = 0; place < cuts.size(); place++) {
      SpanWindow at = new SpanWindow(cuts.get(place), spanDays);
      columns.add(SpanColumns.at(SpanColumns.STRIKES, place).is(strikes(at::isPast)));
      columns.add(SpanColumns.at(SpanColumns.STRIKES_LAST, place).is(strikes(at::isLast)));
      columns.add(SpanColumns.at(SpanColumns.STRIKES_NEXT, place).is(strikes(at::isNext)));
    }
    return experience.select(columns.toArray(Column[]::new));
  }

  private static Column strikes(Function<Column, Column> when) {
    String on = ExperienceColumns.STRIKE_ON.name();
    return size(filter(ExperienceColumns.STRIKES.col(), strike -> when.apply(strike.getField(on))));
  }

  private Dataset<Row> aggregate(
      Dataset<Row> rows, Column customer, Map<Field, Function<SpanWindow, Column>> measures) {
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < cuts.size(); place++) {
      SpanWindow window = new SpanWindow(cuts.get(place), spanDays);
      int number = place;
      measures.forEach(
          (field, value) -> columns.add(SpanColumns.at(field, number).is(value.apply(window))));
    }
    return rows.groupBy(customer)
        .agg(columns.get(0), columns.stream().skip(1).toArray(Column[]::new));
  }
}
