package dev.dangol.ingest;

import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ErasedCustomersTest {
  private static final Field FAULT = IngestColumns.FAULT;
  private static final String SALT = "salt";

  @Test
  void his_rows_are_left_out_and_rows_of_nobody_stay(SparkSession spark) {
    TestRows rows =
        TestRows.of(
            spark,
            EngagementSource.KNOWN_CUSTOMER_ID,
            EngagementSource.VISITOR_ID,
            RunColumns.RAW,
            FAULT);

    TableAssert.assertThat(
            erased(spark)
                .without(
                    Sources.ENGAGEMENT,
                    rows.row("gone", "v1", null, null)
                        .row("c1", "v2", null, null)
                        .row(null, "v9", null, null)
                        .row("c2", "v9", null, null)
                        .row(null, "gone", null, null)
                        .row("v9", null, null, null)
                        .row(null, null, null, "nobody")
                        .table()))
        .isEqualTo(
            TestRows.of(
                    spark,
                    EngagementSource.KNOWN_CUSTOMER_ID,
                    EngagementSource.VISITOR_ID,
                    RunColumns.RAW,
                    FAULT)
                .row("c1", "v2", null, null)
                .row("c2", "v9", null, null)
                .row(null, "gone", null, null)
                .row("v9", null, null, null)
                .row(null, null, null, "nobody")
                .table());
  }

  @Test
  void a_rejected_row_that_tells_of_him_is_left_out_and_an_accepted_one_is_not(SparkSession spark) {
    TableAssert.assertThat(
            erased(spark)
                .without(
                    Sources.REVIEWS,
                    reviews(spark)
                        .row(null, "{\"_corrupt_record\":\"gone,2025\"}", "broken")
                        .row(null, "{\"_corrupt_record\":\"{\\\"who\\\":\\\"gone\\\",\"}", "broken")
                        .row(null, "{\"_corrupt_record\":\"a b 🍀;2025\"}", "broken")
                        .row(null, "{\"_corrupt_record\":\"begone,2025\"}", "broken")
                        .row("c1", "{\"who\":\"c1\",\"stars\":\"gone\"}", null)
                        .table()))
        .isEqualTo(
            reviews(spark)
                .row(null, "{\"_corrupt_record\":\"begone,2025\"}", "broken")
                .row("c1", "{\"who\":\"c1\",\"stars\":\"gone\"}", null)
                .table());
  }

  @Test
  void who_only_names_him_keeps_the_row_without_the_name(SparkSession spark) {
    TableAssert.assertThat(
            erased(spark)
                .without(
                    Sources.CUSTOMERS,
                    people(spark)
                        .row("gone", "c1", null, null)
                        .row("c1", "gone", null, null)
                        .row("c2", "firm", null, null)
                        .row("c3", null, null, null)
                        .table()))
        .isEqualTo(
            people(spark)
                .row("c1", null, null, null)
                .row("c2", "firm", null, null)
                .row("c3", null, null, null)
                .table());
  }

  private static TestRows reviews(SparkSession spark) {
    return TestRows.of(spark, SharedColumns.CUSTOMER_ID, RunColumns.RAW, FAULT);
  }

  private static TestRows people(SparkSession spark) {
    return TestRows.of(
        spark, SharedColumns.CUSTOMER_ID, CustomerSource.COMPANY_ID, RunColumns.RAW, FAULT);
  }

  private static ErasedCustomers erased(SparkSession spark) {
    TestRows list = TestRows.of(spark, ErasureColumns.KEY_HASH, ErasureColumns.SALT);
    return new ErasedCustomers(
        list.row(ErasureColumns.hash(SharedColumns.CUSTOMER_ID, "gone", SALT), SALT)
            .row(ErasureColumns.hash(SharedColumns.CUSTOMER_ID, "a b 🍀", SALT), SALT)
            .row(ErasureColumns.hash(EngagementSource.VISITOR_ID, "v9", SALT), SALT)
            .table(),
        SALT);
  }
}
