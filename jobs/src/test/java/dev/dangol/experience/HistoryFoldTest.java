package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.AmplificationColumns;
import dev.dangol.table.results.CaseTimeColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class HistoryFoldTest {
  private static final ExperienceEvents EVENTS = new ExperienceEvents(GivenHistory.DAY);

  @Test
  void clean_rows_become_checks_reach_times_and_sums(SparkSession spark) {
    Dataset<Row> events = events(spark);
    FactTable facts = new FactTable(HistoryFold.of(events, GivenHistory.RULES).cache());

    assertThat(texts(ReviewChecks.rows(facts, GivenHistory.DAY), ProductOpinionColumns.VERIFIED))
        .containsExactlyInAnyOrder("r1 true", "r2 false");
    PlainRow check =
        new PlainRow(
            ReviewChecks.rows(facts, GivenHistory.DAY)
                .where(ProductOpinionColumns.VERIFIED.col())
                .head());
    assertThat(check.instant(ProductOpinionColumns.BOUGHT_AT)).isEqualTo("1972-01-05T00:00:00Z");
    assertThat(check.instant(ReviewSource.REVIEWED_AT)).isEqualTo("1972-02-01T00:00:00Z");
    PlainRow reach =
        new PlainRow(
            CustomerAmplification.rows(facts, GivenHistory.DAY, GivenHistory.RULES.known()).head());
    assertThat(reach.text(SharedColumns.CUSTOMER_ID)).isEqualTo("김하나");
    assertThat(reach.number(AmplificationColumns.CONTENT)).isEqualTo(2);
    assertThat(reach.number(AmplificationColumns.AMPLIFICATION)).isEqualTo(6);
    assertThat(reach.number(AmplificationColumns.REACH)).isEqualTo(3);
    assertThat(reach.number(AmplificationColumns.LOW_AMPLIFICATION)).isEqualTo(2);
    PlainRow action = new PlainRow(FeedbackActions.rows(facts, GivenHistory.DAY).head());
    assertThat(action.text(CaseTimeColumns.SOURCE)).isEqualTo("reviews");
    assertThat(action.number(CaseTimeColumns.ACTED_SHARE)).isEqualTo(0.5);
    assertThat(action.number(CaseTimeColumns.MEDIAN_DAYS)).isEqualTo(2);
    assertThat(facts.sums().of("product_prices").get(List.of("p", "tea")))
        .containsExactly(1, 12.5, 1);
  }

  @Test
  void times_of_cases_are_told_over_all_by_channel_by_theme_and_by_both(SparkSession spark) {
    FactTable facts = new FactTable(HistoryFold.of(events(spark), GivenHistory.RULES));
    Map<String, PlainRow> rows =
        CaseTimes.rows(facts, GivenHistory.DAY).collectAsList().stream()
            .map(PlainRow::new)
            .collect(
                Collectors.toMap(
                    row ->
                        row.text(CaseTimeColumns.CHANNEL) + " " + row.text(CaseTimeColumns.THEME),
                    row -> row));

    assertThat(rows.keySet())
        .containsExactlyInAnyOrder(
            "all all",
            "mail all",
            "null all",
            "all late",
            "all null",
            "mail late",
            "mail null",
            "null late");
    PlainRow all = rows.get("all all");
    assertThat(all.count(CaseTimeColumns.CASES)).isEqualTo(4);
    assertThat(all.count(CaseTimeColumns.RESOLVED_CASES)).isEqualTo(2);
    assertThat(all.number(CaseTimeColumns.MEDIAN_DAYS)).isEqualTo(2);
    assertThat(all.number(CaseTimeColumns.P90_DAYS)).isCloseTo(2.8, within(1e-9));
    assertThat(rows.get("mail null").empty(CaseTimeColumns.MEDIAN_DAYS)).isTrue();
  }

  @Test
  void the_order_and_the_parts_of_rows_do_not_matter_and_none_are_none(SparkSession spark) {
    Dataset<Row> events = events(spark);
    List<Row> backwards = new ArrayList<>(events.collectAsList());
    Collections.reverse(backwards);

    assertThat(facts(spark.createDataFrame(backwards, events.schema()).repartition(3)))
        .containsExactlyInAnyOrderElementsOf(facts(events));
    assertThat(facts(events.limit(0))).isEmpty();
    FactTable none = new FactTable(HistoryFold.of(events.limit(0), GivenHistory.RULES));
    assertThat(CaseTimes.rows(none, GivenHistory.DAY).collectAsList()).isEmpty();
  }

  private static List<String> facts(Dataset<Row> events) {
    return HistoryFold.of(events, GivenHistory.RULES).collectAsList().stream()
        .map(Row::toString)
        .toList();
  }

  private static List<String> texts(Dataset<Row> rows, Field flag) {
    return rows.collectAsList().stream()
        .map(PlainRow::new)
        .map(row -> row.text(SharedColumns.SOURCE_ROW) + " " + row.flag(flag))
        .toList();
  }

  private static Dataset<Row> events(SparkSession spark) {
    Dataset<Row> all =
        EVENTS.groups(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, VoiceColumns.GROUP)
                .row("김하나", "everyone:all")
                .table());
    all = all.unionByName(EVENTS.of(Sources.PURCHASES, purchases(spark)));
    all = all.unionByName(EVENTS.of(Sources.REVIEWS, reviews(spark)));
    all = all.unionByName(EVENTS.of(Sources.ENGAGEMENT, engagement(spark)));
    all = all.unionByName(EVENTS.of(Sources.MESSAGES, messages(spark)));
    all = all.unionByName(EVENTS.of(Sources.SURVEYS, surveys(spark)));
    return all.unionByName(EVENTS.of(Sources.SUPPORT, cases(spark)));
  }

  private static Dataset<Row> purchases(SparkSession spark) {
    return clean(
        spark,
        Sources.PURCHASES,
        Map.of(
            PurchaseSource.PURCHASED_AT, "1972-01-05",
            PurchaseSource.NET_AMOUNT, "12.50",
            SharedColumns.PRODUCT_ID, "p",
            SharedColumns.CATEGORY, "tea"),
        Map.of(
            PurchaseSource.PURCHASED_AT, "1972-01-06",
            PurchaseSource.NET_AMOUNT, "-99999999999",
            PurchaseSource.REFUND_OF, "o0",
            SharedColumns.CATEGORY, "tea"),
        Map.of(
            PurchaseSource.PURCHASED_AT, "1999-01-06",
            PurchaseSource.NET_AMOUNT, "5",
            SharedColumns.PRODUCT_ID, "p",
            SharedColumns.CATEGORY, "tea"));
  }

  private static Dataset<Row> reviews(SparkSession spark) {
    return clean(
        spark,
        Sources.REVIEWS,
        Map.of(
            ReviewSource.REVIEWED_AT, "1972-02-01",
            ReviewSource.RATING, 5,
            ReviewSource.HELPFUL_VOTES, 4,
            SharedColumns.PRODUCT_ID, "p",
            SharedColumns.ACTED_ON_AT, "1972-02-03",
            SharedColumns.SOURCE_ROW, "r1"),
        Map.of(
            ReviewSource.REVIEWED_AT, "1972-02-02",
            ReviewSource.RATING, 1,
            ReviewSource.HELPFUL_VOTES, 1,
            SharedColumns.ACTED_ON_AT, "1999-02-03",
            SharedColumns.SOURCE_ROW, "r2"));
  }

  private static Dataset<Row> engagement(SparkSession spark) {
    return clean(
        spark,
        Sources.ENGAGEMENT,
        Map.of(EngagementSource.OCCURRED_AT, "1972-03-01", EngagementSource.EVENT, "share"),
        Map.of(EngagementSource.OCCURRED_AT, "1972-03-01", EngagementSource.EVENT, "login"));
  }

  private static Dataset<Row> messages(SparkSession spark) {
    return clean(
        spark,
        Sources.MESSAGES,
        Map.of(MessageSource.CLICKED_AT, "1972-01-04", SharedColumns.CAMPAIGN_ID, "NEWS"),
        Map.of(SharedColumns.CAMPAIGN_ID, "NEWS"));
  }

  private static Dataset<Row> surveys(SparkSession spark) {
    return clean(spark, Sources.SURVEYS, Map.of(SurveySource.ANSWERED_AT, "1972-01-04"));
  }

  private static Dataset<Row> cases(SparkSession spark) {
    return clean(
        spark,
        Sources.SUPPORT,
        Map.of(
            SupportSource.OPENED_AT, "1972-01-10",
            SupportSource.RESOLVED_AT, "1972-01-11",
            SupportSource.THEME, "late",
            SharedColumns.CHANNEL, " Mail "),
        Map.of(
            SupportSource.OPENED_AT, "1972-01-12",
            SupportSource.RESOLVED_AT, "1972-01-15",
            SupportSource.THEME, "late"),
        Map.of(
            SupportSource.OPENED_AT, "1972-01-13",
            SupportSource.RESOLVED_AT, "1972-01-14",
            SupportSource.REOPENED_AT, "1972-01-20",
            SharedColumns.CHANNEL, "mail"),
        Map.of(
            SupportSource.OPENED_AT, "1972-01-16",
            SupportSource.THEME, "late",
            SharedColumns.CHANNEL, "mail"));
  }

  /** Rows of one customer that have these cells, and no others. */
  @SafeVarargs
  private static Dataset<Row> clean(
      SparkSession spark, Source source, Map<Field, Object>... given) {
    List<Field> fields = source.clean().fields();
    TestRows rows = TestRows.of(spark, fields.toArray(Field[]::new));
    for (int number = 0; number < given.length; number++) {
      Map<Field, Object> cells = given[number];
      String id = source.name() + number;
      rows.row(
          fields.stream()
              .map(
                  field -> {
                    if (field.name().equals(SharedColumns.CUSTOMER_ID.name())) {
                      return "김하나";
                    }
                    Object none = field.equals(SharedColumns.SOURCE_ROW) ? id : null;
                    return cells.getOrDefault(field, none);
                  })
              .toArray());
    }
    return rows.table();
  }
}
