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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Channels of the sample shop, of which it is known what a message costs, and that no message
 * brings an order in any of them: orders after one cost as much more as its messages do.
 */
@ExtendWith(SparkExtension.class)
class SampleMediaTest {
  private static final int SEEDS = 5;
  private static final int CUSTOMERS = 2_500;

  /** Costs of a message, in won. */
  private static final Map<String, Double> FEES = Map.of("MAIL", 0.8, "KAKAO", 15.0, "LMS", 27.0);

  /** Row of a channel of one shop, as the table tells it. */
  private record ToldChannel(double sent, double orders, double low, double high) {}

  @Test
  void what_an_order_costs_lies_in_its_interval_and_no_channel_is_told_to_bring_more(
      SparkSession spark) {
    List<Map<String, ToldChannel>> shops = shops(spark);
    List<ToldChannel> all = shops.stream().flatMap(one -> one.values().stream()).toList();
    double sent = all.stream().mapToDouble(ToldChannel::sent).sum();
    double orders = all.stream().mapToDouble(ToldChannel::orders).sum();
    List<String> outside = new ArrayList<>();
    for (Map<String, ToldChannel> shop : shops) {
      assertThat(shop).containsOnlyKeys(FEES.keySet());
      shop.forEach(
          (name, told) -> {
            double planted = FEES.get(name) * sent / orders;
            if (planted < told.low() || planted > told.high()) {
              outside.add(name + " " + told + " " + planted);
            }
          });
      assertThat(shop.get("MAIL").high()).isLessThan(shop.get("KAKAO").low());
      assertThat(shop.get("KAKAO").high()).isLessThan(shop.get("LMS").low());
    }
    assertThat(outside).as("of " + SEEDS * FEES.size()).hasSizeLessThanOrEqualTo(2);
  }

  /** The channels of each shop; those of all shops are counted in one job. */
  private static List<Map<String, ToldChannel>> shops(SparkSession spark) {
    TestRows facts = MediaTotalsTest.noFacts(spark);
    List<Map<String, ToldChannel>> shops = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      shops.add(new HashMap<>());
      add(new ShopPopulation(new SampleSize(CUSTOMERS, 42 + seed)), seed, facts);
    }
    AsOf asOf = TestDay.of(SamplePeriod.END.minusDays(1).toString());
    for (Row row : new MediaTotals(asOf, false).of(facts.table()).collectAsList()) {
      RowReader cells = new RowReader(row);
      String[] channel = cells.text(MediaColumns.CHANNEL).orElseThrow().split(" ", 2);
      shops.get(Integer.parseInt(channel[0])).put(channel[1], told(cells));
    }
    return shops;
  }

  private static ToldChannel told(RowReader cells) {
    return new ToldChannel(
        cells.count(MediaColumns.SENT),
        cells.count(MediaColumns.ORDERS),
        cells.number(MediaColumns.LOW).orElseThrow(),
        cells.number(MediaColumns.HIGH).orElseThrow());
  }

  private static void add(ShopPopulation shop, int seed, TestRows facts) {
    AllShoppers.in(shop)
        .forEach(
            shopper -> {
              MediaFold fold = new MediaFold();
              SampleSignals.of(shop, shopper).forEach(fold::add);
              for (MediaFact fact : fold.facts(List.of())) {
                if (FEES.containsKey(fact.channel())) {
                  facts.row(
                      MediaFact.KIND,
                      seed + " " + fact.channel(),
                      fact.totals().sends(),
                      0L,
                      fact.orders(),
                      fact.cost());
                }
              }
            });
  }
}
