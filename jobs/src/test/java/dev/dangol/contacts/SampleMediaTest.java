package dev.dangol.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.contacts.ContactFact.MediaFact;
import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.evidence.MediaColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Channels of the sample shop, of which it is known what a message costs, and that no message
 * brings an order in any of them: orders after one cost as much more as its messages do. In a
 * second shop one channel does bring orders.
 */
@ExtendWith(SparkExtension.class)
class SampleMediaTest {
  private static final int SEEDS = 5;
  private static final int CUSTOMERS = 2_500;

  /** Costs of a message, in won. */
  private static final Map<String, Double> FEES = Map.of("MAIL", 0.8, "KAKAO", 15.0, "LMS", 27.0);

  /** The channel that brings orders in the second shop, and how many a message brings. */
  private static final String BRINGS = "KAKAO";

  private static final double BROUGHT = 0.2;

  /** Row of a channel of one shop, as the table tells it. */
  private record ToldChannel(double sent, double orders, double low, double high) {
    /** The interval as a multiple of what a message of the channel costs. */
    double lowIn(String channel) {
      return low / FEES.get(channel);
    }

    double highIn(String channel) {
      return high / FEES.get(channel);
    }
  }

  private static List<Map<String, ToldChannel>> plain;
  private static List<Map<String, ToldChannel>> bringing;

  /** Shops by their seeds, first as they are and then with orders brought; counted in one job. */
  @BeforeAll
  static void count(SparkSession spark) {
    TestRows facts = MediaTotalsTest.noFacts(spark);
    for (int seed = 0; seed < SEEDS; seed++) {
      add(new ShopPopulation(new SampleSize(CUSTOMERS, 42 + seed)), seed, facts);
    }
    List<Map<String, ToldChannel>> shops = new ArrayList<>();
    IntStream.range(0, 2 * SEEDS).forEach(number -> shops.add(new HashMap<>()));
    AsOf asOf = TestDay.of(SamplePeriod.END.minusDays(1).toString());
    for (Row row : new MediaTotals(asOf, false).of(facts.table()).collectAsList()) {
      RowReader cells = new RowReader(row);
      String[] channel = cells.text(MediaColumns.CHANNEL).orElseThrow().split(" ", 2);
      shops.get(Integer.parseInt(channel[0])).put(channel[1], told(cells));
    }
    plain = shops.subList(0, SEEDS);
    bringing = shops.subList(SEEDS, 2 * SEEDS);
  }

  @Test
  void what_an_order_costs_lies_in_its_interval_and_no_channel_is_told_to_bring_more() {
    double orders = ordersPerMessage();
    List<String> outside = new ArrayList<>();
    for (Map<String, ToldChannel> shop : plain) {
      assertThat(shop).containsOnlyKeys(FEES.keySet());
      shop.forEach(
          (name, told) -> {
            double planted = FEES.get(name) / orders;
            if (planted < told.low() || planted > told.high()) {
              outside.add(name + " " + told + " " + planted);
            }
          });
      assertThat(shop.get("MAIL").high()).isLessThan(shop.get("KAKAO").low());
      assertThat(shop.get("KAKAO").high()).isLessThan(shop.get("LMS").low());
    }
    assertThat(outside).as("of " + SEEDS * FEES.size()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void orders_that_a_channel_brings_make_it_cheaper_and_no_other_is_told_to_differ() {
    double planted = FEES.get(BRINGS) / (ordersPerMessage() + BROUGHT);
    List<ToldChannel> outside = new ArrayList<>();
    int claimed = 0;
    for (Map<String, ToldChannel> shop : bringing) {
      ToldChannel brings = shop.get(BRINGS);
      ToldChannel mail = shop.get("MAIL");
      ToldChannel text = shop.get("LMS");
      if (planted < brings.low() || planted > brings.high()) {
        outside.add(brings);
      }
      assertThat(brings.highIn(BRINGS))
          .isLessThan(text.lowIn("LMS"))
          .isLessThan(mail.lowIn("MAIL"));
      boolean differ =
          mail.highIn("MAIL") < text.lowIn("LMS") || text.highIn("LMS") < mail.lowIn("MAIL");
      claimed += differ ? 1 : 0;
    }
    assertThat(outside).as("planted: " + planted).hasSizeLessThanOrEqualTo(1);
    assertThat(claimed).isZero();
  }

  /** Orders after a message in shops where none brings any. */
  private static double ordersPerMessage() {
    List<ToldChannel> all = plain.stream().flatMap(one -> one.values().stream()).toList();
    return all.stream().mapToDouble(ToldChannel::orders).sum()
        / all.stream().mapToDouble(ToldChannel::sent).sum();
  }

  private static ToldChannel told(RowReader cells) {
    return new ToldChannel(
        cells.count(MediaColumns.SENT),
        cells.count(MediaColumns.ORDERS),
        cells.number(MediaColumns.LOW).orElseThrow(),
        cells.number(MediaColumns.HIGH).orElseThrow());
  }

  private static void add(ShopPopulation shop, int seed, TestRows facts) {
    Random draws = new Random(seed);
    AllShoppers.in(shop)
        .forEach(
            shopper -> {
              List<CustomerSignal> signals = new ArrayList<>(SampleSignals.of(shop, shopper));
              addFacts(signals, seed, facts);
              signals.addAll(brought(signals, draws));
              signals.sort(Comparator.comparingLong(CustomerSignal::at));
              addFacts(signals, SEEDS + seed, facts);
            });
  }

  private static void addFacts(List<CustomerSignal> signals, int number, TestRows facts) {
    MediaFold fold = new MediaFold();
    signals.forEach(fold::add);
    for (MediaFact fact : fold.facts(List.of())) {
      if (FEES.containsKey(fact.channel())) {
        facts.row(
            MediaFact.KIND,
            number + " " + fact.channel(),
            fact.totals().sends(),
            0L,
            fact.orders(),
            fact.cost());
      }
    }
  }

  /** Orders that messages of the one channel bring, each a second after it. */
  private static List<CustomerSignal> brought(List<CustomerSignal> signals, Random draws) {
    return signals.stream()
        .filter(signal -> signal.kind() == SignalKind.SEND)
        .filter(signal -> BRINGS.equals(signal.subject().channel()))
        .filter(signal -> draws.nextDouble() < BROUGHT)
        .map(
            sent ->
                new CustomerSignal(
                    SignalKind.PURCHASE,
                    sent.at() + FoldRules.SECOND,
                    "brought by " + sent.id(),
                    sent.subject(),
                    GivenContacts.UNANSWERED))
        .toList();
  }
}
