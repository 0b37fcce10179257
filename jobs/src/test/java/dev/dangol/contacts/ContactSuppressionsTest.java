package dev.dangol.contacts;

import dev.dangol.contacts.ContactSuppressions.SuppressionInputs;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.SuppressionColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reasons to leave a customer alone, since when, and what ends them. */
@ExtendWith(SparkExtension.class)
class ContactSuppressionsTest {
  private static final AsOf DAY = TestDay.of("2026-03-31");

  private static Dataset<Row> messages(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            SharedColumns.CHANNEL,
            MessageSource.UNSUBSCRIBED_AT,
            MessageSource.COMPLAINED_AT)
        .row("ann", " Email", "2026-01-02T10:00:00Z", null)
        .row("ann", "email", "2026-02-02T10:00:00Z", null)
        .row("bob", "email", "2026-01-02T10:00:00Z", null)
        .row("cho", null, "2026-01-02T10:00:00Z", null)
        .row("dan", "sms", null, "2026-01-05T10:00:00Z")
        .row("eve", "sms", "2026-04-01T00:00:00Z", "2026-04-01T00:00:00Z")
        .row("fay", "email", "2026-03-31T23:59:59Z", null)
        .row("gus", "email", "2026-02-01T10:00:00Z", null)
        .table();
  }

  private static Dataset<Row> events(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            SharedColumns.CHANNEL,
            EngagementSource.EVENT,
            EngagementSource.OCCURRED_AT)
        .row("hal", "push", "unsubscribe", "2026-01-07T10:00:00Z")
        .row(null, "push", "unsubscribe", "2026-01-07T10:00:00Z")
        .row("ida", "push", "open", "2026-01-07T10:00:00Z")
        .table();
  }

  private static Dataset<Row> contacts(SparkSession spark) {
    TestRows rows = TestRows.of(spark, SharedColumns.CUSTOMER_ID, CustomerContacts.CONSENT_HISTORY);
    consents(rows, "bob", "email granted 2026-01-03");
    consents(rows, "gus", "email granted 2026-02-01");
    consents(rows, "cho", "email granted 2026-03-01");
    consents(
        rows,
        "jon",
        "ads granted 2026-01-01",
        "ads withdrawn 2026-01-01",
        "sms granted 2026-01-01",
        "sms withdrawn 2025-12-01",
        "kakao withdrawn",
        "kakao granted 2026-01-01",
        "kakao withdrawn 2025-01-01",
        "email granted 2026-01-01",
        "email withdrawn 2026-02-01",
        "email withdrawn 2026-02-03",
        "push granted 2026-01-01",
        "push withdrawn 2026-04-01");
    return rows.table();
  }

  private static void consents(TestRows rows, String customer, String... entries) {
    rows.row(customer, entries);
  }

  @Test
  void what_stands_by_the_day_is_there_with_the_day_since_when(SparkSession spark) {
    Dataset<Row> risks =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                RelevanceColumns.CHANNEL,
                RelevanceColumns.RISK,
                RelevanceColumns.IRRELEVANT_SINCE)
            .row("kim", "email", "high", "2026-02-02")
            .row("kim", "sms", "some", "2026-02-02")
            .table();
    Dataset<Row> erasures =
        TestRows.of(spark, ErasureColumns.KEY_HASH, ErasureColumns.SALT, ErasureColumns.ERASED_ON)
            .row("5f", "salt", "2026-06-01")
            .table();
    SuppressionInputs inputs =
        new SuppressionInputs(
            Optional.of(messages(spark)),
            Optional.of(events(spark)),
            contacts(spark),
            erasures,
            Optional.of(risks));

    TableAssert.assertThat(ContactSuppressions.of(inputs, DAY)).hasRows(expected(spark));
  }

  private static Dataset<Row> expected(SparkSession spark) {
    return TestRows.of(
            spark,
            SuppressionColumns.CUSTOMER_ID,
            SuppressionColumns.CHANNEL,
            SuppressionColumns.REASON,
            SuppressionColumns.SINCE,
            SuppressionColumns.LAST_ON)
        .row("ann", "email", "unsubscribed", "2026-01-02", "2026-02-02")
        .row("cho", null, "unsubscribed", "2026-01-02", "2026-01-02")
        .row("dan", "sms", "complained", "2026-01-05", "2026-01-05")
        .row("fay", "email", "unsubscribed", "2026-03-31", "2026-03-31")
        .row("gus", "email", "unsubscribed", "2026-02-01", "2026-02-01")
        .row("hal", "push", "unsubscribed", "2026-01-07", "2026-01-07")
        .row("jon", "ads", "withdrawn", "2026-01-01", "2026-01-01")
        .row("jon", "kakao", "withdrawn", null, null)
        .row("jon", "email", "withdrawn", "2026-02-01", "2026-02-03")
        .row("kim", "email", "spam_risk", "2026-02-02", "2026-02-02")
        .row("5f", null, "erased", "2026-06-01", "2026-06-01")
        .table();
  }

  @Test
  void without_sources_and_consent_nobody_is_suppressed(SparkSession spark) {
    Dataset<Row> nobody =
        spark.createDataFrame(
            List.of(RowFactory.create("ann", null)),
            Field.schema(List.of(SharedColumns.CUSTOMER_ID, CustomerContacts.CONSENT_HISTORY)));
    Dataset<Row> erasures =
        TestRows.of(spark, ErasureColumns.KEY_HASH, ErasureColumns.SALT, ErasureColumns.ERASED_ON)
            .table();

    TableAssert.assertThat(
            ContactSuppressions.of(
                new SuppressionInputs(
                    Optional.empty(), Optional.empty(), nobody, erasures, Optional.empty()),
                DAY))
        .isEmpty();
  }
}
