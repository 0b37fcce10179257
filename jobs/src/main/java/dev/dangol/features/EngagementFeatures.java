package dev.dangol.features;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.Engagement;
import dev.dangol.table.EventColumns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a customer does besides buying: looks, opens, clicks, replies, shares, turns away. Events by
 * channel are counted apart from all else, so that the wide rows of the other counts are one per
 * customer.
 */
final class EngagementFeatures {
  private static final Field FIRST_EVENT_ON = EventColumns.FIRST_EVENT_ON;
  private static final Field ON = Field.day("_on", "The day of the event.");
  private static final Field KIND =
      Field.count("_kind", "Which of the kinds it is, counted from 0; null for any other.");

  private EngagementFeatures() {}

  /** What is measured for each known customer with an event; visitors have none. */
  static Family family(List<Integer> windows) {
    List<Measure> measures = new ArrayList<>();
    measures.add(counted(FeatureColumns.EVENTS_LIFETIME, day -> count(lit(1))));
    int number = 0;
    for (Field field : EventColumns.KINDS.keySet()) {
      Column ofKind = KIND.col().equalTo(number++);
      measures.add(counted(field, day -> count_if(ofKind)));
      for (int window : windows) {
        Field recent = EventColumns.kind(field, window);
        measures.add(counted(recent, day -> count_if(ofKind.and(day.within(ON.col(), window)))));
      }
    }
    for (int window : windows) {
      measures.add(
          counted(EventColumns.events(window), day -> count_if(day.within(ON.col(), window))));
      measures.add(counted(EventColumns.activeDays(window), day -> lit(null)));
    }
    for (ActiveDays word : ActiveDays.words(windows)) {
      measures.add(counted(word.field(), day -> word.marked(day.daysSince(ON.col()))));
    }
    Column before = ON.col().lt(FeatureColumns.FIRST_ORDER_ON.col());
    measures.add(event(FeatureColumns.DAYS_SINCE_LAST_EVENT, day -> day.daysSince(max(ON.col()))));
    measures.add(event(FIRST_EVENT_ON, day -> min(ON.col())));
    measures.add(event(EventColumns.TOUCHES_TO_FIRST_ORDER, day -> count_if(before)));
    return new Family(Sources.ENGAGEMENT, measures);
  }

  /** What is measured for each known customer with an event in a known channel. */
  static Family channels(List<Integer> windows) {
    List<Measure> measures = new ArrayList<>();
    measures.add(channels(EventColumns.EVENTS_BY_CHANNEL, FeatureColumns.EVENTS_LIFETIME));
    for (int window : windows) {
      measures.add(channels(EventColumns.eventsByChannel(window), EventColumns.events(window)));
    }
    return new Family(Sources.ENGAGEMENT, measures);
  }

  /** The counts that are not 0, by channel. */
  private static Measure channels(Field field, Field count) {
    Column some = count.col().gt(0);
    Column entry = when(some, struct(Columns.CHANNEL.col(), count.col()));
    Column map = map_from_entries(sort_array(collect_list(entry)));
    return Measure.of(
        field,
        day -> when(count_if(some).gt(0), map),
        Engagement.KNOWN_CUSTOMER_ID,
        Columns.CHANNEL);
  }

  /**
   * One row per known customer with an event, for each family.
   *
   * @param buyers one row per customer with a purchase, with the day of the first
   */
  static List<Dataset<Row>> perCustomer(
      Dataset<Row> engagement, Dataset<Row> buyers, Measuring measuring) {
    Dataset<Row> events =
        engagement
            .where(measuring.asOf().known(Engagement.OCCURRED_AT))
            .where(Engagement.KNOWN_CUSTOMER_ID.col().isNotNull());
    List<Dataset<Row>> told = new ArrayList<>();
    told.add(counted(events, buyers, measuring));
    if (measuring.mapped().has(Sources.ENGAGEMENT, Columns.CHANNEL)) {
      told.add(byChannel(events, measuring));
    }
    return told;
  }

  /** Events meet their customers by hash and in no order: there are far more of them. */
  private static Dataset<Row> counted(
      Dataset<Row> events, Dataset<Row> buyers, Measuring measuring) {
    Dataset<Row> first =
        buyers.select(Columns.CUSTOMER_ID.col(), FeatureColumns.FIRST_ORDER_ON.col());
    Dataset<Row> known =
        events
            .select(
                Columns.CUSTOMER_ID.col(),
                ON.is(to_date(Engagement.OCCURRED_AT.col())),
                KIND.is(kind()))
            .join(first.hint("shuffle_hash"), Columns.CUSTOMER_ID.name());
    Dataset<Row> customers =
        family(measuring.windows()).aggregated(known.groupBy(Columns.CUSTOMER_ID.col()), measuring);
    return ActiveDays.counted(customers, measuring.windows());
  }

  /** No event is of two kinds. */
  private static Column kind() {
    Column kind = lit(null);
    int number = 0;
    for (List<String> names : EventColumns.KINDS.values()) {
      kind = when(Engagement.EVENT.col().isin(names.toArray()), lit(number++)).otherwise(kind);
    }
    return kind;
  }

  /** A customer has one row a channel, so that each is there once. */
  private static Dataset<Row> byChannel(Dataset<Row> events, Measuring measuring) {
    Column on = to_date(Engagement.OCCURRED_AT.col());
    Column[] recent =
        measuring.windows().stream()
            .map(
                window ->
                    EventColumns.events(window).is(count_if(measuring.asOf().within(on, window))))
            .toArray(Column[]::new);
    Dataset<Row> channels =
        events
            .where(Columns.CHANNEL.col().isNotNull())
            .groupBy(Columns.CUSTOMER_ID.col(), Columns.CHANNEL.col())
            .agg(FeatureColumns.EVENTS_LIFETIME.is(count(lit(1))), recent);
    return channels(measuring.windows())
        .aggregated(channels.groupBy(Columns.CUSTOMER_ID.col()), measuring);
  }

  private static Measure counted(Field field, Function<AsOf, Column> value) {
    return Measure.counted(field, value, Engagement.KNOWN_CUSTOMER_ID);
  }

  private static Measure event(Field field, Function<AsOf, Column> value) {
    return Measure.of(field, value, Engagement.KNOWN_CUSTOMER_ID);
  }
}
