package dev.dangol.features;

import dev.dangol.features.GeneratedDraws.Act;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.TestRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A generated year of a shop, with all the unexpected values of real data. It holds amounts of
 * nothing and of billions, refunds of orders that are not there, moments at the very edge of a day,
 * and a customer with a third of all lines. The same for the same seed.
 */
public final class GeneratedShop {
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  static final LocalDate MIDDLE = LocalDate.of(2025, 7, 1);

  /** On the second of them the clock goes forward, on the fourth back; the fifth is the last. */
  public static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2024, 12, 31),
          LocalDate.of(2025, 3, 9),
          MIDDLE,
          LocalDate.of(2025, 11, 2),
          LocalDate.of(2025, 12, 5));

  /** The longest leaves many customers who bought before it began. */
  static final List<Integer> WINDOWS = List.of(1, 30, 115);

  static final List<Field> LINE =
      List.of(
          SharedColumns.CUSTOMER_ID,
          PurchaseSource.PURCHASED_AT,
          PurchaseSource.NET_AMOUNT,
          SharedColumns.ORDER_ID,
          PurchaseSource.REFUND_OF,
          PurchaseSource.LIST_AMOUNT,
          PurchaseSource.DISCOUNT_AMOUNT,
          SharedColumns.COST_AMOUNT,
          PurchaseSource.PROMOTION_ID,
          SharedColumns.CATEGORY,
          SharedColumns.PRODUCT_ID,
          PurchaseSource.PRODUCT_LINE,
          PurchaseSource.QUANTITY,
          PurchaseSource.PROMISED_AT,
          PurchaseSource.DELIVERED_AT,
          SharedColumns.ARRIVED_AT);
  static final List<Field> REVIEW =
      List.of(
          SharedColumns.CUSTOMER_ID,
          ReviewSource.REVIEWED_AT,
          ReviewSource.RATING,
          ReviewSource.TEXT,
          ReviewSource.HELPFUL_VOTES,
          SharedColumns.PRODUCT_ID,
          SharedColumns.ARRIVED_AT);
  static final List<Field> EVENT =
      List.of(
          EngagementSource.KNOWN_CUSTOMER_ID,
          EngagementSource.OCCURRED_AT,
          EngagementSource.EVENT,
          SharedColumns.CHANNEL,
          SharedColumns.PRODUCT_ID,
          SharedColumns.ARRIVED_AT);
  static final List<Field> REFERRAL =
      List.of(
          ReferralSource.REFERRER_ID,
          ReferralSource.REFERRED_ID,
          ReferralSource.REFERRED_AT,
          ReferralSource.CONVERTED_AT);

  private static final List<String> EVENTS =
      List.of(
          "view", "open", "click", "reply", "comment", "share", "unsubscribe", "search", "chat");

  /** From its first moment on something is put into carts. */
  private static final Instant CARTS = Instant.parse("2025-08-01T00:00:00Z");

  private static final Timestamp NEVER = Timestamp.from(Instant.parse("2026-06-01T00:00:00Z"));
  private static final List<String> CHANNELS = List.of("app", "web", "매장");
  private static final List<String> TEXTS = List.of("", "좋아요", "came late", "fine, again");

  private final SparkSession spark;
  private final GeneratedDraws draws;

  private GeneratedShop(SparkSession spark, GeneratedDraws draws) {
    this.spark = spark;
    this.draws = draws;
  }

  /** A shop of 61 customers. */
  public static Map<Source, Dataset<Row>> open(SparkSession spark) {
    return open(spark, 60);
  }

  /** A shop of so many customers and a heavy one. */
  static Map<Source, Dataset<Row>> open(SparkSession spark, int customers) {
    GeneratedDraws draws = new GeneratedDraws(20250310, customers, DAYS, WINDOWS, ZONE);
    GeneratedShop shop = new GeneratedShop(spark, draws);
    Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
    clean.put(Sources.PURCHASES, CleanTables.rows(Sources.PURCHASES, shop.purchases()));
    clean.put(Sources.REVIEWS, CleanTables.rows(Sources.REVIEWS, shop.reviews()));
    clean.put(Sources.ENGAGEMENT, CleanTables.rows(Sources.ENGAGEMENT, shop.engagement()));
    clean.put(Sources.REFERRALS, shop.referrals());
    clean.putAll(new GeneratedTalk(spark, draws).rows());
    return clean;
  }

  /** The settings of a business that maps every column the shop has. */
  public static GivenSettings settings() {
    GivenSettings settings =
        GivenSettings.in(ZONE, WINDOWS)
            .with(Sources.PURCHASES, LINE)
            .with(Sources.REVIEWS, REVIEW)
            .with(Sources.ENGAGEMENT, EVENT)
            .with(Sources.REFERRALS, REFERRAL);
    for (Map.Entry<Source, List<Field>> talk : GeneratedTalk.COLUMNS.entrySet()) {
      settings = settings.with(talk.getKey(), talk.getValue());
    }
    return settings;
  }

  private Dataset<Row> purchases() {
    TestRows rows = rows(LINE);
    int lines = 0;
    for (int customer = 0; customer < draws.customers(); customer++) {
      int own = 1 + draws.below(11);
      buy(rows, "c" + customer, own);
      lines += own;
    }
    buy(rows, "heavy", lines / 2);
    for (int customer = 0; customer < 3; customer++) {
      String order = draws.chance(50) ? "lost" : null;
      Object[] known = {"refunded" + customer, draws.moment(), "-5", null, order};
      rows.row(Arrays.copyOf(known, LINE.size()));
    }
    return rows.table();
  }

  private void buy(TestRows rows, String customer, int lines) {
    List<Timestamp> moments = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      boolean again = !moments.isEmpty() && draws.chance(25);
      Timestamp at = again ? draws.one(moments) : draws.moment();
      moments.add(at);
      BigDecimal net = draws.amount();
      boolean refund = draws.chance(10);
      rows.row(
          customer,
          at,
          refund && draws.chance(90) ? net.abs().negate() : net,
          draws.chance(60) ? order(customer, lines) : null,
          refund ? (draws.chance(80) ? order(customer, lines) : draws.lost(moments, at)) : null,
          draws.chance(40) ? net.add(new BigDecimal(draws.below(5) - 1)) : null,
          draws.chance(30) ? new BigDecimal(draws.below(4) - 1) : null,
          draws.chance(50)
              ? net.multiply(new BigDecimal("0.5")).setScale(4, RoundingMode.DOWN)
              : null,
          draws.chance(30) ? "spring" : null,
          draws.chance(60) ? "category" + draws.below(5) : null,
          draws.product(),
          draws.chance(70) ? "line" + draws.below(3) : null,
          draws.chance(80) ? Double.valueOf((draws.below(10) - 1) / 2.0) : null,
          draws.later(at, 24 * 10, 60),
          draws.later(at, 24 * 14, 60),
          draws.arrival(at));
    }
  }

  private String order(String customer, int lines) {
    return customer + "-" + draws.below(Math.max(2, lines));
  }

  private Dataset<Row> reviews() {
    TestRows rows = rows(REVIEW);
    Act act = draws.act(null);
    for (int review = 0; review < 4 * draws.customers(); review++) {
      act = draws.chance(5) ? new Act("reads-only", draws.moment()) : draws.act(act);
      rows.row(
          act.who(),
          act.at(),
          Double.valueOf((10 + draws.below(41)) / 10.0),
          draws.chance(70) ? draws.one(TEXTS) : null,
          draws.chance(50) ? Long.valueOf(draws.below(4)) : null,
          draws.spokenOf(act.who(), draws.product()),
          draws.arrival(act.at()));
    }
    return rows.table();
  }

  /**
   * No customer compares; carts come late; one kind is shown by strangers only, one arrives too
   * late.
   */
  private Dataset<Row> engagement() {
    TestRows rows = rows(EVENT);
    Act act = draws.act(null);
    for (int event = 0; event < 9 * draws.customers(); event++) {
      act = draws.act(act);
      boolean cart = !act.at().toInstant().isBefore(CARTS) && draws.chance(10);
      rows.row(
          draws.chance(10) ? null : act.who(),
          act.at(),
          cart ? "cart" : draws.one(EVENTS),
          draws.chance(80) ? draws.one(CHANNELS) : null,
          draws.spokenOf(act.who()),
          draws.arrival(act.at()));
    }
    for (int event = 0; event < 5; event++) {
      rows.row(null, draws.moment(), "checkout", "app", null, null);
      rows.row("reads-only", draws.moment(), "help", "app", null, null);
      rows.row(draws.someone(), draws.moment(), "error", null, null, NEVER);
    }
    return rows.table();
  }

  private Dataset<Row> referrals() {
    TestRows rows = rows(REFERRAL);
    for (int referral = 0; referral < 5 * draws.customers() / 2; referral++) {
      String referrer = draws.chance(30) ? "heavy" : draws.someone();
      String referred = draws.chance(10) ? referrer : draws.chance(10) ? "nobody" : draws.someone();
      rows.row(referrer, referred, draws.moment(), draws.chance(20) ? draws.moment() : null);
    }
    return rows.table();
  }

  private TestRows rows(List<Field> fields) {
    return TestRows.of(spark, fields.toArray(Field[]::new));
  }
}
