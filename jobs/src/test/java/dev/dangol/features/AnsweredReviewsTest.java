package dev.dangol.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.Engagement;
import dev.dangol.table.OpinionColumns;
import dev.dangol.table.Reviews;
import dev.dangol.table.Sources;
import dev.dangol.testing.Rows;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
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
          .with(Sources.REVIEWS, Columns.PRODUCT_ID)
          .with(Sources.ENGAGEMENT, Engagement.KNOWN_CUSTOMER_ID, Columns.PRODUCT_ID);

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
            .row("cho only his own", "2026-01-09", "comment", "cup", null)
            .row("dan of what came late", "2026-02-01", "comment", "pot", null)
            .row("eve not yet", LATER, "comment", "tea", null)
            .row("eve not yet", "2026-01-09", "comment", "tea", LATER)
            .row(null, "2026-01-09", "comment", "tea", null)
            .table();
    Dataset<Row> reviews =
        Rows.of(
                spark,
                Columns.CUSTOMER_ID,
                Reviews.REVIEWED_AT,
                Columns.PRODUCT_ID,
                Columns.ARRIVED_AT)
            .row("ann", "2026-01-01T12:00:00Z", "tea", null)
            .row("ann", "2026-01-02", "tea", null)
            .row("zoe second", "2026-01-10", "tea", null)
            .row("zoe second", "2026-01-11", "tea", null)
            .row("cho only his own", "2026-01-01", "cup", null)
            .row("cho only his own", "2026-01-02", "cup", null)
            .row("zoe second", "2026-01-10", "cup", null)
            .row("zoe second", "2026-01-10", "pot", LATER)
            .row("zoe second", LATER, "pot", null)
            .row("zoe second", "2026-01-01", null, null)
            .table();
    TableAssert.assertThat(measured(events, reviews))
        .hasRows(
            Rows.of(spark, Columns.CUSTOMER_ID, OpinionColumns.REVIEWS_ANSWERED_LIFETIME)
                .row("ann", 1)
                .row("bob at that very moment", 1)
                .row("cho only his own", 0)
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
        Rows.of(spark, Columns.CUSTOMER_ID, Reviews.REVIEWED_AT, Columns.PRODUCT_ID)
            .row("bob", "2026-01-01", "tea")
            .row("ann", "2026-01-01", "tea")
            .table();
    TableAssert.assertThat(measured(events, reviews))
        .hasRows(
            Rows.of(spark, Columns.CUSTOMER_ID, OpinionColumns.REVIEWS_ANSWERED_LIFETIME)
                .row("ann", 1)
                .row("bob", 1)
                .table());
  }

  @Test
  void products_must_be_named_on_both_sides() {
    assertThat(AnsweredReviews.told(MAPPED.mapped())).isTrue();
    assertThat(AnsweredReviews.told(MAPPED.with(Sources.REVIEWS, Reviews.TEXT).mapped())).isFalse();
    assertThat(
            AnsweredReviews.told(
                MAPPED.with(Sources.ENGAGEMENT, Engagement.KNOWN_CUSTOMER_ID).mapped()))
        .isFalse();
  }

  private static Rows comments(SparkSession spark) {
    return Rows.of(
        spark,
        Engagement.KNOWN_CUSTOMER_ID,
        Engagement.OCCURRED_AT,
        Engagement.EVENT,
        Columns.PRODUCT_ID,
        Columns.ARRIVED_AT);
  }

  private static Dataset<Row> measured(Dataset<Row> events, Dataset<Row> reviews) {
    return AnsweredReviews.perCustomer(
        Map.of(
            Sources.ENGAGEMENT,
            Clean.rows(Sources.ENGAGEMENT, events),
            Sources.REVIEWS,
            Clean.rows(Sources.REVIEWS, reviews)),
        Measuring.of(FEBRUARY, MAPPED.settings()));
  }
}
