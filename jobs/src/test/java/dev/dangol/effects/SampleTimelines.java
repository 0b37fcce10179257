package dev.dangol.effects;

import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.OrderLine;
import dev.dangol.sample.people.PointsCard;
import dev.dangol.sample.people.RepairedFailure;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.sample.people.SupportCases;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Timelines of the sample shop's customers, made without Spark: purchases, joining, cases and
 * reviews.
 */
final class SampleTimelines {
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final String JOINS = "가입";
  private static final int LANDMARK = 30;
  private static final double MINUTES_PER_DAY = 24 * 60;

  private SampleTimelines() {}

  static CustomerTimeline of(ShopPopulation shop, SampleShopper shopper) {
    List<TimelineEvent> events = new ArrayList<>(purchases(shop, shopper));
    for (Row row : new PointsCard(shop, shopper).movements()) {
      if (row.getString(3).equals(JOINS)) {
        int day = day(LocalDate.parse(row.getString(2), DIGITS));
        events.add(TimelineEvent.of(TimelineKind.JOIN, day, Double.NaN));
      }
    }
    new SupportCases(shop, shopper).cases().forEach(row -> events.add(ofCase(row)));
    AllShoppers.reviews(shop, shopper).forEach(row -> events.add(review(row)));
    events.sort(Comparator.comparingInt(TimelineEvent::day).thenComparing(TimelineEvent::kind));
    CustomerTimeline timeline = new CustomerTimeline(shopper.id());
    events.forEach(timeline::add);
    return timeline;
  }

  private static List<TimelineEvent> purchases(ShopPopulation shop, SampleShopper shopper) {
    TreeMap<Integer, Double> sales = new TreeMap<>();
    Stream<ShopOrder> repaired =
        RepairedFailure.of(shop, shopper).flatMap(RepairedFailure::sale).stream()
            .map(sale -> sale.order());
    Stream.concat(ShopperOrders.of(shop, shopper).orders().stream(), repaired)
        .forEach(
            order -> {
              double net = order.lines().stream().mapToLong(OrderLine::net).sum();
              sales.merge(day(order.at().toLocalDate()), net, Double::sum);
            });
    return sales.entrySet().stream()
        .map(sold -> TimelineEvent.of(TimelineKind.PURCHASE, sold.getKey(), sold.getValue()))
        .toList();
  }

  private static TimelineEvent ofCase(Row row) {
    Row times = row.getStruct(3);
    OffsetDateTime opened = OffsetDateTime.parse(times.getString(0));
    double solved = daysUntil(opened, times.getString(2));
    double reopened = daysUntil(opened, times.getString(3));
    return new TimelineEvent(
        "Y".equals(row.getString(6)) ? TimelineKind.FAULT_CASE : TimelineKind.CASE,
        day(opened.toLocalDate()),
        daysUntil(opened, times.getString(1)) * MINUTES_PER_DAY,
        reopened <= LANDMARK ? Double.NaN : solved,
        row.getStruct(1).getString(1));
  }

  private static TimelineEvent review(Row row) {
    OffsetDateTime written = OffsetDateTime.parse(row.getString(6));
    double rating = (row.getInt(3) - 1) / 4.0;
    double acted = daysUntil(written, row.getString(7));
    return new TimelineEvent(TimelineKind.REVIEW, day(written.toLocalDate()), rating, acted, "");
  }

  /** Days from one moment to another; NaN where there is no other. */
  private static double daysUntil(OffsetDateTime from, String iso) {
    return iso == null
        ? Double.NaN
        : Duration.between(from, OffsetDateTime.parse(iso)).toSeconds() / 86_400.0;
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }
}
