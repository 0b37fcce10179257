package dev.dangol.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.IdentitySettings;
import dev.dangol.table.RunColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class KnownVisitorsTest {
  private static final IdentitySettings LATER_ONLY =
      new IdentitySettings(100, Optional.empty(), false);
  private static final IdentitySettings EARLIER_TOO =
      new IdentitySettings(100, Optional.empty(), true);

  @Test
  void a_visitor_is_his_customer_from_the_first_identified_event_on(SparkSession spark) {
    Dataset<Row> events =
        events(spark)
            .row("2026-01-01", "before", null, "v1")
            .row("2026-01-02", "login", "ana", "v1")
            .row("2026-01-02", "same moment", null, "v1")
            .row("2026-01-03", "after", null, "v1")
            .row("2026-01-03", "other", null, "v2")
            .row("2026-01-03", "no device", "ben", null)
            .table();

    TableAssert.assertThat(KnownVisitors.attribute(events, LATER_ONLY))
        .isEqualTo(
            events(spark)
                .row("2026-01-01", "before", null, "v1")
                .row("2026-01-02", "login", "ana", "v1")
                .row("2026-01-02", "same moment", "ana", "v1")
                .row("2026-01-03", "after", "ana", "v1")
                .row("2026-01-03", "other", null, "v2")
                .row("2026-01-03", "no device", "ben", null)
                .table());
    assertThat(customer(KnownVisitors.attribute(events, EARLIER_TOO), "before")).isEqualTo("ana");
    assertThat(customer(KnownVisitors.attribute(events, EARLIER_TOO), "other")).isNull();
  }

  @Test
  void a_device_that_two_use_in_turn_is_each_ones_until_the_next_is_known(SparkSession spark) {
    Dataset<Row> events =
        events(spark)
            .row("2026-01-01", "a", null, "v")
            .row("2026-01-02", "b", "ben", "v")
            .row("2026-01-03", "c", null, "v")
            .row("2026-01-04", "d", "ana", "v")
            .row("2026-01-05", "e", null, "v")
            .row("2026-01-06", "f", "ben", "v")
            .row("2026-01-07", "g", null, "v")
            .table();

    Dataset<Row> attributed = KnownVisitors.attribute(events, EARLIER_TOO);

    assertThat(List.of("a", "b", "c", "d", "e", "f", "g"))
        .extracting(event -> customer(attributed, event))
        .containsExactly("ben", "ben", "ben", "ana", "ana", "ben", "ben");
    TableAssert.assertThat(KnownVisitors.firstCustomers(events))
        .isEqualTo(
            TestRows.of(spark, RunColumns.SOURCE, IdentityColumns.SOURCE_ID, LinkColumns.NODE)
                .row("engagement visitor", "v", "ben")
                .table());
  }

  @Test
  void random_events_in_any_order_are_attributed_as_a_plain_reading_says(SparkSession spark) {
    List<Event> events = random(400);
    TestRows rows = events(spark);
    events.forEach(event -> rows.row(at(event.minute), event.name, event.who, event.visitor));

    for (IdentitySettings settings : List.of(LATER_ONLY, EARLIER_TOO)) {
      List<String> expected =
          events.stream()
              .map(event -> event.name + " " + plain(events, event, settings.earlierEvents()))
              .sorted()
              .toList();

      assertThat(customers(KnownVisitors.attribute(rows.table(), settings))).isEqualTo(expected);
      assertThat(customers(KnownVisitors.attribute(rows.table().repartition(5), settings)))
          .isEqualTo(expected);
    }
  }

  private static List<Event> random(int count) {
    Random random = new Random(7);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String who = random.nextInt(5) == 0 ? "c" + random.nextInt(3) : null;
      String visitor = random.nextInt(8) == 0 ? null : "v" + random.nextInt(12);
      events.add(new Event(random.nextInt(60), "e" + i, who, visitor));
    }
    return events;
  }

  private static String plain(List<Event> all, Event event, boolean earlierToo) {
    if (event.who != null || event.visitor == null) {
      return event.who;
    }
    List<Event> named =
        all.stream()
            .filter(other -> event.visitor.equals(other.visitor) && other.who != null)
            .sorted(Comparator.comparing(Event::minute).thenComparing(Event::who))
            .toList();
    String last = null;
    for (Event other : named) {
      last = other.minute <= event.minute ? other.who : last;
    }
    return last == null && earlierToo && !named.isEmpty() ? named.get(0).who : last;
  }

  private static String at(int minute) {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute).toString();
  }

  private static TestRows events(SparkSession spark) {
    return TestRows.of(
        spark,
        EngagementSource.OCCURRED_AT,
        EngagementSource.EVENT,
        EngagementSource.KNOWN_CUSTOMER_ID,
        EngagementSource.VISITOR_ID);
  }

  private static String customer(Dataset<Row> events, String name) {
    return events
        .where(EngagementSource.EVENT.col().equalTo(name))
        .select(EngagementSource.KNOWN_CUSTOMER_ID.col())
        .head()
        .getString(0);
  }

  private static List<String> customers(Dataset<Row> events) {
    return events
        .select(EngagementSource.EVENT.col(), EngagementSource.KNOWN_CUSTOMER_ID.col())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + " " + row.getString(1))
        .sorted()
        .toList();
  }

  private record Event(int minute, String name, String who, String visitor) {}
}
