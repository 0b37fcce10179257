package dev.dangol.features;

import static java.util.stream.Collectors.groupingBy;

import dev.dangol.config.FeatureSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Naive computation of every feature, row by row, from the sentence of its column. It is plain Java
 * that does not try to be fast, and the expected values of the real computation.
 */
public final class NaiveShop {
  private final Map<Source, List<PlainRow>> rows = new HashMap<>();
  private final NaiveDay day;
  private final GivenSettings given;
  private final FeatureSettings settings;

  public NaiveShop(Map<Source, Dataset<Row>> clean, LocalDate asOf, GivenSettings given) {
    clean.forEach(
        (source, table) ->
            rows.put(source, table.collectAsList().stream().map(PlainRow::new).toList()));
    this.day = new NaiveDay(asOf, given.zone());
    this.given = given;
    this.settings = given.features();
  }

  /** By customer, then by column. */
  Map<String, Map<String, Object>> features() {
    Map<String, Map<String, Object>> all = new TreeMap<>();
    happened(Sources.PURCHASES)
        .forEach(
            (customer, lines) -> {
              NaivePurchases purchases = new NaivePurchases(lines, day.day(), day.zone());
              if (purchases.any()) {
                all.put(customer, purchases.features(settings.windows(), given.margin()));
                purchases.fade(all.get(customer), settings.halfLifeDays());
              }
            });
    others(all);
    Map<String, List<PlainRow>> did = happened(Sources.ENGAGEMENT);
    NaiveDecay decay = new NaiveDecay(day.day(), settings.halfLifeDays());
    all.forEach((customer, row) -> decay.events(row, did.getOrDefault(customer, List.of()), day));
    Map<String, List<PlainRow>> lines = happened(Sources.PURCHASES);
    NaiveRivals rivals = new NaiveRivals(settings.rivals(), day);
    int longest = Collections.max(settings.windows());
    NaiveMainCategory main = new NaiveMainCategory(day, longest);
    all.forEach(
        (customer, row) -> {
          rivals.measure(row, lines.get(customer));
          main.measure(row, lines.get(customer));
        });
    new NaiveRoles(day).measure(all, lines, known(Sources.REFERRALS));
    NaiveNetwork network = network(all);
    all.forEach((customer, row) -> refer(row, network, customer));
    NaiveCycles cycles = new NaiveCycles(lines, day, settings.repeats().cycleMinRepeats());
    NaiveRhythm.withinCycle(all, settings.repeats().cycleDays(), cycles);
    NaiveRanks ranks = new NaiveRanks(all);
    settings.qualities().forEach((quality, blend) -> ranks.score("quality_" + quality, blend));
    all.values().forEach(row -> NaiveRanks.index(row, settings.dangolIndex()));
    ranks.potential();
    NaiveKinds kinds = new NaiveKinds(settings.types());
    all.values().forEach(row -> kinds.say(row, ranks.spends(row)));
    new NaiveRfm(all.values(), settings.rfm()).score();
    NaiveExperience experience = new NaiveExperience(rows, day.day(), day.zone());
    new NaiveSatisfaction(experience, settings.satisfaction()).features(all, cycles);
    return all;
  }

  private void others(Map<String, Map<String, Object>> all) {
    List<Integer> windows = settings.windows();
    NaiveReviews reviews = new NaiveReviews(day, windows);
    NaiveEvents events = new NaiveEvents(day, windows, shown(all.keySet()));
    NaiveTalk talk = new NaiveTalk(day, windows, settings.satisfaction().spans().replyHours());
    NaiveBonds bonds = new NaiveBonds(day);
    Map<Source, BiConsumer<Map<String, Object>, List<PlainRow>>> families = new LinkedHashMap<>();
    families.put(Sources.REVIEWS, reviews::measure);
    families.put(Sources.ENGAGEMENT, events::measure);
    families.put(Sources.MESSAGES, talk::messages);
    families.put(Sources.SUPPORT, talk::cases);
    families.put(Sources.SURVEYS, bonds::answers);
    families.put(Sources.LOYALTY, bonds::programme);
    families.put(Sources.CUSTOMERS, bonds::records);
    families.forEach(
        (source, family) -> {
          Map<String, List<PlainRow>> own = happened(source);
          all.forEach((customer, row) -> family.accept(row, own.getOrDefault(customer, List.of())));
        });
    Map<String, List<PlainRow>> written = happened(Sources.REVIEWS);
    Map<String, List<PlainRow>> bought = happened(Sources.PURCHASES);
    Map<String, List<PlainRow>> did = happened(Sources.ENGAGEMENT);
    NaiveContacts contacts =
        new NaiveContacts(
            day,
            Map.of(
                Sources.PURCHASES, bought,
                Sources.REVIEWS, written,
                Sources.ENGAGEMENT, did,
                Sources.SUPPORT, happened(Sources.SUPPORT)));
    List<PlainRow> every = written.values().stream().flatMap(List::stream).toList();
    all.forEach(
        (customer, row) -> {
          reviews.verify(row, written.getOrDefault(customer, List.of()), bought.get(customer));
          reviews.answer(row, did.getOrDefault(customer, List.of()), every);
          contacts.measure(customer, row);
        });
  }

  /** Those of every customer with a purchase. */
  public List<List<LocalDate>> purchaseDays() {
    return happened(Sources.PURCHASES).values().stream()
        .map(lines -> new NaivePurchases(lines, day.day(), day.zone()).purchaseDays())
        .filter(days -> !days.isEmpty())
        .toList();
  }

  private List<PlainRow> shown(Set<String> customers) {
    return happened(Sources.ENGAGEMENT).entrySet().stream()
        .filter(own -> customers.contains(own.getKey()))
        .flatMap(own -> own.getValue().stream())
        .toList();
  }

  private Map<String, List<PlainRow>> happened(Source source) {
    return known(source).stream()
        .filter(row -> !row.empty(SharedColumns.CUSTOMER_ID))
        .collect(groupingBy(row -> row.text(SharedColumns.CUSTOMER_ID)));
  }

  private List<PlainRow> known(Source source) {
    boolean arrives = source.field(SharedColumns.ARRIVED_AT.name()).isPresent();
    return rows.get(source).stream()
        .filter(row -> source.time().map(time -> day.happened(row, time)).orElse(true))
        .filter(
            row ->
                !arrives
                    || row.empty(SharedColumns.ARRIVED_AT)
                    || day.happened(row, SharedColumns.ARRIVED_AT))
        .toList();
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
    return new NaiveNetwork(referrals, bought, new AsOf(day.day(), day.zone()), depth);
  }

  private static void refer(Map<String, Object> row, NaiveNetwork network, String customer) {
    put(row, ReferralColumns.REFERRALS_MADE, (long) network.referred(customer).size());
    put(row, ReferralColumns.REFERRALS_CONVERTED, network.customers(customer, 1));
    put(row, ReferralColumns.REFERRED_NET_SALES, network.netSales(customer, 1));
    put(row, ReferralColumns.REFERRAL_GENERATIONS, network.generations(customer));
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
