package dev.dangol.features;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a customer does besides buying: looks, opens, clicks, replies, shares, turns away. Events
 * are added up by customer and channel, and those of a customer's channels then.
 */
final class EngagementFeatures {
  private static final Column DAY = to_date(Engagement.OCCURRED_AT.col());
  private static final Field FIRST_EVENT_ON = EventColumns.FIRST_EVENT_ON;

  private EngagementFeatures() {}

  /** What is measured for each known customer with an event; visitors have none. */
  static Family family(List<Integer> windows) {
    List<Measure> measures = new ArrayList<>();
    measures.add(counted(FeatureColumns.EVENTS_LIFETIME, day -> count(lit(1))));
    EventColumns.KINDS.forEach(
        (field, kinds) -> {
          Column ofKind = Engagement.EVENT.col().isin(kinds.toArray());
          measures.add(counted(field, day -> count_if(ofKind)));
          for (int window : windows) {
            measures.add(
                counted(
                    EventColumns.kind(field, window),
                    day -> count_if(ofKind.and(day.within(DAY, window)))));
          }
        });
    for (int window : windows) {
      measures.add(counted(EventColumns.events(window), day -> count_if(day.within(DAY, window))));
      measures.add(counted(EventColumns.activeDays(window), day -> lit(null)));
    }
    for (ActiveDays word : ActiveDays.words(windows)) {
      measures.add(counted(word.field(), day -> word.marked(day.daysSince(DAY))));
    }
    Column before = DAY.lt(FeatureColumns.FIRST_ORDER_ON.col());
    measures.add(event(FeatureColumns.DAYS_SINCE_LAST_EVENT, day -> day.daysSince(max(DAY))));
    measures.add(event(FIRST_EVENT_ON, day -> min(DAY)));
    measures.add(event(EventColumns.TOUCHES_TO_FIRST_ORDER, day -> count_if(before)));
    measures.add(
        Measure.of(
            EventColumns.EVENTS_BY_CHANNEL,
            day -> lit(null),
            Engagement.KNOWN_CUSTOMER_ID,
            Columns.CHANNEL));
    return new Family(Sources.ENGAGEMENT, measures);
  }

  /**
   * One row per known customer with an event.
   *
   * @param buyers one row per customer with a purchase, with the day of the first
   */
  static Dataset<Row> perCustomer(
      Dataset<Row> engagement, Dataset<Row> buyers, Measuring measuring) {
    Dataset<Row> events =
        engagement
            .where(measuring.asOf().known(Engagement.OCCURRED_AT))
            .where(Engagement.KNOWN_CUSTOMER_ID.col().isNotNull())
            .join(
                buyers.select(Columns.CUSTOMER_ID.col(), FeatureColumns.FIRST_ORDER_ON.col()),
                Columns.CUSTOMER_ID.name());
    Family family = family(measuring.windows());
    return ofCustomer(
        family.aggregated(
            events.groupBy(Columns.CUSTOMER_ID.col(), Columns.CHANNEL.col()), measuring),
        family,
        measuring.windows());
  }

  private static Dataset<Row> ofCustomer(
      Dataset<Row> channels, Family family, List<Integer> windows) {
    Column[] merged =
        family.measures().stream()
            .map(measure -> measure.field().is(together(measure.field())))
            .toArray(Column[]::new);
    Dataset<Row> customers =
        channels
            .groupBy(Columns.CUSTOMER_ID.col())
            .agg(merged[0], Arrays.copyOfRange(merged, 1, merged.length));
    return ActiveDays.counted(customers, windows);
  }

  private static Column together(Field field) {
    if (field.equals(FeatureColumns.DAYS_SINCE_LAST_EVENT) || field.equals(FIRST_EVENT_ON)) {
      return min(field.col());
    }
    if (field.equals(EventColumns.EVENTS_BY_CHANNEL)) {
      return byChannel();
    }
    return ActiveDays.isWord(field) ? bit_or(field.col()) : sum(field.col());
  }

  /** A customer has one row a channel, so that each is there once. */
  private static Column byChannel() {
    Column entry = struct(Columns.CHANNEL.col(), FeatureColumns.EVENTS_LIFETIME.col());
    Column known = collect_list(when(Columns.CHANNEL.col().isNotNull(), entry));
    return when(size(known).gt(0), map_from_entries(sort_array(known)));
  }

  private static Measure counted(Field field, Function<AsOf, Column> value) {
    return Measure.counted(field, value, Engagement.KNOWN_CUSTOMER_ID);
  }

  private static Measure event(Field field, Function<AsOf, Column> value) {
    return Measure.of(field, value, Engagement.KNOWN_CUSTOMER_ID);
  }
}
