package dev.dangol.features;

import dev.dangol.features.GeneratedDraws.Act;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.LoyaltySource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.TestRows;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The generated shop's messages, cases, surveys, programme and records of its customers. */
final class GeneratedTalk {
  static final Map<Source, List<Field>> COLUMNS =
      Map.of(
          Sources.MESSAGES,
          List.of(
              SharedColumns.CUSTOMER_ID,
              MessageSource.SENT_AT,
              MessageSource.OPENED_AT,
              MessageSource.CLICKED_AT,
              MessageSource.REPLIED_AT,
              MessageSource.UNSUBSCRIBED_AT,
              MessageSource.COMPLAINED_AT,
              SharedColumns.COST_AMOUNT),
          Sources.SUPPORT,
          List.of(
              SharedColumns.CUSTOMER_ID,
              SupportSource.OPENED_AT,
              SupportSource.FIRST_REPLY_AT,
              SupportSource.RESOLVED_AT,
              SupportSource.REOPENED_AT,
              SupportSource.HANDLING_MINUTES,
              SharedColumns.COST_AMOUNT,
              SupportSource.FAULT),
          Sources.SURVEYS,
          List.of(
              SharedColumns.CUSTOMER_ID,
              SurveySource.ANSWERED_AT,
              SurveySource.SURVEY,
              SurveySource.SCORE,
              SurveySource.SCALE_MIN,
              SurveySource.SCALE_MAX),
          Sources.LOYALTY,
          List.of(
              SharedColumns.CUSTOMER_ID,
              LoyaltySource.OCCURRED_AT,
              LoyaltySource.KIND,
              LoyaltySource.AMOUNT),
          Sources.CUSTOMERS,
          List.of(
              SharedColumns.CUSTOMER_ID,
              CustomerSource.SIGNED_UP_AT,
              CustomerSource.ACQUIRED_BY,
              CustomerSource.IS_COMPANY,
              CustomerSource.COUNTRY));

  private static final List<String> SURVEYS =
      List.of("NPS", "nps 2025", "추천 NPS", "CSAT", "Csat-after-case", "NPS/CSAT", "만족도");
  private static final List<String> KINDS =
      List.of("join", "earn", "Earn", "redeem", "benefit", "leave", "선물");
  private static final List<String> BROUGHT = List.of("친구", "search", "Search", "ad");
  private static final List<String> COUNTRIES = List.of("KR", "kr", "대한민국", "US");

  private final SparkSession spark;
  private final GeneratedDraws draws;

  GeneratedTalk(SparkSession spark, GeneratedDraws draws) {
    this.spark = spark;
    this.draws = draws;
  }

  Map<Source, Dataset<Row>> rows() {
    Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
    clean.put(Sources.MESSAGES, CleanTables.rows(Sources.MESSAGES, messages()));
    clean.put(Sources.SUPPORT, CleanTables.rows(Sources.SUPPORT, support()));
    clean.put(Sources.SURVEYS, CleanTables.rows(Sources.SURVEYS, surveys()));
    clean.put(Sources.LOYALTY, CleanTables.rows(Sources.LOYALTY, loyalty()));
    clean.put(Sources.CUSTOMERS, CleanTables.rows(Sources.CUSTOMERS, customers()));
    return clean;
  }

  private Dataset<Row> messages() {
    TestRows rows = rows(Sources.MESSAGES);
    Act act = draws.act(null);
    for (int message = 0; message < 4 * draws.customers(); message++) {
      act = draws.act(act);
      Timestamp sent = act.at();
      rows.row(
          act.who(),
          sent,
          draws.later(sent, 24 * 20, 60),
          draws.later(sent, 24 * 20, 40),
          draws.later(sent, 24 * 20, 20),
          draws.later(sent, 24 * 20, 20),
          draws.later(sent, 24 * 20, 10),
          draws.chance(70) ? draws.amount() : null);
    }
    return rows.table();
  }

  private Dataset<Row> support() {
    TestRows rows = rows(Sources.SUPPORT);
    Act act = draws.act(null);
    for (int one = 0; one < 3 * draws.customers(); one++) {
      act = draws.act(act);
      Timestamp resolved = draws.later(act.at(), 24 * 20, 60);
      boolean again = resolved != null && draws.chance(30);
      rows.row(
          act.who(),
          act.at(),
          reply(act.at()),
          resolved,
          again ? draws.later(resolved, 24 * 20, 90) : draws.later(act.at(), 24 * 20, 20),
          draws.chance(70) ? Double.valueOf(draws.below(400) / 4.0) : null,
          draws.chance(70) ? draws.amount() : null,
          draws.chance(70) ? Boolean.valueOf(draws.chance(40)) : null);
    }
    return changingClock(rows).table();
  }

  /** A day and a night of 23 hours and one of 25: what is due in 24 is due at another time. */
  private static TestRows changingClock(TestRows rows) {
    return rows.row("c1", "2025-03-08T17:00:00Z", "2025-03-09T16:30:00Z", null, null, 1, null, null)
        .row("c2", "2025-11-02T04:00:00Z", null, null, null, 1, null, null);
  }

  /** Often at the very moment at which it is due, or a millisecond after. */
  private Timestamp reply(Timestamp opened) {
    int hours = GivenSettings.SATISFACTION.spans().replyHours();
    Timestamp due = Timestamp.from(opened.toInstant().plus(Duration.ofHours(hours)));
    if (draws.chance(30)) {
      return draws.chance(50) ? due : Timestamp.from(due.toInstant().plusMillis(1));
    }
    return draws.later(opened, 2 * hours, 70);
  }

  private Dataset<Row> surveys() {
    TestRows rows = rows(Sources.SURVEYS);
    Act act = draws.act(null);
    for (int answer = 0; answer < 3 * draws.customers(); answer++) {
      act = draws.act(act);
      rows.row(
          act.who(),
          act.at(),
          draws.chance(85) ? draws.one(SURVEYS) : null,
          draws.chance(85) ? Double.valueOf(draws.below(13) - 1) : null,
          draws.chance(90) ? Double.valueOf(draws.below(2)) : null,
          draws.chance(90) ? Double.valueOf(draws.chance(10) ? 0 : 10) : null);
    }
    return rows.table();
  }

  private Dataset<Row> loyalty() {
    TestRows rows = rows(Sources.LOYALTY);
    Act act = draws.act(null);
    for (int movement = 0; movement < 4 * draws.customers(); movement++) {
      act = draws.act(act);
      rows.row(act.who(), act.at(), draws.one(KINDS), draws.chance(80) ? draws.amount() : null);
    }
    return rows.table();
  }

  /** None of some customers, several of others. */
  private Dataset<Row> customers() {
    TestRows rows = rows(Sources.CUSTOMERS);
    for (int one = 0; one < 2 * draws.customers(); one++) {
      rows.row(
          draws.chance(4) ? "heavy" : draws.someone(),
          draws.chance(80) ? draws.moment() : null,
          draws.chance(80) ? draws.one(BROUGHT) : null,
          draws.chance(60) ? draws.chance(30) : null,
          draws.chance(70) ? draws.one(COUNTRIES) : null);
    }
    return rows.table();
  }

  private TestRows rows(Source source) {
    return TestRows.of(spark, COLUMNS.get(source).toArray(Field[]::new));
  }
}
