package dev.dangol.cohorts.leads;

import dev.dangol.cohorts.profile.ProfileAttributes;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** A made-up shop, as plain lists: who signed up, what they did, what they were sent and bought. */
final class ProspectShop {
  static final LocalDate TODAY = LocalDate.parse("2026-06-30");

  /** A record; the day may be null. */
  record Person(String id, LocalDate signed, String broughtBy, Map<String, String> attributes) {}

  /** An event; the day on which it arrived may be null. */
  record Event(String id, LocalDate on, String kind, LocalDate arrived) {}

  /** A message; opened and clicked may be null. */
  record Message(String id, LocalDate sent, LocalDate opened, LocalDate clicked) {}

  record Purchase(String id, LocalDate on, LocalDate arrived) {}

  final List<Person> people = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<Message> messages = new ArrayList<>();
  final List<Purchase> purchases = new ArrayList<>();

  static AsOf day(LocalDate date) {
    return new AsOf(date, ZoneOffset.UTC);
  }

  ProspectShop person(String id, String signed, String broughtBy, String... attributes) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      map.put(attributes[i], attributes[i + 1]);
    }
    people.add(new Person(id, date(signed), broughtBy, map));
    return this;
  }

  ProspectShop event(String id, String on, String kind, String arrived) {
    events.add(new Event(id, date(on), kind, date(arrived)));
    return this;
  }

  ProspectShop message(String id, String sent, String opened, String clicked) {
    messages.add(new Message(id, date(sent), date(opened), date(clicked)));
    return this;
  }

  ProspectShop purchase(String id, String on, String arrived) {
    purchases.add(new Purchase(id, date(on), date(arrived)));
    return this;
  }

  private static LocalDate date(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  /** The same rows in another order. */
  ProspectShop shuffled(long seed) {
    Random random = new Random(seed);
    List.of(people, events, messages, purchases).forEach(rows -> Collections.shuffle(rows, random));
    return this;
  }

  ProspectRecords.ProspectSources sources(SparkSession spark) {
    Dataset<Row> customers = customers(spark);
    TestRows engaged =
        TestRows.of(
            spark,
            EngagementSource.OCCURRED_AT,
            EngagementSource.EVENT,
            EngagementSource.KNOWN_CUSTOMER_ID,
            SharedColumns.ARRIVED_AT);
    events.forEach(e -> engaged.row(text(e.on()), e.kind(), e.id(), text(e.arrived())));
    TestRows sent =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            MessageSource.SENT_AT,
            MessageSource.OPENED_AT,
            MessageSource.CLICKED_AT);
    messages.forEach(m -> sent.row(m.id(), text(m.sent()), text(m.opened()), text(m.clicked())));
    TestRows bought =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            PurchaseSource.PURCHASED_AT,
            SharedColumns.ARRIVED_AT);
    purchases.forEach(p -> bought.row(p.id(), text(p.on()), text(p.arrived())));
    return new ProspectRecords.ProspectSources(
        customers,
        engaged.table(),
        sent.table(),
        bought.table(),
        ProspectRecords.terms(
            ProfileAttributes.fromRecords(customers, day(TODAY), java.util.Set.of())));
  }

  private Dataset<Row> customers(SparkSession spark) {
    TestRows rows =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            CustomerSource.SIGNED_UP_AT,
            CustomerSource.ACQUIRED_BY,
            CustomerSource.COUNTRY,
            CustomerSource.IS_COMPANY,
            CustomerSource.ATTRIBUTES);
    people.forEach(
        person ->
            rows.row(
                person.id(),
                text(person.signed()),
                person.broughtBy(),
                null,
                null,
                CollectionConverters.asScala(person.attributes())));
    return rows.table();
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }
}
