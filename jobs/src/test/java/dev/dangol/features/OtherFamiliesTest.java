package dev.dangol.features;

import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.voice.ReviewFeatures;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reviews and engagement. */
@ExtendWith(SparkExtension.class)
class OtherFamiliesTest {
  private static final AsOf FEBRUARY = new AsOf(LocalDate.of(2026, 2, 10), ZoneOffset.UTC);
  private static final String LATER = "2026-02-11";

  @Test
  void reviews_of_the_day_count_and_those_not_yet_known_do_not(SparkSession spark) {
    Dataset<Row> reviews =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                ReviewSource.REVIEWED_AT,
                ReviewSource.RATING,
                ReviewSource.TEXT,
                ReviewSource.HELPFUL_VOTES,
                SharedColumns.ARRIVED_AT)
            .row("ann frank", "2026-01-01", 5, "좋아요", 2, null)
            .row("ann frank", "2026-02-10T23:59:59.999Z", 2.9, "x", null, "2026-02-10")
            .row("ann frank", LATER, 1, "later", 9, null)
            .row("ann frank", "2026-01-02", 1, "not yet here", 9, LATER)
            .row("bob silent", "2026-01-01", 3, null, null, null)
            .table();
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.REVIEWS_LIFETIME,
            FeatureColumns.RATING_MEAN,
            FeatureColumns.RATING_SPREAD,
            FeatureColumns.LOW_RATINGS_LIFETIME,
            FeatureColumns.REVIEW_LENGTH_MEAN,
            FeatureColumns.HELPFUL_VOTES_LIFETIME);
    expected.row("ann frank", 2, 3.95, 2.1, 1, 2, 2).row("bob silent", 1, 3, 0, 0, null, 0);
    GivenSettings given =
        GivenSettings.in(ZoneOffset.UTC, List.of())
            .with(Sources.REVIEWS, ReviewSource.TEXT, ReviewSource.HELPFUL_VOTES);
    Dataset<Row> purchases =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT)
            .row("ann frank", "2026-01-01", 1)
            .row("bob silent", "2026-01-01", 1)
            .table();
    Map<Source, Dataset<Row>> clean =
        Map.of(
            Sources.PURCHASES, CleanTables.rows(Sources.PURCHASES, purchases),
            Sources.REVIEWS, CleanTables.rows(Sources.REVIEWS, reviews));
    Dataset<Row> measured =
        FeatureFamily.select(
            List.of(ReviewFeatures.family(List.of())),
            FoldedInputs.history(clean, FEBRUARY, given.settings(), Optional.empty()),
            FeatureContext.of(FEBRUARY, given.settings()));
    TableAssert.assertThat(measured).hasRows(expected.table());
  }

  @Test
  void events_count_by_kind_and_window_and_unknown_visitors_are_nobody(SparkSession spark) {
    TestRows events =
        TestRows.of(
            spark,
            EngagementSource.KNOWN_CUSTOMER_ID,
            EngagementSource.OCCURRED_AT,
            EngagementSource.EVENT);
    events
        .row("ann", "2026-02-10T23:59:59.999Z", "reply")
        .row("ann", "2026-02-09", "comment")
        .row("ann", "2026-02-08T23:59:59.999Z", "share")
        .row("ann", LATER, "unsubscribe")
        .row("bob", "2026-01-31", "search")
        .row(null, "2026-02-10", "view");
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.EVENTS_LIFETIME,
            FeatureColumns.REPLIES_LIFETIME,
            FeatureColumns.SHARES_LIFETIME,
            FeatureColumns.UNSUBSCRIBES_LIFETIME,
            FeatureColumns.DAYS_SINCE_LAST_EVENT,
            EventColumns.events(2));
    expected.row("ann", 3, 2, 1, 0, 0, 2).row("bob", 1, 0, 0, 0, 10, 0);
    Dataset<Row> clean = CleanTables.rows(Sources.ENGAGEMENT, events.table());
    Dataset<Row> buyers = purchases(spark).row("ann", "2026-02-10", "1").table();
    GivenSettings given =
        GivenSettings.in(ZoneOffset.UTC, List.of(2))
            .with(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID);
    TableAssert.assertThat(folded(clean, buyers, given)).hasRows(expected.table());
  }

  @Test
  void events_count_by_channel_and_window_and_a_channel_without_one_is_left_out(
      SparkSession spark) {
    Dataset<Row> events =
        TestRows.of(
                spark,
                EngagementSource.KNOWN_CUSTOMER_ID,
                EngagementSource.OCCURRED_AT,
                EngagementSource.EVENT,
                SharedColumns.CHANNEL)
            .row("ann", "2026-02-10T23:59:59.999Z", "view", "web")
            .row("ann", "2026-02-09", "view", " Web ")
            .row("ann", "2026-02-09", "view", null)
            .row("ann", "2026-02-08T23:59:59.999Z", "view", "app")
            .row("ann", LATER, "view", "매장")
            .row("bob", "2026-01-31", "view", "APP")
            .row("cho", "2026-02-10", "view", null)
            .table();
    GivenSettings given =
        GivenSettings.in(ZoneOffset.UTC, List.of(2))
            .with(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID, SharedColumns.CHANNEL);
    Dataset<Row> buyers = purchases(spark).row("ann", "2026-02-10", "1").table();
    Dataset<Row> clean = CleanTables.rows(Sources.ENGAGEMENT, events);
    TableAssert.assertThat(folded(clean, buyers, given))
        .hasRows(
            TestRows.of(
                    spark,
                    SharedColumns.CUSTOMER_ID,
                    EventColumns.EVENTS_BY_CHANNEL,
                    EventColumns.eventsByChannel(2))
                .row("ann", new TreeMap<>(Map.of("web", 2L, "app", 1L)), Map.of("web", 2L))
                .row("bob", Map.of("app", 1L), null)
                .table());
  }

  private static TestRows purchases(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            PurchaseSource.PURCHASED_AT,
            PurchaseSource.NET_AMOUNT)
        .row("bob", "2026-01-01", "1");
  }

  private static Dataset<Row> folded(
      Dataset<Row> events, Dataset<Row> purchases, GivenSettings given) {
    return FoldedInputs.of(
        Map.of(
            Sources.PURCHASES,
            CleanTables.rows(Sources.PURCHASES, purchases),
            Sources.ENGAGEMENT,
            events),
        FEBRUARY,
        given.settings());
  }
}
