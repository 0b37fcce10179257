package dev.dangol.features.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.BrokenPromise;
import dev.dangol.sample.people.LineSale;
import dev.dangol.sample.people.OrderDelivery;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sample shops of which it is known who left because an order came late. Strikes here are late
 * deliveries and what was sent back; those who bought on one day only are left out.
 */
@ExtendWith(SparkExtension.class)
class SampleBreaksTest {
  private static final int SEEDS = 3;
  private static final int CUSTOMERS = 2_000;

  /** Rows that are given: customers, and their strikes. */
  private record SampleTables(TestRows customers, TestRows strikes) {
    static SampleTables in(SparkSession spark) {
      return new SampleTables(TrustBreaksTest.customers(spark), TrustBreaksTest.strikes(spark));
    }
  }

  @Test
  void who_left_for_a_late_order_is_told_to_and_of_the_others_few_are(SparkSession spark) {
    SampleTables tables = SampleTables.in(spark);
    Set<String> planted = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      ShopPopulation shop = new ShopPopulation(new SampleSize(CUSTOMERS, 42 + seed));
      String prefix = seed + " ";
      AllShoppers.in(shop).forEach(one -> add(shop, one, prefix, tables));
      AllShoppers.truths(shop, "customer_features.trust_break_kind")
          .forEach(row -> planted.add(prefix + row.getString(0)));
    }
    Map<Boolean, List<Row>> broken =
        broken(tables).stream()
            .collect(Collectors.partitioningBy(row -> planted.contains(row.getString(0))));
    assertThat(broken.get(true)).hasSizeGreaterThan(planted.size() / 2);
    assertThat(late(broken.get(true))).isGreaterThanOrEqualTo(0.9);
    assertThat(late(broken.get(false))).isLessThan(0.25);
  }

  /** The share of them of whom it is told that a late delivery broke their trust. */
  private static double late(List<Row> broken) {
    return broken.stream()
        .mapToInt(row -> StrikeColumns.LATE_DELIVERY.equals(row.getString(1)) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static void add(
      ShopPopulation shop, SampleShopper shopper, String prefix, SampleTables tables) {
    ShopperOrders history = ShopperOrders.of(shop, shopper);
    List<LocalDate> days =
        history.orders().stream().map(order -> order.at().toLocalDate()).distinct().toList();
    if (days.size() < 2) {
      return;
    }
    LocalDate last = days.get(days.size() - 1);
    double gap = medianGap(days);
    double since = ChronoUnit.DAYS.between(last, SamplePeriod.END.minusDays(1));
    String id = prefix + shopper.id();
    tables
        .customers()
        .row(id, days.size() - 1, last.toString(), gap, since / gap, true, 60, true, true, false);
    history.orders().stream()
        .flatMap(order -> order.delivery().stream())
        .filter(OrderDelivery::late)
        .map(delivery -> delivery.promised().plusDays(1))
        .filter(day -> day.isBefore(SamplePeriod.END))
        .forEach(day -> tables.strikes().row(id, day.toString(), StrikeColumns.LATE_DELIVERY));
    List<LineSale> sales = LineSale.of(shop, shopper, history);
    Stream.concat(sales.stream(), BrokenPromise.returned(shop, shopper, sales).stream())
        .flatMap(sale -> sale.returned().stream())
        .filter(SamplePeriod::covers)
        .forEach(
            at ->
                tables.strikes().row(id, at.toLocalDate().toString(), StrikeColumns.FAULT_REFUND));
  }

  private static double medianGap(List<LocalDate> days) {
    DescriptiveStatistics gaps = new DescriptiveStatistics();
    for (int place = 1; place < days.size(); place++) {
      gaps.addValue((double) ChronoUnit.DAYS.between(days.get(place - 1), days.get(place)));
    }
    return gaps.getPercentile(50);
  }

  /** The customers who broke off, and the kind of the strike before it; null without one. */
  private static List<Row> broken(SampleTables tables) {
    return TrustBreaksTest.broken(tables.customers(), tables.strikes())
        .where(RhythmColumns.OVERDUE_RATIO.col().gt(2))
        .select(SharedColumns.CUSTOMER_ID.col(), StrikeColumns.TRUST_BREAK_KIND.col())
        .collectAsList();
  }
}
