package dev.dangol.effects;

import dev.dangol.sample.people.OrderLine;
import dev.dangol.sample.people.PointsCard;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Timelines of the sample shop's customers, made without Spark: purchases and joining. */
final class SampleTimelines {
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final String JOINS = "가입";

  private SampleTimelines() {}

  static CustomerTimeline of(ShopPopulation shop, SampleShopper shopper) {
    TreeMap<Integer, Double> sales = new TreeMap<>();
    for (ShopOrder order : ShopperOrders.of(shop, shopper).orders()) {
      double net = order.lines().stream().mapToLong(OrderLine::net).sum();
      sales.merge(day(order.at().toLocalDate()), net, Double::sum);
    }
    List<TimelineEvent> events = new ArrayList<>();
    sales.forEach((day, net) -> events.add(TimelineEvent.of(TimelineKind.PURCHASE, day, net)));
    for (Row row : new PointsCard(shop, shopper).movements()) {
      if (row.getString(3).equals(JOINS)) {
        int day = day(LocalDate.parse(row.getString(2), DIGITS));
        events.add(TimelineEvent.of(TimelineKind.JOIN, day, Double.NaN));
      }
    }
    events.sort(Comparator.comparingInt(TimelineEvent::day).thenComparing(TimelineEvent::kind));
    CustomerTimeline timeline = new CustomerTimeline(shopper.id());
    events.forEach(timeline::add);
    return timeline;
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }
}
