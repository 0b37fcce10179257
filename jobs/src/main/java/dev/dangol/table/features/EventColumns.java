package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import dev.dangol.table.sources.EngagementSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns of {@code customer_features} on engagement. A count of a kind of event is null for
 * everyone where no customer of the table has shown one by the as-of day, whatever strangers did:
 * such a kind may just not be recorded by the source.
 */
public final class EventColumns {
  public static final Field SEARCHES_LIFETIME =
      Field.count(Unit.TIMES, "searches_lifetime", "Searches to date.");
  public static final Field COMPARISONS_LIFETIME =
      Field.count(
          Unit.TIMES, "comparisons_lifetime", "Times the customer compared products to date.");
  public static final Field CARTS_LIFETIME =
      Field.count(Unit.TIMES, "carts_lifetime", "Times something was put into the cart to date.");
  public static final Field CHECKOUTS_LIFETIME =
      Field.count(Unit.TIMES, "checkouts_lifetime", "Checkouts begun to date.");
  public static final Field HELPS_LIFETIME =
      Field.count(Unit.TIMES, "helps_lifetime", "Looks at help pages to date.");
  public static final Field ERRORS_LIFETIME =
      Field.count(Unit.TIMES, "errors_lifetime", "Errors the customer ran into to date.");
  public static final Field EVENTS_BY_CHANNEL =
      Field.counts(
          "events_by_channel",
          "Engagement events to date by channel; those without one are left out. Null where"
              + " none has one.");
  public static final Field FIRST_EVENT_ON =
      Field.day("first_event_on", "The day of the first engagement event; null without one.");
  public static final Field TOUCHES_TO_FIRST_ORDER =
      Field.count(
          Unit.EVENTS,
          "touches_to_first_order",
          "Engagement events on the days before the first purchase day; null where there was no"
              + " event by the end of that day.");

  private static final Field ACTIVE_DAYS =
      Field.count(
          Unit.DAYS, "active_days", "Days with an engagement event among the last {days} days.");

  /** The counts by kind, with the names of the events that each counts. */
  public static final Map<Field, List<String>> KINDS = kinds();

  private EventColumns() {}

  /** Every column that does not depend on a window, in order. */
  public static List<Field> lifetime() {
    List<Field> fields = new ArrayList<>(List.of(FeatureColumns.EVENTS_LIFETIME));
    fields.addAll(KINDS.keySet());
    fields.addAll(
        List.of(
            FeatureColumns.DAYS_SINCE_LAST_EVENT,
            EVENTS_BY_CHANNEL,
            FIRST_EVENT_ON,
            TOUCHES_TO_FIRST_ORDER));
    return fields;
  }

  /** Events of a kind in the window of days that ends with the as-of day. */
  public static Field kind(Field lifetime, int window) {
    return lifetime.windowed(window, "As " + lifetime.name() + ", in the last {days} days.");
  }

  /** Engagement events in the window of days that ends with the as-of day. */
  public static Field events(int window) {
    return FeatureColumns.EVENTS_LIFETIME.windowed(
        window, "Engagement events in the last {days} days.");
  }

  /** Engagement events by channel in the window of days that ends with the as-of day. */
  public static Field eventsByChannel(int window) {
    return EVENTS_BY_CHANNEL.windowed(
        window,
        "Engagement events in the last {days} days by channel; events without a channel and"
            + " channels without an event are left out. Null where none is left.");
  }

  /** Days with an event in the window of days that ends with the as-of day. */
  public static Field activeDays(int window) {
    return ACTIVE_DAYS.windowed(window);
  }

  /** The columns of a window, in order. */
  public static List<Field> inWindow(int window) {
    List<Field> fields =
        new ArrayList<>(List.of(events(window), activeDays(window), eventsByChannel(window)));
    KINDS.keySet().forEach(lifetime -> fields.add(kind(lifetime, window)));
    return fields;
  }

  private static Map<Field, List<String>> kinds() {
    Map<Field, List<String>> kinds = new LinkedHashMap<>();
    kinds.put(FeatureColumns.VIEWS_LIFETIME, List.of("view"));
    kinds.put(SEARCHES_LIFETIME, List.of("search"));
    kinds.put(COMPARISONS_LIFETIME, List.of("compare"));
    kinds.put(CARTS_LIFETIME, List.of("cart"));
    kinds.put(CHECKOUTS_LIFETIME, List.of("checkout"));
    kinds.put(FeatureColumns.OPENS_LIFETIME, List.of("open"));
    kinds.put(FeatureColumns.CLICKS_LIFETIME, List.of("click"));
    kinds.put(FeatureColumns.REPLIES_LIFETIME, List.of("reply", EngagementSource.COMMENT));
    kinds.put(FeatureColumns.SHARES_LIFETIME, List.of("share"));
    kinds.put(HELPS_LIFETIME, List.of("help"));
    kinds.put(ERRORS_LIFETIME, List.of("error"));
    kinds.put(FeatureColumns.UNSUBSCRIBES_LIFETIME, List.of("unsubscribe"));
    return kinds;
  }
}
