package dev.dangol.cohorts.leads;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class ReachableLeadsTest {
  private static Object consent(Map<String, String> entries) {
    return CollectionConverters.asScala(entries);
  }

  @Test
  void whoever_agreed_to_a_channel_and_has_its_address_is_reachable(SparkSession spark) {
    Dataset<Row> contacts =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                CustomerContacts.EMAIL,
                CustomerContacts.PHONE,
                CustomerContacts.ADDRESS,
                CustomerContacts.MADID,
                CustomerContacts.CONSENT)
            .row("mail", "a@b.kr", null, null, null, consent(Map.of("email", "granted 2025-03-01")))
            .row("no", "a@b.kr", null, null, null, consent(Map.of("email", "withdrawn 2025-03-01")))
            .row("카카오", null, "+8210", null, null, consent(Map.of(" Kakao ", "granted")))
            .row("no phone", "a@b.kr", " ", null, null, consent(Map.of("sms", "granted")))
            .row("ads", null, null, null, "device", consent(Map.of("ads", "granted")))
            .row("silent", "a@b.kr", "+8210", "서울", null, null)
            .table();
    TestRows leads =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, LookalikeColumns.RANK)
            .row("mail", 1)
            .row("no", 2)
            .row("카카오", 3)
            .row("no phone", 4)
            .row("ads", 5)
            .row("silent", 6)
            .row("stranger", 7);
    TestRows expected =
        TestRows.of(
            spark, SharedColumns.CUSTOMER_ID, LookalikeColumns.RANK, LookalikeColumns.REACHABLE);

    TableAssert.assertThat(ReachableLeads.of(leads.table(), Optional.of(contacts)))
        .hasRows(
            expected
                .row("mail", 1, true)
                .row("no", 2, false)
                .row("카카오", 3, true)
                .row("no phone", 4, false)
                .row("ads", 5, true)
                .row("silent", 6, false)
                .row("stranger", 7, false)
                .table());
    TableAssert.assertThat(
            ReachableLeads.of(leads.table(), Optional.empty())
                .where(LookalikeColumns.REACHABLE.col().isNotNull()))
        .isEmpty();
  }
}
