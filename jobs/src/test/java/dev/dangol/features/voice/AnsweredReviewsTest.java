package dev.dangol.features.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.CleanTables;
import dev.dangol.features.GivenSettings;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.OpinionColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AnsweredReviewsTest {
  private static final AsOf FEBRUARY = new AsOf(LocalDate.of(2026, 2, 10), ZoneOffset.UTC);
  private static final String LATER = "2026-02-11";
  private static final GivenSettings MAPPED =
      GivenSettings.in(ZoneOffset.UTC, List.of())
          .with(Sources.REVIEWS, SharedColumns.PRODUCT_ID)
          .with(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID, SharedColumns.PRODUCT_ID);

  @Test
  void a_comment_answers_what_somebody_else_had_written_of_its_product(SparkSession spark) {
    Dataset<Row> events =
        comments(spark)
            .row("ann", "2026-01-05", "comment", "tea", null)
            .row("ann", "2026-01-10", "comment", "tea", null)
            .row("ann", "2026-01-10", "view", "tea", null)
            .row("ann", "2026-01-10", "comment", null, null)
            .row("ann", "2026-01-10", "comment", "never reviewed", null)
            .row("bob at that very moment", "2026-01-01T12:00:00Z", "comment", "tea", null)
            .row("bob at that very moment", "2026-01-01T11:59:59.999Z", "comment", "tea", null)
            .row("cho only their own", "2026-01-09", "comment", "cup", null)
            .row("dan of what came late", "2026-02-01", "comment", "pot", null)
            .row("eve not yet", LATER, "comment", "tea", null)
            .row("eve not yet", "2026-01-09", "comment", "tea", LATER)
            .row(null, "2026-01-09", "comment", "tea", null)
            .table();
    Dataset<Row> reviews =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                ReviewSource.REVIEWED_AT,
                SharedColumns.PRODUCT_ID,
                SharedColumns.ARRIVED_AT)
            .row("ann", "2026-01-01T12:00:00Z", "tea", null)
            .row("ann", "2026-01-02", "tea", null)
            .row("zoe second", "2026-01-10", "tea", null)
            .row("zoe second", "2026-01-11", "tea", null)
            .row("cho only their own", "2026-01-01", "cup", null)
            .row("cho only their own", "2026-01-02", "cup", null)
            .row("zoe second", "2026-01-10", "cup", null)
            .row("zoe second", "2026-01-10", "pot", LATER)
            .row("zoe second", LATER, "pot", null)
            .row("zoe second", "2026-01-01", null, null)
            .table();
    TableAssert.assertThat(measured(events, reviews))
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, OpinionColumns.REVIEWS_ANSWERED_LIFETIME)
                .row("ann", 1)
                .row("bob at that very moment", 1)
                .row("cho only their own", 0)
                .table());
  }

  @Test
  void of_two_who_wrote_at_one_moment_each_answers_the_other(SparkSession spark) {
    Dataset<Row> events =
        comments(spark)
            .row("ann", "2026-01-01", "comment", "tea", null)
            .row("bob", "2026-01-01", "comment", "tea", null)
            .table();
    Dataset<Row> reviews =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                ReviewSource.REVIEWED_AT,
                SharedColumns.PRODUCT_ID)
            .row("bob", "2026-01-01", "tea")
            .row("ann", "2026-01-01", "tea")
            .table();
    TableAssert.assertThat(measured(events, reviews))
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, OpinionColumns.REVIEWS_ANSWERED_LIFETIME)
                .row("ann", 1)
                .row("bob", 1)
                .table());
  }

  @Test
  void products_must_be_named_on_both_sides() {
    assertThat(AnsweredReviews.isMapped(MAPPED.mapped())).isTrue();
    assertThat(AnsweredReviews.isMapped(MAPPED.with(Sources.REVIEWS, ReviewSource.TEXT).mapped()))
        .isFalse();
    assertThat(
            AnsweredReviews.isMapped(
                MAPPED.with(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID).mapped()))
        .isFalse();
  }

  private static TestRows comments(SparkSession spark) {
    return TestRows.of(
        spark,
        EngagementSource.KNOWN_CUSTOMER_ID,
        EngagementSource.OCCURRED_AT,
        EngagementSource.EVENT,
        SharedColumns.PRODUCT_ID,
        SharedColumns.ARRIVED_AT);
  }

  private static Dataset<Row> measured(Dataset<Row> events, Dataset<Row> reviews) {
    return AnsweredReviews.perCustomer(
        Map.of(
            Sources.ENGAGEMENT,
            CleanTables.rows(Sources.ENGAGEMENT, events),
            Sources.REVIEWS,
            CleanTables.rows(Sources.REVIEWS, reviews)),
        FeatureContext.of(FEBRUARY, MAPPED.settings()));
  }
}
