package dev.dangol.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.TestRows;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A small shop with deliveries, reviews, cases and surveys of all sorts; the same for a seed. */
final class ExperienceShop {
  static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
  static final LocalDate DAY = LocalDate.of(2025, 9, 1);

  private static final Instant OPENED = Instant.parse("2024-09-15T00:00:00Z");

  private final SparkSession spark;
  private final SplittableRandom random;

  private ExperienceShop(SparkSession spark, long seed) {
    this.spark = spark;
    this.random = new SplittableRandom(seed);
  }

  /** Every column of its sources is mapped. */
  static GivenSettings settings() {
    GivenSettings settings = GivenSettings.in(ZONE, List.of(30));
    for (Source source :
        List.of(Sources.PURCHASES, Sources.REVIEWS, Sources.SUPPORT, Sources.SURVEYS)) {
      settings = settings.with(source, source.fields());
    }
    return settings;
  }

  static Map<Source, Dataset<Row>> open(SparkSession spark, long seed) {
    ExperienceShop shop = new ExperienceShop(spark, seed);
    Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
    clean.put(Sources.PURCHASES, CleanTables.rows(Sources.PURCHASES, shop.purchases()));
    clean.put(Sources.REVIEWS, CleanTables.rows(Sources.REVIEWS, shop.reviews()));
    clean.put(Sources.SUPPORT, CleanTables.rows(Sources.SUPPORT, shop.support()));
    clean.put(Sources.SURVEYS, CleanTables.rows(Sources.SURVEYS, shop.surveys()));
    return clean;
  }

  private Dataset<Row> purchases() {
    TestRows rows =
        rows(
            SharedColumns.CUSTOMER_ID,
            PurchaseSource.PURCHASED_AT,
            PurchaseSource.NET_AMOUNT,
            SharedColumns.ORDER_ID,
            PurchaseSource.REFUND_OF,
            SharedColumns.CATEGORY,
            PurchaseSource.QUANTITY,
            PurchaseSource.PROMISED_AT,
            PurchaseSource.DELIVERED_AT,
            SharedColumns.ARRIVED_AT);
    for (int line = 0; line < 120; line++) {
      String customer = chance(20) ? "단골" : customer();
      Timestamp at = moment();
      boolean refund = chance(15);
      Timestamp promised = chance(70) ? after(at, 10) : null;
      rows.row(
          customer,
          at,
          (refund ? "-" : "") + random.nextInt(6) + ".50",
          chance(75) ? customer + random.nextInt(9) : null,
          refund && chance(80) ? customer + random.nextInt(9) : null,
          chance(80) ? "category" + random.nextInt(3) : null,
          chance(60) ? Double.valueOf(random.nextInt(4)) : null,
          promised,
          chance(70) ? after(at, 14) : chance(30) ? promised : null,
          chance(15) ? after(at, 60) : null);
    }
    return rows.table();
  }

  private Dataset<Row> reviews() {
    TestRows rows =
        rows(
            SharedColumns.CUSTOMER_ID,
            ReviewSource.REVIEWED_AT,
            ReviewSource.RATING,
            SharedColumns.ARRIVED_AT);
    Timestamp last = moment();
    for (int review = 0; review < 60; review++) {
      last = chance(20) ? last : moment();
      double rating = chance(20) ? 3 : random.nextInt(10, 51) / 10.0;
      rows.row(customer(), last, rating, chance(15) ? after(last, 60) : null);
    }
    return rows.table();
  }

  private Dataset<Row> support() {
    TestRows rows =
        rows(
            SharedColumns.CUSTOMER_ID,
            SupportSource.OPENED_AT,
            SupportSource.FIRST_REPLY_AT,
            SupportSource.RESOLVED_AT,
            SupportSource.REOPENED_AT,
            SupportSource.FAULT);
    for (int one = 0; one < 25; one++) {
      Timestamp at = chance(20) ? Timestamp.from(Instant.parse("2025-08-31T15:00:00Z")) : moment();
      rows.row(
          customer(),
          at,
          chance(70) ? after(at, 2) : null,
          chance(60) ? after(at, 20) : null,
          chance(30) ? after(at, 20) : null,
          chance(70) ? Boolean.valueOf(chance(40)) : null);
    }
    return rows.table();
  }

  private Dataset<Row> surveys() {
    TestRows rows =
        rows(
            SharedColumns.CUSTOMER_ID,
            SurveySource.ANSWERED_AT,
            SurveySource.SCORE,
            SurveySource.SCALE_MIN,
            SurveySource.SCALE_MAX);
    for (int answer = 0; answer < 25; answer++) {
      Double score = chance(85) ? Double.valueOf(random.nextInt(-1, 12)) : null;
      rows.row(customer(), moment(), score, chance(50) ? 0 : 1, chance(80) ? 10.0 : null);
    }
    return rows.table();
  }

  private String customer() {
    return "c" + random.nextInt(14);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private Timestamp moment() {
    return Timestamp.from(OPENED.plus(Duration.ofHours(random.nextLong(24 * 380))));
  }

  private Timestamp after(Timestamp at, int days) {
    return Timestamp.from(at.toInstant().plus(Duration.ofHours(random.nextLong(24L * days))));
  }

  private TestRows rows(Field... fields) {
    return TestRows.of(spark, fields);
  }
}
