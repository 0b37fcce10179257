package dev.dangol.features;

import dev.dangol.table.Columns;
import dev.dangol.table.Engagement;
import dev.dangol.table.Field;
import dev.dangol.table.Purchases;
import dev.dangol.table.Referrals;
import dev.dangol.table.Reviews;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import dev.dangol.testing.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A year of a shop with everything that real data holds and nobody expects: amounts of nothing and
 * of billions, refunds of orders that are not there, moments at the very edge of a day, a customer
 * with a third of all lines. The same for the same seed.
 */
final class GeneratedShop {
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** The clock goes forward on the first of them and back on the last. */
  static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2025, 3, 9), LocalDate.of(2025, 7, 1), LocalDate.of(2025, 11, 2));

  static final List<Integer> WINDOWS = List.of(1, 30, 365);

  static final List<Field> LINE =
      List.of(
          Columns.CUSTOMER_ID,
          Purchases.PURCHASED_AT,
          Purchases.NET_AMOUNT,
          Columns.ORDER_ID,
          Purchases.REFUND_OF,
          Purchases.LIST_AMOUNT,
          Purchases.DISCOUNT_AMOUNT,
          Columns.COST_AMOUNT,
          Purchases.PROMOTION_ID,
          Columns.CATEGORY,
          Purchases.PRODUCT_LINE,
          Purchases.QUANTITY,
          Columns.ARRIVED_AT);
  static final List<Field> REVIEW =
      List.of(
          Columns.CUSTOMER_ID,
          Reviews.REVIEWED_AT,
          Reviews.RATING,
          Reviews.TEXT,
          Reviews.HELPFUL_VOTES,
          Columns.ARRIVED_AT);
  static final List<Field> EVENT =
      List.of(
          Engagement.KNOWN_CUSTOMER_ID,
          Engagement.OCCURRED_AT,
          Engagement.EVENT,
          Columns.CHANNEL,
          Columns.ARRIVED_AT);
  static final List<Field> REFERRAL =
      List.of(
          Referrals.REFERRER_ID,
          Referrals.REFERRED_ID,
          Referrals.REFERRED_AT,
          Referrals.CONVERTED_AT);

  private static final int CUSTOMERS = 60;
  private static final Instant OPENED = Instant.parse("2024-11-20T05:00:00Z");
  private static final List<String> EVENTS =
      List.of("view", "open", "click", "reply", "comment", "share", "unsubscribe", "search");
  private static final List<String> CHANNELS = List.of("app", "web", "매장");
  private static final List<String> TEXTS = List.of("", "좋아요", "came late", "fine, again");

  private final SparkSession spark;
  private final SplittableRandom random = new SplittableRandom(20250309);
  private final List<Instant> edges = edges();

  private GeneratedShop(SparkSession spark) {
    this.spark = spark;
  }

  static Map<Source, Dataset<Row>> open(SparkSession spark) {
    GeneratedShop shop = new GeneratedShop(spark);
    Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
    clean.put(Sources.PURCHASES, Clean.rows(Sources.PURCHASES, shop.purchases()));
    clean.put(Sources.REVIEWS, Clean.rows(Sources.REVIEWS, shop.reviews()));
    clean.put(Sources.ENGAGEMENT, shop.engagement());
    clean.put(Sources.REFERRALS, shop.referrals());
    return clean;
  }

  /** The settings of a business that maps every column the shop has. */
  static GivenSettings settings() {
    return GivenSettings.in(ZONE, WINDOWS)
        .with(Sources.PURCHASES, LINE)
        .with(Sources.REVIEWS, REVIEW)
        .with(Sources.ENGAGEMENT, EVENT)
        .with(Sources.REFERRALS, REFERRAL);
  }

  private Dataset<Row> purchases() {
    Rows rows = rows(LINE);
    int lines = 0;
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      int own = 1 + random.nextInt(11);
      buy(rows, "c" + customer, own);
      lines += own;
    }
    buy(rows, "heavy", lines / 2);
    for (int customer = 0; customer < 3; customer++) {
      String order = chance(50) ? "lost" : null;
      Object[] known = {"refunded" + customer, moment(), "-5", null, order};
      rows.row(Arrays.copyOf(known, LINE.size()));
    }
    return rows.table();
  }

  private void buy(Rows rows, String customer, int lines) {
    List<Timestamp> moments = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      boolean again = !moments.isEmpty() && chance(25);
      Timestamp at = again ? moments.get(random.nextInt(moments.size())) : moment();
      moments.add(at);
      BigDecimal net = amount();
      boolean refund = chance(10);
      rows.row(
          customer,
          at,
          refund && chance(90) ? net.abs().negate() : net,
          chance(60) ? order(customer, lines) : null,
          refund ? (chance(80) ? order(customer, lines) : "lost") : null,
          chance(40) ? net.add(new BigDecimal(random.nextInt(-1, 4))) : null,
          chance(30) ? new BigDecimal(random.nextInt(-1, 3)) : null,
          chance(50) ? net.multiply(new BigDecimal("0.5")).setScale(4, RoundingMode.DOWN) : null,
          chance(30) ? "spring" : null,
          chance(60) ? "category" + random.nextInt(5) : null,
          chance(70) ? "line" + random.nextInt(3) : null,
          chance(80) ? Double.valueOf(random.nextInt(-1, 9) / 2.0) : null,
          arrival(at));
    }
  }

  private String order(String customer, int lines) {
    return customer + "-" + random.nextInt(Math.max(2, lines));
  }

  private Dataset<Row> reviews() {
    Rows rows = rows(REVIEW);
    for (int review = 0; review < 250; review++) {
      Timestamp at = moment();
      rows.row(
          chance(20) ? "heavy" : chance(5) ? "reads-only" : someone(),
          at,
          Double.valueOf(random.nextInt(10, 51) / 10.0),
          chance(70) ? TEXTS.get(random.nextInt(TEXTS.size())) : null,
          chance(50) ? Long.valueOf(random.nextInt(4)) : null,
          arrival(at));
    }
    return rows.table();
  }

  private Dataset<Row> engagement() {
    Rows rows = rows(EVENT);
    for (int event = 0; event < 500; event++) {
      Timestamp at = moment();
      String who = chance(30) ? "heavy" : chance(10) ? null : someone();
      rows.row(
          who,
          at,
          EVENTS.get(random.nextInt(EVENTS.size())),
          chance(80) ? CHANNELS.get(random.nextInt(CHANNELS.size())) : null,
          arrival(at));
    }
    return rows.table();
  }

  private Dataset<Row> referrals() {
    Rows rows = rows(REFERRAL);
    for (int referral = 0; referral < 150; referral++) {
      String referrer = chance(30) ? "heavy" : someone();
      String referred = chance(10) ? referrer : chance(10) ? "nobody" : someone();
      rows.row(referrer, referred, moment(), chance(20) ? moment() : null);
    }
    return rows.table();
  }

  private Rows rows(List<Field> fields) {
    return Rows.of(spark, fields.toArray(Field[]::new));
  }

  private String someone() {
    return "c" + random.nextInt(CUSTOMERS);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private BigDecimal amount() {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return new BigDecimal("0.0000");
    }
    if (kind == 1) {
      return new BigDecimal("98765432109876.5432");
    }
    BigDecimal amount = BigDecimal.valueOf(random.nextLong(1_000_000), kind < 12 ? 2 : 4);
    return kind == 2 ? amount.negate() : amount;
  }

  private Timestamp moment() {
    Instant at =
        chance(15)
            ? edges.get(random.nextInt(edges.size()))
            : OPENED.plusMillis(random.nextLong(Duration.ofDays(380).toMillis()));
    return Timestamp.from(at);
  }

  private Timestamp arrival(Timestamp at) {
    return chance(80)
        ? null
        : Timestamp.from(at.toInstant().plus(Duration.ofHours(random.nextLong(60 * 24))));
  }

  /** The first and the last millisecond of every as-of day and of every window. */
  private static List<Instant> edges() {
    List<Instant> edges = new ArrayList<>();
    for (LocalDate day : DAYS) {
      edges.add(day.plusDays(1).atStartOfDay(ZONE).toInstant());
      for (int window : WINDOWS) {
        edges.add(day.minusDays(window - 1).atStartOfDay(ZONE).toInstant());
      }
    }
    List<Instant> before = edges.stream().map(edge -> edge.minusMillis(1)).toList();
    edges.addAll(before);
    return edges;
  }
}
