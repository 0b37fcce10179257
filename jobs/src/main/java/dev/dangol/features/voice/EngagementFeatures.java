package dev.dangol.features.voice;

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

import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.features.purchases.ActiveDays;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Engagement features: what a customer does besides buying, from product views to unsubscribes.
 * Events by channel are counted apart from all else, so that the wide rows of the other counts are
 * one per customer.
 */
public final class EngagementFeatures {
  private static final Field FIRST_EVENT_ON = EventColumns.FIRST_EVENT_ON;
  private static final Field ON = Field.day("_on", "The day of the event.");
  private static final Field KIND =
      Field.count("_kind", "The index of its kind, counted from 0; null for any other.");

  private EngagementFeatures() {}

  /** The measures of each known customer with an event; visitors have none. */
  public static FeatureFamily family(List<Integer> windows) {
    List<FeatureMeasure> measures = new ArrayList<>();
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
      measures.add(counted(word.field(), day -> word.mark(day.daysSince(ON.col()))));
    }
    Column before = ON.col().lt(FeatureColumns.FIRST_ORDER_ON.col());
    measures.add(event(FeatureColumns.DAYS_SINCE_LAST_EVENT, day -> day.daysSince(max(ON.col()))));
    measures.add(event(FIRST_EVENT_ON, day -> min(ON.col())));
    measures.add(event(EventColumns.TOUCHES_TO_FIRST_ORDER, day -> count_if(before)));
    return new FeatureFamily(Sources.ENGAGEMENT, measures);
  }

  /** The measures of each known customer with an event in a known channel. */
  public static FeatureFamily channels(List<Integer> windows) {
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(channels(EventColumns.EVENTS_BY_CHANNEL, FeatureColumns.EVENTS_LIFETIME));
    for (int window : windows) {
      measures.add(channels(EventColumns.eventsByChannel(window), EventColumns.events(window)));
    }
    return new FeatureFamily(Sources.ENGAGEMENT, measures);
  }

  /** The counts that are not 0, by channel. */
  private static FeatureMeasure channels(Field field, Field count) {
    Column some = count.col().gt(0);
    Column entry = when(some, struct(SharedColumns.CHANNEL.col(), count.col()));
    Column map = map_from_entries(sort_array(collect_list(entry)));
    return FeatureMeasure.of(
        field,
        day -> when(count_if(some).gt(0), map),
        EngagementSource.KNOWN_CUSTOMER_ID,
        SharedColumns.CHANNEL);
  }

  /**
   * One row per known customer with an event, for each family.
   *
   * @param buyers one row per customer with a purchase, with the day of the first
   */
  public static List<Dataset<Row>> perCustomer(
      Dataset<Row> engagement, Dataset<Row> buyers, FeatureContext measuring) {
    Dataset<Row> events =
        engagement
            .where(measuring.asOf().isKnown(EngagementSource.OCCURRED_AT))
            .where(EngagementSource.KNOWN_CUSTOMER_ID.col().isNotNull());
    List<Dataset<Row>> measures = new ArrayList<>();
    measures.add(counted(events, buyers, measuring));
    if (measuring.mapped().has(Sources.ENGAGEMENT, SharedColumns.CHANNEL)) {
      measures.add(byChannel(events, measuring));
    }
    return measures;
  }

  /** Events are joined to their customers by hash, without a sort: there are far more of them. */
  private static Dataset<Row> counted(
      Dataset<Row> events, Dataset<Row> buyers, FeatureContext measuring) {
    Dataset<Row> first =
        buyers.select(SharedColumns.CUSTOMER_ID.col(), FeatureColumns.FIRST_ORDER_ON.col());
    Dataset<Row> known =
        events
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                ON.is(to_date(EngagementSource.OCCURRED_AT.col())),
                KIND.is(kind()))
            .join(first.hint("shuffle_hash"), SharedColumns.CUSTOMER_ID.name());
    Dataset<Row> customers =
        family(measuring.windows())
            .aggregate(known.groupBy(SharedColumns.CUSTOMER_ID.col()), measuring);
    return ActiveDays.count(customers, measuring.windows());
  }

  /** No event is of two kinds. */
  private static Column kind() {
    Column kind = lit(null);
    int number = 0;
    for (List<String> names : EventColumns.KINDS.values()) {
      kind =
          when(EngagementSource.EVENT.col().isin(names.toArray()), lit(number++)).otherwise(kind);
    }
    return kind;
  }

  /** A customer has one row a channel, so that each is there once. */
  private static Dataset<Row> byChannel(Dataset<Row> events, FeatureContext measuring) {
    Column on = to_date(EngagementSource.OCCURRED_AT.col());
    Column[] recent =
        measuring.windows().stream()
            .map(
                window ->
                    EventColumns.events(window).is(count_if(measuring.asOf().within(on, window))))
            .toArray(Column[]::new);
    Dataset<Row> channels =
        events
            .where(SharedColumns.CHANNEL.col().isNotNull())
            .groupBy(SharedColumns.CUSTOMER_ID.col(), SharedColumns.CHANNEL.col())
            .agg(FeatureColumns.EVENTS_LIFETIME.is(count(lit(1))), recent);
    return channels(measuring.windows())
        .aggregate(channels.groupBy(SharedColumns.CUSTOMER_ID.col()), measuring);
  }

  private static FeatureMeasure counted(Field field, Function<AsOf, Column> value) {
    return FeatureMeasure.countOf(field, value, EngagementSource.KNOWN_CUSTOMER_ID);
  }

  private static FeatureMeasure event(Field field, Function<AsOf, Column> value) {
    return FeatureMeasure.of(field, value, EngagementSource.KNOWN_CUSTOMER_ID);
  }
}
