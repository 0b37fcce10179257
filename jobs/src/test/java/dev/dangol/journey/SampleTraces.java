package dev.dangol.journey;

import dev.dangol.sample.people.EngagementTrail;
import dev.dangol.sample.people.OrderLine;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopMailing;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.sample.people.SupportCases;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Traces of the sample shop's people, made without Spark by what the demo's configuration says:
 * their orders, what they did, what they were sent and did with it, their cases. Refunds and costs
 * are left out.
 */
final class SampleTraces {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Map<String, Long> DRIVERS = Map.of("guarantee", 1L, "impression", 2L);
  private static final List<TraceKind> RESPONSES =
      List.of(TraceKind.OPEN, TraceKind.CLICK, TraceKind.REPLY);

  private static final int TIME = 1;
  private static final int MEMBER = 3;

  private SampleTraces() {}

  /** The rows of one customer, in any order. */
  static List<TraceItem> of(ShopPopulation shop, SampleShopper shopper) {
    List<TraceItem> items = new ArrayList<>();
    ShopperOrders.of(shop, shopper).orders().forEach(order -> addLines(order, items));
    events(shop, shopper, true).forEach(items::add);
    new ShopMailing(shop, shopper).messages().forEach(row -> addMessage(row, items));
    new SupportCases(shop, shopper).cases().forEach(row -> items.add(aCase(row)));
    return items;
  }

  /** The rows of a visitor: the doings of their device before anyone logged in on it. */
  static List<TraceItem> ofVisitor(ShopPopulation shop, SampleShopper shopper) {
    return events(shop, shopper, false).toList();
  }

  private static Stream<TraceItem> events(
      ShopPopulation shop, SampleShopper shopper, boolean known) {
    List<Row> rows = new EngagementTrail(shop, shopper).events();
    long login =
        rows.stream()
            .filter(row -> !row.isNullAt(MEMBER))
            .mapToLong(row -> row.getLong(TIME))
            .min()
            .orElse(Long.MAX_VALUE);
    return rows.stream()
        .filter(row -> row.getLong(TIME) >= login == known)
        .map(SampleTraces::event);
  }

  private static void addLines(ShopOrder order, List<TraceItem> items) {
    long at = JourneyTimes.micros(order.at().atZone(SEOUL).toInstant());
    int number = 0;
    for (OrderLine line : order.lines()) {
      number++;
      items.add(
          new TraceItem(
              TraceKind.LINE,
              at,
              order.id() + "/" + number,
              TraceItem.NO_STAGE,
              order.id(),
              "" + number,
              null,
              null,
              line.product().category().label,
              0,
              line.net() * 10_000,
              1,
              0,
              false,
              null));
    }
  }

  private static TraceItem event(Row row) {
    String event = row.getString(2).toLowerCase(Locale.ROOT);
    return new TraceItem(
        TraceKind.EVENT,
        row.getLong(TIME) * 1000,
        row.getString(0),
        GivenPerson.STAGES.getOrDefault(event, TraceItem.NO_STAGE),
        event,
        row.getString(8) == null ? "unnamed" : row.getString(8),
        row.getString(6).toLowerCase(Locale.ROOT),
        row.getString(9),
        null,
        0,
        0,
        0,
        DRIVERS.getOrDefault(event, 0L),
        false,
        null);
  }

  private static void addMessage(Row row, List<TraceItem> items) {
    items.add(ofMessage(row, TraceKind.SENT, row.getLong(7)));
    Row acts = row.getStruct(8);
    for (int act = 0; act < RESPONSES.size(); act++) {
      if (!acts.isNullAt(act)) {
        items.add(ofMessage(row, RESPONSES.get(act), acts.getLong(act)));
      }
    }
  }

  private static TraceItem ofMessage(Row row, TraceKind kind, long seconds) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return new TraceItem(
        kind,
        seconds * 1_000_000,
        row.getString(0),
        GivenPerson.STAGES.getOrDefault(name, TraceItem.NO_STAGE),
        null,
        null,
        row.getString(2).toLowerCase(Locale.ROOT),
        row.getString(3),
        null,
        0,
        0,
        0,
        0,
        false,
        null);
  }

  private static TraceItem aCase(Row row) {
    Row times = row.getStruct(3);
    return new TraceItem(
        TraceKind.CASE,
        micros(times.getString(0)),
        row.getString(0),
        TraceItem.NO_STAGE,
        null,
        null,
        null,
        null,
        null,
        0,
        0,
        0,
        0,
        false,
        times.isNullAt(2) ? null : (Long) micros(times.getString(2)));
  }

  private static long micros(String iso) {
    return JourneyTimes.micros(OffsetDateTime.parse(iso).toInstant());
  }
}
