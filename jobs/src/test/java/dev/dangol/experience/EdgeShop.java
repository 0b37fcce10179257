package dev.dangol.experience;

import dev.dangol.experience.ExperienceRules.RatingRules;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Shops in which something is extreme; the as-of day is 1972-09-27. */
enum EdgeShop {
  NOTHING(0),
  PURCHASES_ALONE(4),
  ONE_CUSTOMER(1),
  ALL_ALIKE(12),
  KOREAN_AND_EMOJI(6),
  ONE_WITH_A_THIRD_OF_ALL_ROWS(9),
  NULLS(4),
  HUGE_AMOUNTS_AND_OTHER_TIMES(4);

  private final int customers;

  EdgeShop(int customers) {
    this.customers = customers;
  }

  /** The tables that have rows; weights of needs take customers who differ. */
  Set<String> filled() {
    return switch (this) {
      case NOTHING -> Set.of();
      case PURCHASES_ALONE -> Set.of("category_shares");
      case NULLS -> Set.of("review_checks", "amplification", "case_times", "feedback_actions");
      default ->
          Set.of(
              "category_shares",
              "product_ratings",
              "price_perception",
              "unmet_needs",
              "campaign_promises",
              "review_checks",
              "amplification",
              "case_times",
              "feedback_actions");
    };
  }

  ExperienceRules rules() {
    Set<String> known = new TreeSet<>();
    for (Source source : this == PURCHASES_ALONE ? List.of(Sources.PURCHASES) : sources()) {
      known.add(source.name());
      source.fields().forEach(field -> known.add(source.name() + "." + field.name()));
    }
    return new ExperienceRules(
        List.of(30, 365), GivenHistory.END, new RatingRules(1, 5, false), new KnownColumns(known));
  }

  private static List<Source> sources() {
    return ExperienceEvents.SOURCES;
  }

  Dataset<Row> events(SparkSession spark) {
    ExperienceEvents events = new ExperienceEvents(GivenHistory.DAY);
    TestRows groups = TestRows.of(spark, SharedColumns.CUSTOMER_ID, VoiceColumns.GROUP);
    for (int number = 0; number < customers; number++) {
      String customer = customer(number);
      groups.row(customer, "everyone:all");
      groups.row(customer, "cohort:a");
      groups.row(customer, "cohort:a|b");
    }
    Dataset<Row> all = events.groups(groups.table());
    for (Source source : sources()) {
      all = all.unionByName(events.of(source, clean(spark, source)));
    }
    return all;
  }

  private Dataset<Row> clean(SparkSession spark, Source source) {
    List<Field> fields = source.clean().fields();
    TestRows rows = TestRows.of(spark, fields.toArray(Field[]::new));
    int numbered = 0;
    for (int number = 0; number < customers; number++) {
      int times = this == ONE_WITH_A_THIRD_OF_ALL_ROWS && number == 0 ? customers / 2 : 1;
      for (int time = 0; time < times; time++) {
        for (Map<Field, Object> cells : given(source)) {
          String id = source.name() + numbered++;
          Map<String, Object> named = new HashMap<>();
          cells.forEach((field, cell) -> named.put(field.name(), cell));
          named.put(SharedColumns.CUSTOMER_ID.name(), customer(number));
          named.put(SharedColumns.SOURCE_ROW.name(), id);
          rows.row(fields.stream().map(field -> named.get(field.name())).toArray());
        }
      }
    }
    return rows.table();
  }

  private String customer(int number) {
    return this == KOREAN_AND_EMOJI ? "손님 " + "🎁|".repeat(number) : "c" + number;
  }

  private String named(String plain) {
    return this == KOREAN_AND_EMOJI ? plain + "|b '\"{}<b>한글 🍵" : plain;
  }

  private List<Map<Field, Object>> given(Source source) {
    if (this == PURCHASES_ALONE && !source.equals(Sources.PURCHASES)) {
      return List.of();
    }
    if (source.equals(Sources.PURCHASES)) {
      return List.of(bought("1972-01-05"), bought("1972-08-30"), bought("1972-06-30"), refunded());
    }
    if (source.equals(Sources.REVIEWS)) {
      return List.of(rated("1972-02-01", 5), rated("1972-08-31", 1), rated("1972-09-01", 2));
    }
    if (source.equals(Sources.ENGAGEMENT)) {
      return List.of(
          acted("search", "1972-07-01"),
          acted("view", "1972-05-01"),
          acted("view", "1972-09-20"),
          acted("click", "1972-09-20"),
          acted("click", "1972-01-04"),
          acted("share", "1972-09-20"));
    }
    return source.equals(Sources.MESSAGES)
        ? List.of(cells(MessageSource.CLICKED_AT, "1972-08-29", SharedColumns.CAMPAIGN_ID, "news"))
        : List.of(told(source));
  }

  private Map<Field, Object> bought(String on) {
    boolean huge = this == HUGE_AMOUNTS_AND_OTHER_TIMES;
    Map<Field, Object> cells =
        cells(
            PurchaseSource.PURCHASED_AT,
            huge && on.equals("1972-06-30") ? "2999-12-31" : on,
            PurchaseSource.NET_AMOUNT,
            huge ? "99999999999999.9999" : "12.50");
    return with(
        cells,
        SharedColumns.ORDER_ID,
        "o" + on,
        SharedColumns.PRODUCT_ID,
        named("p"),
        SharedColumns.CATEGORY,
        named("tea"));
  }

  private Map<Field, Object> refunded() {
    boolean huge = this == HUGE_AMOUNTS_AND_OTHER_TIMES;
    return with(
        cells(
            PurchaseSource.PURCHASED_AT,
            "1972-09-01",
            PurchaseSource.NET_AMOUNT,
            huge ? "-99999999999999.9999" : "-2"),
        PurchaseSource.REFUND_OF,
        "o1972-08-30",
        SharedColumns.PRODUCT_ID,
        named("p"),
        SharedColumns.CATEGORY,
        named("tea"));
  }

  private Map<Field, Object> rated(String on, double rating) {
    return with(
        cells(ReviewSource.REVIEWED_AT, on, ReviewSource.RATING, rating),
        SharedColumns.PRODUCT_ID,
        named("p"),
        ReviewSource.HELPFUL_VOTES,
        3,
        SharedColumns.ACTED_ON_AT,
        LocalDate.parse(on).plusDays(2).toString());
  }

  private Map<Field, Object> acted(String event, String on) {
    return with(
        cells(EngagementSource.OCCURRED_AT, on, EngagementSource.EVENT, event),
        SharedColumns.PRODUCT_ID,
        named("p"),
        SharedColumns.CATEGORY,
        named("tea"),
        SharedColumns.CAMPAIGN_ID,
        named("spring"),
        EngagementSource.SEARCH_TERM,
        named("green tea"));
  }

  private Map<Field, Object> told(Source source) {
    return source.equals(Sources.SURVEYS)
        ? cells(SurveySource.ANSWERED_AT, "1972-03-01", SurveySource.SURVEY, "nps")
        : with(
            cells(SupportSource.OPENED_AT, "1972-03-01", SupportSource.CASE_ID, "1"),
            SupportSource.RESOLVED_AT,
            "1972-03-03",
            SupportSource.THEME,
            named("late"));
  }

  private static Map<Field, Object> cells(Field one, Object first, Field other, Object second) {
    Map<Field, Object> cells = new LinkedHashMap<>();
    cells.put(one, first);
    cells.put(other, second);
    return cells;
  }

  /** Adds what may be null, and is in the shop of nulls. */
  private Map<Field, Object> with(Map<Field, Object> cells, Object... more) {
    List<Object> pairs = new ArrayList<>(List.of(more));
    for (int place = 0; place < pairs.size(); place += 2) {
      if (this != NULLS) {
        cells.put((Field) pairs.get(place), pairs.get(place + 1));
      }
    }
    return cells;
  }
}
