package dev.dangol.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.NaiveNetwork.Buyer;
import dev.dangol.features.NaiveNetwork.Referral;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Referrals as no one would draw them, against a computation that follows every path. */
@ExtendWith(SparkExtension.class)
class ReferralGraphsTest {
  private static final int GRAPHS = 300;

  private final GivenReferrals given = new GivenReferrals();

  @AfterEach
  void let_go() {
    given.close();
  }

  /** The graphs lie beside one another in one table, their people distinguished by a prefix. */
  @Test
  void random_graphs_give_what_following_every_path_gives(SparkSession spark) {
    List<Referral> referrals = new ArrayList<>();
    Map<String, Buyer> buyers = new HashMap<>();
    SplittableRandom random = new SplittableRandom(20260210);
    for (int graph = 0; graph < GRAPHS; graph++) {
      draw(random, "g" + graph + "-", referrals, buyers);
    }
    TestRows rows = GivenReferrals.referrals(spark);
    referrals.forEach(
        r -> rows.row(r.from(), r.to(), timestamp(r.at()), timestamp(r.convertedAt())));
    TestRows bought = GivenReferrals.buyers(spark);
    buyers.forEach((id, b) -> bought.row(id, b.first().toString(), b.net().toPlainString()));
    for (int depth : new int[] {1, 4}) {
      NaiveNetwork naive = new NaiveNetwork(referrals, buyers, GivenReferrals.FEBRUARY, depth);
      Map<String, String> meant = new TreeMap<>();
      naive.referrers().forEach(customer -> meant.put(customer, meant(naive, customer, depth)));
      assertThat(texts(given.network(rows, bought, depth))).isEqualTo(meant);
      assertHoldsWhatItIsAbout(meant, depth);
    }
  }

  private static void assertHoldsWhatItIsAbout(Map<String, String> meant, int depth) {
    for (String flag :
        List.of("self_referral", "already_customer", "referred_before", "ring", "[]")) {
      long found = meant.values().stream().filter(text -> text.contains(flag)).count();
      assertThat(found).as(flag).isGreaterThan(depth == 1 && flag.equals("ring") ? -1 : 50);
    }
    long deep =
        meant.values().stream().filter(text -> text.split(" ", -1)[2].equals("" + depth)).count();
    assertThat(deep).isGreaterThan(20);
  }

  /** A hub, chains, rings, people referred twice and themselves, and moments at the day's end. */
  private static void draw(
      SplittableRandom random, String prefix, List<Referral> referrals, Map<String, Buyer> buyers) {
    int people = 2 + random.nextInt(12);
    int edges = 1 + random.nextInt(2 * people);
    for (int edge = 0; edge < edges; edge++) {
      int from = random.nextInt(3) == 0 ? 0 : random.nextInt(people);
      int to = random.nextInt(4) == 0 ? (from + 1) % people : random.nextInt(people);
      Timestamp convertedAt = random.nextInt(4) == 0 ? moment(random) : null;
      referrals.add(
          new Referral(
              prefix + from,
              prefix + to,
              moment(random).toInstant(),
              convertedAt == null ? null : convertedAt.toInstant()));
    }
    for (int person = 0; person < people; person++) {
      if (random.nextInt(2) == 0) {
        LocalDate first = GivenReferrals.FEBRUARY.day().minusDays(random.nextInt(20));
        buyers.put(
            prefix + person,
            new Buyer(first, BigDecimal.valueOf(random.nextLong(-5_000, 100_000), 2)));
      }
    }
  }

  private static Timestamp moment(SplittableRandom random) {
    Duration before = Duration.ofHours(12L * random.nextInt(-4, 40));
    return Timestamp.from(
        GivenReferrals.FEBRUARY.end().minus(before).minusMillis(random.nextInt(2)));
  }

  private static Object timestamp(Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static String meant(NaiveNetwork naive, String customer, int depth) {
    return String.join(
        " ",
        "" + naive.referred(customer).size(),
        "" + naive.customers(customer, 1),
        "" + naive.generations(customer),
        amount(naive.netSales(customer, 1)),
        "" + naive.customers(customer, depth),
        amount(naive.netSales(customer, depth)),
        "" + naive.flags(customer));
  }

  private static Map<String, String> texts(Dataset<Row> network) {
    Map<String, String> texts = new TreeMap<>();
    for (Row row : network.collectAsList()) {
      String text =
          String.join(
              " ",
              "" + row.getAs("referred"),
              "" + row.getAs("converted"),
              "" + row.getAs("generations"),
              amount(row.getAs("referred_net_sales")),
              "" + row.getAs("network_customers"),
              amount(row.getAs("network_net_sales")),
              "" + row.getList(row.fieldIndex("flags")));
      assertThat(texts.put(row.getAs("customer_id"), text)).isNull();
    }
    return texts;
  }

  private static String amount(BigDecimal amount) {
    return amount.setScale(2).toPlainString();
  }
}
