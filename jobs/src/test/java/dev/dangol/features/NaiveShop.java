package dev.dangol.features;

import static java.util.stream.Collectors.groupingBy;

import dev.dangol.config.FeatureSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.Engagement;
import dev.dangol.table.EventColumns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.ReferralColumns;
import dev.dangol.table.Reviews;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every feature, computed row by row from what its column says it means, in plain Java that does
 * not try to be fast: what the real thing is compared with.
 */
final class NaiveShop {
  private final Map<Source, List<PlainRow>> rows = new HashMap<>();
  private final LocalDate asOf;
  private final ZoneId zone;
  private final FeatureSettings settings;

  NaiveShop(
      Map<Source, Dataset<Row>> clean, LocalDate asOf, ZoneId zone, FeatureSettings settings) {
    clean.forEach(
        (source, table) ->
            rows.put(source, table.collectAsList().stream().map(PlainRow::new).toList()));
    this.asOf = asOf;
    this.zone = zone;
    this.settings = settings;
  }

  /** By customer, then by column. */
  Map<String, Map<String, Object>> features() {
    Map<String, Map<String, Object>> all = new TreeMap<>();
    happened(Sources.PURCHASES, Columns.CUSTOMER_ID)
        .forEach(
            (customer, lines) -> {
              NaivePurchases purchases = new NaivePurchases(lines, asOf, zone);
              if (purchases.any()) {
                all.put(customer, purchases.features(settings.windows()));
              }
            });
    Map<String, List<PlainRow>> reviews = happened(Sources.REVIEWS, Columns.CUSTOMER_ID);
    Map<String, List<PlainRow>> events = happened(Sources.ENGAGEMENT, Engagement.KNOWN_CUSTOMER_ID);
    NaiveNetwork network = network(all);
    all.forEach(
        (customer, row) -> {
          review(row, reviews.getOrDefault(customer, List.of()));
          engage(row, events.getOrDefault(customer, List.of()));
          refer(row, network, customer);
        });
    NaiveRanks ranks = new NaiveRanks(all);
    settings.qualities().forEach((quality, blend) -> ranks.score("quality_" + quality, blend));
    all.values().forEach(row -> NaiveRanks.index(row, settings.dangolIndex()));
    NaiveRhythm.withinCycle(all.values(), settings.repeats().cycleDays());
    new NaiveRfm(all.values(), settings.rfm()).score();
    NaiveExperience experience = new NaiveExperience(rows, asOf, zone);
    new NaiveSatisfaction(experience, settings.satisfaction()).features(all);
    return all;
  }

  /** Those of every customer with a purchase. */
  List<List<LocalDate>> purchaseDays() {
    return happened(Sources.PURCHASES, Columns.CUSTOMER_ID).values().stream()
        .map(lines -> new NaivePurchases(lines, asOf, zone).purchaseDays())
        .filter(days -> !days.isEmpty())
        .toList();
  }

  private Map<String, List<PlainRow>> happened(Source source, Field customer) {
    Field time = source.time().orElseThrow();
    boolean arrives = source.field(Columns.ARRIVED_AT.name()).isPresent();
    return rows.get(source).stream()
        .filter(row -> !row.empty(customer) && before(row, time))
        .filter(row -> !arrives || row.empty(Columns.ARRIVED_AT) || before(row, Columns.ARRIVED_AT))
        .collect(groupingBy(row -> row.text(customer)));
  }

  private boolean before(PlainRow row, Field time) {
    Instant end = asOf.plusDays(1).atStartOfDay(zone).toInstant();
    return row.instant(time).isBefore(end);
  }

  private static void review(Map<String, Object> row, List<PlainRow> reviews) {
    List<Double> ratings = reviews.stream().map(review -> review.number(Reviews.RATING)).toList();
    List<Integer> lengths =
        reviews.stream()
            .filter(review -> !review.empty(Reviews.TEXT))
            .map(review -> review.text(Reviews.TEXT).length())
            .toList();
    long orders = (Long) row.get(FeatureColumns.ORDERS_LIFETIME.name());
    put(row, FeatureColumns.REVIEWS_LIFETIME, (long) reviews.size());
    put(row, FeatureColumns.REVIEWS_PER_ORDER, (double) reviews.size() / orders);
    put(row, FeatureColumns.RATING_MEAN, mean(ratings));
    put(
        row,
        FeatureColumns.RATING_SPREAD,
        ratings.isEmpty()
            ? null
            : ratings.stream().max(Comparator.naturalOrder()).get()
                - ratings.stream().min(Comparator.naturalOrder()).get());
    put(row, FeatureColumns.LOW_RATINGS_LIFETIME, ratings.stream().filter(r -> r < 3).count());
    put(row, FeatureColumns.REVIEW_LENGTH_MEAN, mean(lengths));
    put(
        row,
        FeatureColumns.HELPFUL_VOTES_LIFETIME,
        reviews.stream()
            .filter(review -> !review.empty(Reviews.HELPFUL_VOTES))
            .mapToLong(review -> review.count(Reviews.HELPFUL_VOTES))
            .sum());
  }

  private static Double mean(List<? extends Number> numbers) {
    BigDecimal sum =
        numbers.stream()
            .map(number -> new BigDecimal(number.toString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return numbers.isEmpty() ? null : Double.valueOf(sum.doubleValue() / numbers.size());
  }

  private void engage(Map<String, Object> row, List<PlainRow> events) {
    List<LocalDate> days =
        events.stream().map(e -> day(e.instant(Engagement.OCCURRED_AT))).toList();
    put(row, FeatureColumns.EVENTS_LIFETIME, (long) events.size());
    put(row, FeatureColumns.VIEWS_LIFETIME, kinds(events, "view"));
    put(row, FeatureColumns.OPENS_LIFETIME, kinds(events, "open"));
    put(row, FeatureColumns.CLICKS_LIFETIME, kinds(events, "click"));
    put(row, FeatureColumns.REPLIES_LIFETIME, kinds(events, "reply", "comment"));
    put(row, FeatureColumns.SHARES_LIFETIME, kinds(events, "share"));
    put(row, FeatureColumns.UNSUBSCRIBES_LIFETIME, kinds(events, "unsubscribe"));
    put(
        row,
        FeatureColumns.DAYS_SINCE_LAST_EVENT,
        days.stream()
            .max(Comparator.naturalOrder())
            .map(last -> ChronoUnit.DAYS.between(last, asOf))
            .orElse(null));
    for (int window : settings.windows()) {
      Predicate<LocalDate> recent = day -> ChronoUnit.DAYS.between(day, asOf) < window;
      put(row, EventColumns.events(window), days.stream().filter(recent).count());
    }
  }

  private static long kinds(List<PlainRow> events, String... kinds) {
    return events.stream().filter(e -> List.of(kinds).contains(e.text(Engagement.EVENT))).count();
  }

  private NaiveNetwork network(Map<String, Map<String, Object>> buyers) {
    List<NaiveNetwork.Referral> referrals =
        rows.get(Sources.REFERRALS).stream().map(NaiveNetwork.Referral::new).toList();
    Map<String, NaiveNetwork.Buyer> bought = new HashMap<>();
    buyers.forEach(
        (customer, row) ->
            bought.put(
                customer,
                new NaiveNetwork.Buyer(
                    (LocalDate) row.get(FeatureColumns.FIRST_ORDER_ON.name()),
                    (BigDecimal) row.get(FeatureColumns.NET_SALES_LIFETIME.name()))));
    int depth = settings.referrals().generations();
    return new NaiveNetwork(referrals, bought, new AsOf(asOf, zone), depth);
  }

  private static void refer(Map<String, Object> row, NaiveNetwork network, String customer) {
    put(row, ReferralColumns.REFERRALS_MADE, (long) network.referred(customer).size());
    put(row, ReferralColumns.REFERRALS_CONVERTED, network.customers(customer, 1));
    put(row, ReferralColumns.REFERRED_NET_SALES, network.netSales(customer, 1));
    put(row, ReferralColumns.REFERRAL_GENERATIONS, network.generations(customer));
  }

  private LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
