package dev.dangol.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.IdentitySettings;
import dev.dangol.job.ingest.KnownCustomers.Identities;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests connected components of every shape and size, against a plain program and the truth. */
@ExtendWith(SparkExtension.class)
class LinkedCustomersTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-01");

  @Test
  void chains_stars_and_cycles_in_any_order_are_what_a_plain_union_finds(SparkSession spark) {
    List<String[]> carried = shapes();
    UnionFind plain = new UnionFind();
    carried.forEach(pair -> plain.carries(pair[0], pair[1]));

    for (long seed = 1; seed <= 2; seed++) {
      Collections.shuffle(carried, new Random(seed));
      SparkSession session = spark.newSession();
      session.conf().set("spark.sql.shuffle.partitions", 4 * seed - 3);
      session.conf().set("spark.sql.adaptive.coalescePartitions.enabled", false);
      KnownCustomers data = new KnownCustomers(session);
      carried.forEach(pair -> data.email(pair[0], pair[1]));

      assertThat(data.first().customers())
          .isEqualTo(plain.customers(KnownCustomers.KOREA.maxIds()));
    }
    assertThat(plain.customers(KnownCustomers.KOREA.maxIds()).values().stream().distinct())
        .as("49 chains, 3 stars, 3 cycles and a web of 150, left apart; and 80 random ids")
        .hasSizeBetween(205, 285);
  }

  /** Chains of 2 to 50 hops, stars, cycles, a web that is too large, and random links. */
  private static List<String[]> shapes() {
    Random random = new Random(3);
    List<String[]> carried = new ArrayList<>();
    for (int hops = 2; hops <= 50; hops++) {
      List<String> ids = ids(hops + 1, random);
      for (int i = 0; i < hops; i++) {
        carried.add(new String[] {ids.get(i), "chain" + hops + "-" + i + "@x.kr"});
        carried.add(new String[] {ids.get(i + 1), "chain" + hops + "-" + i + "@x.kr"});
      }
    }
    for (int size : List.of(3, 40, 100, 150)) {
      List<String> ids = ids(size, random);
      for (int i = 1; i < size; i++) {
        carried.add(new String[] {ids.get(0), "star" + size + "-" + i + "@x.kr"});
        carried.add(new String[] {ids.get(i), "star" + size + "-" + i + "@x.kr"});
      }
    }
    for (int size : List.of(3, 17, 64)) {
      List<String> ids = ids(size, random);
      for (int i = 0; i < size; i++) {
        carried.add(new String[] {ids.get(i), "cycle" + size + "-" + i + "@x.kr"});
        carried.add(new String[] {ids.get((i + 1) % size), "cycle" + size + "-" + i + "@x.kr"});
      }
    }
    List<String> ids = ids(80, random);
    for (int i = 0; i < 80; i++) {
      carried.add(new String[] {ids.get(random.nextInt(80)), "web" + i % 40 + "@x.kr"});
    }
    return carried;
  }

  private static List<String> ids(int count, Random random) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX));
    }
    return ids;
  }

  @Test
  void an_e_mail_of_ten_thousand_joins_nobody_and_leaves_the_others_untouched(SparkSession spark) {
    KnownCustomers data = new KnownCustomers(spark).customer("a", "ana@x.kr", null, null);
    data.email("b", "ana@x.kr").email("c0", "ana@x.kr");
    for (int i = 0; i < 10_000; i++) {
      data.email("c" + i, "info@x.kr");
    }

    Identities who = data.first();

    Map<String, String> expected = new HashMap<>(Map.of("a", "a", "b", "a", "c0", "a"));
    for (int i = 1; i < 10_000; i++) {
      expected.put("c" + i, "c" + i);
    }
    assertThat(who.customers()).isEqualTo(expected);
    assertThat(who.rule("c0")).isEqualTo("same e-mail");
    assertThat(who.rule("c77")).isEqualTo("left apart: e-mail of more than 100 ids");
    assertThat(who.leftApart()).isEqualTo(new CustomerIdentification.IdentityConflicts(0, 1));
  }

  @Test
  void nothing_to_link_is_nothing_to_do(SparkSession spark) {
    assertThat(new KnownCustomers(spark).buys("a").buys("a").buys("b").first().customers())
        .isEqualTo(Map.of("a", "a", "b", "b"));
    assertThat(
            new KnownCustomers(spark)
                .customer("a", null, null, null)
                .customer("b", " ", "", "  ")
                .customer("c", null, "", null)
                .first()
                .customers())
        .isEqualTo(Map.of("a", "a", "b", "b", "c", "c"));
    Map<Source, Dataset<Row>> empty = new KnownCustomers(spark).email("a", "a@x.kr").accepted();
    empty.computeIfPresent(Sources.CUSTOMERS, (source, rows) -> rows.limit(0));
    assertThat(Identities.of(empty, KnownCustomers.nobody(spark), KnownCustomers.KOREA, DAY).rows())
        .isEmpty();
  }

  @Test
  void where_only_one_id_may_be_a_customer_nobody_is_joined(SparkSession spark) {
    IdentitySettings alone = new IdentitySettings(1, Optional.empty(), false);
    KnownCustomers data =
        new KnownCustomers(spark).email("a", "x@x.kr").email("b", "x@x.kr").email("c", "c@x.kr");

    Identities who = Identities.of(data.accepted(), KnownCustomers.nobody(spark), alone, DAY);

    assertThat(who.customers()).isEqualTo(Map.of("a", "a", "b", "b", "c", "c"));
    assertThat(who.rule("b")).isEqualTo("left apart: e-mail of more than 1 ids");
    assertThat(who.rule("c")).isEqualTo("own id");
    assertThat(who.leftApart()).isEqualTo(new CustomerIdentification.IdentityConflicts(0, 1));
  }

  /**
   * Each tenth customer is the next of a chain, of 1, 2, 3 and up to 20 ids in turn: 210 customers
   * in 2110. Neighbours in a chain have an e-mail in common; who has two e-mails has two records.
   */
  @Test
  @Timeout(180)
  void of_two_hundred_thousand_customers_exactly_the_linked_ones_are_joined(SparkSession spark) {
    SparkSession session = spark.newSession();
    Dataset<Row> customers =
        session.sql(
            """
            WITH numbered AS (
              SELECT id, id % 10 = 0 AND id % 2110 DIV 10 >= 1 AS linked, id DIV 2110 AS block,
                     id % 2110 DIV 10 AS place
              FROM range(200000)),
            placed AS (
              SELECT *, CAST(ceil((sqrt(8 * place + 1) - 1) / 2) AS BIGINT) AS chain FROM numbered),
            hops AS (
              SELECT *, place - chain * (chain - 1) DIV 2 AS hop FROM placed)
            SELECT lpad(id, 6, '0') AS customer_id, explode(array_compact(array(
                     IF(linked AND hop < chain, concat(block, '-', chain, '-', hop, '@x.kr'), NULL),
                     IF(linked AND hop > 1, concat(block, '-', chain, '-', hop - 1, '@x.kr'), NULL),
                     IF(NOT linked OR chain = 1, concat('own', id, '@x.kr'), NULL)))) AS email
            FROM hops
            """);
    Map<Source, Dataset<Row>> accepted =
        Map.of(
            Sources.CUSTOMERS,
            customers
                .withColumn(CustomerContacts.PHONE.name(), CustomerContacts.PHONE.nullColumn())
                .withColumn(CustomerSource.COUNTRY.name(), CustomerSource.COUNTRY.nullColumn())
                .withColumn(
                    CustomerSource.COMPANY_ID.name(), CustomerSource.COMPANY_ID.nullColumn())
                .withColumn(
                    CustomerSource.EXTERNAL_ID.name(), CustomerSource.EXTERNAL_ID.nullColumn()));

    CustomerIdentification identification =
        new CustomerIdentification(null, KnownCustomers.KOREA, TestDay.of(DAY));
    List<Row> rows =
        identification
            .rows(accepted, KnownCustomers.nobody(session))
            .select(IdentityColumns.SOURCE_ID.col(), SharedColumns.CUSTOMER_ID.col())
            .collectAsList();
    identification.release();

    Map<String, String> expected = truth();
    assertThat(rows).hasSize(200_000);
    assertThat(rows)
        .allMatch(row -> expected.get(row.getString(0)).equals(row.getString(1)), "as is true");
    assertThat(expected.values().stream().distinct().count()).isLessThan(200_000 - 15_000);
  }

  /** The same customers in a plain loop: each tenth is the next of a chain of 1, 2, 3… 20 ids. */
  private static Map<String, String> truth() {
    Map<String, String> truth = new HashMap<>();
    String head = "";
    int chain = 1;
    int hop = 0;
    for (int id = 0; id < 200_000; id++) {
      String name = String.format("%06d", id);
      truth.put(name, name);
      if (id % 2110 == 0) {
        chain = 1;
        hop = 0;
      } else if (id % 10 == 0) {
        hop++;
        if (hop > chain) {
          chain++;
          hop = 1;
        }
        head = hop == 1 ? name : head;
        truth.put(name, head);
      }
    }
    return truth;
  }
}
