package dev.dangol.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.CleanTables;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.MessageScoreColumns;
import dev.dangol.table.results.NeedColumns;
import dev.dangol.table.results.PreferenceColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tables of contact from all sources, from some of them, and from none. */
@ExtendWith(SparkExtension.class)
class ContactSourcesTest {
  private static final MessageRelevance RELEVANCE =
      new MessageRelevance(GivenContacts.SETTINGS, GivenContacts.TODAY, Set.of());
  private static final HelpNeeds NEEDS = new HelpNeeds(GivenContacts.SETTINGS, GivenContacts.TODAY);

  private static Dataset<Row> clean(Source source, TestRows rows) {
    return CleanTables.rows(source, rows.table())
        .withColumn(
            SharedColumns.SOURCE_ROW.name(),
            functions.monotonically_increasing_id().cast("string"));
  }

  private static Map<Source, Dataset<Row>> shop(SparkSession spark, Source... sources) {
    Map<Source, Dataset<Row>> all = new LinkedHashMap<>();
    all.put(Sources.PURCHASES, purchases(spark));
    all.put(Sources.MESSAGES, messages(spark));
    all.put(Sources.SUPPORT, support(spark));
    all.put(Sources.ENGAGEMENT, events(spark));
    all.keySet().retainAll(Set.of(sources));
    return all;
  }

  private static Dataset<Row> purchases(SparkSession spark) {
    TestRows rows =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                SharedColumns.CATEGORY)
            .row("김 🍀", "2026-01-01", "5", "커피")
            .row("김 🍀", "2026-01-01", "-5", "보험");
    return clean(Sources.PURCHASES, rows);
  }

  private static Dataset<Row> messages(SparkSession spark) {
    TestRows rows =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            MessageSource.SENT_AT,
            SharedColumns.CHANNEL,
            SharedColumns.CAMPAIGN_ID,
            SharedColumns.CATEGORY,
            MessageSource.OPENED_AT,
            MessageSource.COMPLAINED_AT);
    for (int day = 1; day <= 3; day++) {
      rows.row("김 🍀", "2026-02-0" + day + "T09:00:00Z", " Email", "보험", "보험", null, null);
    }
    rows.row(
        "김 🍀",
        "2026-03-01T09:00:00Z",
        "email",
        "커피",
        "커피",
        "2026-03-01T10:00:00Z",
        "2026-03-02T10:00:00Z");
    rows.row("lee", "2026-02-01T09:00:00Z", null, null, null, "2026-07-09T10:00:00Z", null);
    rows.row("lee", "2026-07-09T09:00:00Z", "email", "later", null, null, null);
    return clean(Sources.MESSAGES, rows);
  }

  private static Dataset<Row> support(SparkSession spark) {
    TestRows rows =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, SupportSource.OPENED_AT, SupportSource.THEME)
            .row("lee", "2026-02-01T09:00:00Z", "배송")
            .row("lee", "2026-02-05T09:00:00Z", "배송")
            .row("김 🍀", "2026-02-05T09:00:00Z", "환불")
            .row("김 🍀", "2026-02-15T09:00:00Z", " ");
    return clean(Sources.SUPPORT, rows);
  }

  private static Dataset<Row> events(SparkSession spark) {
    TestRows rows =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                EngagementSource.OCCURRED_AT,
                EngagementSource.EVENT,
                SharedColumns.CATEGORY,
                SharedColumns.CAMPAIGN_ID)
            .row("lee", "2026-02-05T08:00:00Z", "help", "배송", null)
            .row("김 🍀", "2026-05-05T08:00:00Z", "help", "배송", null)
            .row("김 🍀", "2026-02-09T08:00:00Z", "click", null, "보험");
    return clean(Sources.ENGAGEMENT, rows);
  }

  private static Dataset<Row> facts(Map<Source, Dataset<Row>> shop) {
    return ContactFacts.of(shop, GivenContacts.SETTINGS, GivenContacts.TODAY).orElseThrow();
  }

  private static List<String> rows(Dataset<Row> table, Field... columns) {
    return table
        .select(List.of(columns).stream().map(Field::col).toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(row -> row.mkString(","))
        .sorted()
        .toList();
  }

  @Test
  void campaigns_risks_themes_and_needs_are_counted_as_by_hand(SparkSession spark) {
    Dataset<Row> facts =
        facts(
            shop(spark, Sources.PURCHASES, Sources.MESSAGES, Sources.SUPPORT, Sources.ENGAGEMENT));

    assertThat(
            rows(
                RELEVANCE.campaigns(facts),
                RelevanceColumns.CAMPAIGN_ID,
                RelevanceColumns.SENT,
                RelevanceColumns.IRRELEVANT,
                RelevanceColumns.UNKNOWN_RELEVANCE,
                RelevanceColumns.IRRELEVANT_SHARE,
                RelevanceColumns.OPENED_SHARE,
                RelevanceColumns.CLICKED_SHARE,
                RelevanceColumns.COMPLAINED_SHARE))
        .containsExactly(
            "null,1,0,1,null,0.0,0.0,0.0",
            "보험,3,3,0,1.0,0.0,0.3333333333333333,0.0",
            "커피,1,0,0,0.0,1.0,0.0,1.0");
    assertThat(
            rows(
                RELEVANCE.risks(facts),
                SharedColumns.CUSTOMER_ID,
                RelevanceColumns.CHANNEL,
                RelevanceColumns.SENT_TO_THEM,
                RelevanceColumns.IRRELEVANT_IN_A_ROW,
                RelevanceColumns.RISK))
        .containsExactly("lee,null,1,0,none", "김 🍀,email,4,0,none");
    Dataset<Row> themes = NEEDS.themes(facts);
    assertThat(
            rows(
                themes,
                NeedColumns.THEME,
                NeedColumns.RANK,
                NeedColumns.CASES,
                NeedColumns.SHARE,
                NeedColumns.CUMULATIVE_SHARE,
                NeedColumns.SELF_SERVED_SHARE))
        .containsExactly(
            "배송,1,2,0.6666666666666666,0.6666666666666666,0.3333333333333333",
            "환불,2,1,0.3333333333333333,1.0,null");
    RowReader service =
        new RowReader(
            spark
                .createDataFrame(
                    List.of(NEEDS.selfService(Optional.of(NEEDS.count(facts)), themes)),
                    NeedColumns.SELF_SERVICE.schema())
                .head());
    assertThat(service.count(NeedColumns.NEEDS)).isEqualTo(5);
    assertThat(service.count(NeedColumns.SELF_SERVED)).isEqualTo(1);
    assertThat(service.number(NeedColumns.COVERAGE_30).orElseThrow()).isEqualTo(1);
  }

  @Test
  void messages_by_score_are_counted_as_by_hand(SparkSession spark) {
    Dataset<Row> facts =
        facts(shop(spark, Sources.PURCHASES, Sources.MESSAGES, Sources.ENGAGEMENT));
    List<Row> scores = new ScoreRates(GivenContacts.TODAY, Set.of()).rows(facts);
    // 2 / 6, 2 / 7, 1.83 / 7 and 5.8 / 7, and one message to somebody of whom nothing is known.
    assertThat(
            rows(
                spark.createDataFrame(scores, MessageScoreColumns.TABLE.schema()),
                MessageScoreColumns.SCORE_FROM,
                MessageScoreColumns.SENT,
                MessageScoreColumns.OPENED_SHARE,
                MessageScoreColumns.CLICKED_SHARE,
                MessageScoreColumns.RESPONDED_SHARE,
                MessageScoreColumns.FOLLOWED,
                MessageScoreColumns.BOUGHT_SHARE))
        .containsExactly(
            "0.25,2,0.0,0.5,0.5,2,0.0",
            "0.3,1,0.0,0.0,0.0,1,0.0",
            "0.8,1,1.0,0.0,1.0,1,0.0",
            "null,1,0.0,0.0,0.0,1,0.0");
  }

  @Test
  void messages_alone_and_cases_alone_make_their_tables(SparkSession spark) {
    Dataset<Row> mailed = facts(shop(spark, Sources.PURCHASES, Sources.MESSAGES));
    Dataset<Row> served = facts(shop(spark, Sources.PURCHASES, Sources.SUPPORT));

    assertThat(
            rows(
                ContactPreferences.of(mailed, GivenContacts.TODAY),
                SharedColumns.CUSTOMER_ID,
                PreferenceColumns.BEST_CHANNEL,
                PreferenceColumns.SENDS,
                PreferenceColumns.RESPONDED))
        .containsExactly("lee,null,1,0", "김 🍀,null,4,1");
    assertThat(rows(RELEVANCE.risks(mailed), RelevanceColumns.IRRELEVANT_IN_A_ROW))
        .containsExactly("0", "0");
    assertThat(rows(NEEDS.themes(served), NeedColumns.SELF_SERVED_SHARE))
        .containsExactly("null", "null");
    assertThat(rows(RELEVANCE.campaigns(served), RelevanceColumns.SENT)).isEmpty();
  }

  @Test
  void purchases_and_engagement_alone_have_no_contact_to_measure(SparkSession spark) {
    assertThat(
            ContactFacts.of(
                shop(spark, Sources.PURCHASES, Sources.ENGAGEMENT),
                GivenContacts.SETTINGS,
                GivenContacts.TODAY))
        .isEmpty();
  }
}
