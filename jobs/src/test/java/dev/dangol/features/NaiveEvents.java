package dev.dangol.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.testing.PlainRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Engagement of a customer, from the sentences of its columns.
 *
 * @param all the events of all customers by the day, strangers left out
 */
record NaiveEvents(NaiveDay day, List<Integer> windows, List<PlainRow> all) {

  void measure(Map<String, Object> row, List<PlainRow> events) {
    List<LocalDate> days = events.stream().map(this::on).sorted().toList();
    boolean any = !days.isEmpty();
    put(row, FeatureColumns.EVENTS_LIFETIME, (long) events.size());
    put(row, EventColumns.FIRST_EVENT_ON, any ? days.get(0) : null);
    put(
        row,
        FeatureColumns.DAYS_SINCE_LAST_EVENT,
        any ? Long.valueOf(ChronoUnit.DAYS.between(Collections.max(days), day.day())) : null);
    put(row, EventColumns.EVENTS_BY_CHANNEL, channels(events));
    LocalDate bought = (LocalDate) row.get(FeatureColumns.FIRST_ORDER_ON.name());
    boolean none = days.stream().allMatch(on -> on.isAfter(bought));
    long touches = days.stream().filter(on -> on.isBefore(bought)).count();
    put(row, EventColumns.TOUCHES_TO_FIRST_ORDER, none ? null : Long.valueOf(touches));
    EventColumns.KINDS.forEach((field, names) -> put(row, field, kind(events, names, on -> true)));
    for (int window : windows) {
      Predicate<LocalDate> recent = on -> day.within(on, window);
      put(row, EventColumns.events(window), days.stream().filter(recent).count());
      put(row, EventColumns.activeDays(window), days.stream().filter(recent).distinct().count());
      put(
          row,
          EventColumns.eventsByChannel(window),
          channels(events.stream().filter(event -> recent.test(on(event))).toList()));
      EventColumns.KINDS.forEach(
          (field, names) ->
              put(row, EventColumns.kind(field, window), kind(events, names, recent)));
    }
  }

  /** Null where no customer has shown one. */
  private Long kind(List<PlainRow> events, List<String> names, Predicate<LocalDate> when) {
    Predicate<PlainRow> named = event -> names.contains(event.text(EngagementSource.EVENT));
    return all.stream().noneMatch(named)
        ? null
        : Long.valueOf(events.stream().filter(named).filter(e -> when.test(on(e))).count());
  }

  private static Map<String, Object> channels(List<PlainRow> events) {
    Map<String, Object> counts = new TreeMap<>();
    events.stream()
        .filter(event -> !event.empty(SharedColumns.CHANNEL))
        .forEach(
            event ->
                counts.merge(
                    event.text(SharedColumns.CHANNEL),
                    1L,
                    (one, other) -> (Long) one + (Long) other));
    return counts.isEmpty() ? null : counts;
  }

  private LocalDate on(PlainRow event) {
    return day.on(event, EngagementSource.OCCURRED_AT);
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
