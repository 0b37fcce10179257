package dev.dangol.cohorts.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.cohorts.leads.ProspectShop.Event;
import dev.dangol.cohorts.leads.ProspectShop.Message;
import dev.dangol.cohorts.leads.ProspectShop.Person;
import dev.dangol.cohorts.leads.ProspectShop.Purchase;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.testing.SparkExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People who have not bought against a plain computation of what was known of them. */
@ExtendWith(SparkExtension.class)
class ProspectRecordsTest {
  private static final List<LocalDate> CUTS =
      List.of(
          ProspectShop.TODAY.minusDays(60), ProspectShop.TODAY.minusDays(30), ProspectShop.TODAY);

  private static List<String> prospects(SparkSession spark, ProspectShop shop) {
    List<AsOf> cuts = CUTS.stream().map(ProspectShop::day).toList();
    return new ProspectRecords(cuts, List.of(7, 30))
        .of(shop.sources(spark), ProspectShop.day(ProspectShop.TODAY), 30).collectAsList().stream()
            .map(row -> text(new RowReader(row)))
            .sorted()
            .toList();
  }

  private static String text(RowReader cells) {
    return String.join(
        " ",
        cells.day(LookalikeColumns.CUT).orElseThrow().toString(),
        cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(),
        "ordered=" + (cells.number(LookalikeColumns.ORDERED).orElseThrow() > 0),
        "signed=" + cells.day(LookalikeColumns.SIGNED_ON).orElse(null),
        "first=" + cells.day(EventColumns.FIRST_EVENT_ON).orElse(null),
        "last=" + cells.day(LookalikeColumns.LAST_EVENT_ON).orElse(null),
        "events="
            + cells.count(EventColumns.events(7))
            + ","
            + cells.count(EventColumns.events(30)),
        "views=" + cells.count(EventColumns.kind(FeatureColumns.VIEWS_LIFETIME, 30)),
        "replies=" + cells.count(EventColumns.kind(FeatureColumns.REPLIES_LIFETIME, 7)),
        "sent=" + cells.count(TalkColumns.MESSAGES_LIFETIME),
        "opened=" + cells.count(LookalikeColumns.OPENED),
        "clicked=" + cells.count(LookalikeColumns.CLICKED),
        new TreeSet<>(cells.list(LookalikeColumns.TERMS)).toString());
  }

  private static boolean until(LocalDate date, LocalDate cut) {
    return date != null && !date.isAfter(cut);
  }

  private static List<String> naive(ProspectShop shop) {
    List<String> records = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    shop.people.forEach(person -> ids.add(person.id()));
    shop.events.forEach(event -> ids.add(event.id()));
    ids.removeIf(Objects::isNull);
    for (LocalDate cut : CUTS) {
      ids.forEach(id -> naive(shop, id, cut).ifPresent(records::add));
    }
    return records.stream().sorted().toList();
  }

  private static java.util.Optional<String> naive(ProspectShop shop, String id, LocalDate cut) {
    List<Person> records =
        shop.people.stream().filter(p -> p.id().equals(id) && until(p.signed(), cut)).toList();
    List<Event> events =
        shop.events.stream()
            .filter(e -> id.equals(e.id()) && until(e.on(), cut))
            .filter(e -> e.arrived() == null || until(e.arrived(), cut))
            .toList();
    LocalDate bought =
        shop.purchases.stream()
            .filter(p -> p.id().equals(id) && until(p.on(), ProspectShop.TODAY))
            .filter(p -> p.arrived() == null || until(p.arrived(), ProspectShop.TODAY))
            .map(Purchase::on)
            .min(Comparator.naturalOrder())
            .orElse(null);
    if ((records.isEmpty() && events.isEmpty()) || until(bought, cut)) {
      return java.util.Optional.empty();
    }
    List<Message> sent =
        shop.messages.stream().filter(m -> m.id().equals(id) && until(m.sent(), cut)).toList();
    Stream<LocalDate> days = events.stream().map(Event::on);
    return java.util.Optional.of(
        String.join(
            " ",
            cut.toString(),
            id,
            "ordered=" + until(bought, cut.plusDays(30)),
            "signed=" + records.stream().map(Person::signed).sorted().findFirst().orElse(null),
            "first=" + days.sorted().findFirst().orElse(null),
            "last=" + events.stream().map(Event::on).max(Comparator.naturalOrder()).orElse(null),
            "events=" + in(events, cut, 7) + "," + in(events, cut, 30),
            "views=" + in(kinds(events, "view"), cut, 30),
            "replies=" + in(kinds(events, "reply", "comment"), cut, 7),
            "sent=" + sent.size(),
            "opened=" + sent.stream().filter(m -> until(m.opened(), cut)).count(),
            "clicked=" + sent.stream().filter(m -> until(m.clicked(), cut)).count(),
            terms(records).toString()));
  }

  private static List<Event> kinds(List<Event> events, String... kinds) {
    return events.stream().filter(event -> List.of(kinds).contains(event.kind())).toList();
  }

  private static long in(List<Event> events, LocalDate cut, int window) {
    return events.stream().filter(e -> e.on().isAfter(cut.minusDays(window))).count();
  }

  private static Set<String> terms(List<Person> records) {
    Set<String> terms = new TreeSet<>();
    for (Person person : records) {
      person.attributes().forEach((name, value) -> terms.add(name + "=" + value));
      if (person.broughtBy() != null) {
        terms.add("acquired_by=" + person.broughtBy());
      }
    }
    return terms;
  }

  private static ProspectShop random(long seed) {
    Random random = new Random(seed);
    ProspectShop shop = new ProspectShop();
    for (int i = 0; i < 40; i++) {
      String id = "손님" + i;
      if (random.nextInt(5) > 0) {
        LocalDate signed = random.nextInt(8) == 0 ? null : on(random);
        String by = random.nextBoolean() ? "search" : null;
        shop.people.add(new Person(id, signed, by, Map.of("region", "서울" + random.nextInt(3))));
      }
      for (int n = random.nextInt(12); n > 0; n--) {
        String kind = List.of("view", "reply", "comment", "dance").get(random.nextInt(4));
        LocalDate day = on(random);
        LocalDate arrived = random.nextInt(3) == 0 ? day.plusDays(random.nextInt(40)) : null;
        shop.events.add(new Event(random.nextInt(9) == 0 ? null : id, day, kind, arrived));
      }
      for (int n = random.nextInt(4); n > 0; n--) {
        LocalDate sent = on(random);
        LocalDate opened = random.nextBoolean() ? sent.plusDays(random.nextInt(30)) : null;
        LocalDate clicked = opened == null ? null : opened.plusDays(random.nextInt(9));
        shop.messages.add(new Message(id, sent, opened, clicked));
      }
      if (random.nextBoolean()) {
        LocalDate day = on(random);
        shop.purchases.add(new Purchase(id, day, day.plusDays(random.nextInt(20))));
      }
    }
    return shop;
  }

  /** Some days are after the day described. */
  private static LocalDate on(Random random) {
    return ProspectShop.TODAY.plusDays(10).minusDays(random.nextInt(120));
  }

  @Test
  void people_are_seen_as_they_were_known(SparkSession spark) {
    ProspectShop shop = random(5);

    List<String> found = prospects(spark, shop);

    assertThat(found).isEqualTo(naive(shop)).hasSizeGreaterThan(40);
    assertThat(found).anyMatch(record -> record.contains("ordered=true"));
  }

  @Test
  void a_record_without_a_sign_up_day_makes_nobody_known_and_a_sensitive_attribute_is_no_term(
      SparkSession spark) {
    ProspectShop shop =
        new ProspectShop()
            .person("ann", null, "search", "region", "서울")
            .person("bob", "2026-06-30", " ", "region", "부산", "religion", "x")
            .event("cho", "2026-06-30", "view", null);

    assertThat(prospects(spark, shop))
        .hasSize(2)
        .anyMatch(record -> record.contains("bob") && record.endsWith("[region=부산]"))
        .anyMatch(record -> record.contains("cho") && record.endsWith("[]"));
  }

  @Test
  void an_empty_shop_has_no_prospects(SparkSession spark) {
    assertThat(prospects(spark, new ProspectShop())).isEmpty();
    assertThat(prospects(spark, new ProspectShop().purchase("ann", "2026-01-01", null))).isEmpty();
  }
}
