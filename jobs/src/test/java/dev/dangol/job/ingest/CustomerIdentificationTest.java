package dev.dangol.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.ingest.identity.CustomerRenames;
import dev.dangol.ingest.identity.LinkColumns;
import dev.dangol.job.ingest.KnownCustomers.Identities;
import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CustomerIdentificationTest {

  @Test
  void ids_that_share_a_key_are_one_customer_and_the_rule_says_which(SparkSession spark) {
    Identities who =
        new KnownCustomers(spark)
            .customer("a", "ana@shop.kr", "010-1234-5678", null)
            .customer("b", " ANA@shop.kr", null, null)
            .customer("c", null, "+82 10 1234 5678", null)
            .customer("d", null, null, "X-1")
            .customer("e", "e@shop.kr", "010-9999-8888", "X-1")
            .customer("f", " ", "12", "X-2")
            .buys("c")
            .buys("g")
            .first();

    assertThat(who.customers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a", "a", "b", "a", "c", "a", "d", "d", "e", "d", "f", "f", "g", "g"));
    assertThat(who.rule("a")).isEqualTo("own id");
    assertThat(who.rule("b")).isEqualTo("same e-mail");
    assertThat(who.rule("c")).isEqualTo("same phone");
    assertThat(who.rule("e")).isEqualTo("same external id");
    assertThat(who.rule("g")).isEqualTo("own id");
    assertThat(who.since("b")).isEqualTo("2026-01-01");
    assertThat(who.trail("b")).isEqualTo("null null");
    assertThat(who.rows()).hasSize(8);
    assertThat(who.leftApart()).isEqualTo(new CustomerIdentification.IdentityConflicts(0, 0));
  }

  @Test
  void an_id_that_is_a_fingerprint_joins_the_customer_who_carries_the_key(SparkSession spark) {
    String ana = KnownCustomers.fingerprint(spark, CustomerKey.EMAIL, "Ana@Shop.kr");
    String stranger = KnownCustomers.fingerprint(spark, CustomerKey.PHONE, "010-5555-5555");
    String partner = KnownCustomers.fingerprint(spark, CustomerKey.EXTERNAL_ID, "X-9");

    Identities who =
        new KnownCustomers(spark)
            .buys(ana)
            .buys(stranger)
            .buys(partner)
            .buys("X-9")
            .email("zoe", "ana@shop.kr")
            .customer("ben", null, null, "X-9")
            .first();

    assertThat(who.customer(ana)).isEqualTo("zoe");
    assertThat(who.rule(ana)).isEqualTo("same e-mail");
    assertThat(who.customer(stranger)).isEqualTo(stranger);
    assertThat(who.customer(partner)).isEqualTo("ben");
    assertThat(who.customer("X-9")).isEqualTo("X-9");
  }

  @Test
  void what_joins_two_external_ids_or_too_many_ids_is_left_apart_and_counted(SparkSession spark) {
    KnownCustomers data =
        new KnownCustomers(spark)
            .customer("a", "x@shop.kr", null, "X-1")
            .customer("b", "x@shop.kr", "010-1111-1111", null)
            .customer("c", null, "010-1111-1111", "X-2")
            .email("p", "y@shop.kr")
            .email("q", "y@shop.kr");
    for (int i = 0; i < 101; i++) {
      data.email("chain" + i, "e" + i + "@shop.kr").email("chain" + i, "e" + (i + 1) + "@shop.kr");
    }

    Identities who = data.first();

    assertThat(who.customer("c")).isEqualTo("c");
    assertThat(who.rule("a")).isEqualTo("left apart: linked with another external id");
    assertThat(who.rule("b")).isEqualTo("left apart: linked with another external id");
    assertThat(who.customer("chain7")).isEqualTo("chain7");
    assertThat(who.rule("chain0")).isEqualTo("left apart: linked with more than 100 ids");
    assertThat(who.customer("q")).isEqualTo("p");
    assertThat(who.leftApart()).isEqualTo(new CustomerIdentification.IdentityConflicts(2, 0));
  }

  @Test
  void visitors_who_became_known_are_listed_with_their_customer(SparkSession spark) {
    Map<Source, Dataset<Row>> accepted =
        new KnownCustomers(spark).email("a", "x@shop.kr").email("b", "x@shop.kr").accepted();
    accepted.put(
        Sources.ENGAGEMENT,
        TestRows.of(
                spark,
                EngagementSource.OCCURRED_AT,
                EngagementSource.KNOWN_CUSTOMER_ID,
                EngagementSource.VISITOR_ID)
            .row("2026-01-01", null, "a")
            .row("2026-01-02", "b", "a")
            .row("2026-01-03", "c", "a")
            .row("2026-01-03", null, "v2")
            .table());

    Identities who =
        Identities.of(
            accepted,
            KnownCustomers.nobody(spark),
            KnownCustomers.KOREA,
            LocalDate.parse("2026-01-04"));

    TableAssert.assertThat(who.table(spark))
        .hasRows(
            TestRows.of(
                    spark,
                    RunColumns.SOURCE,
                    IdentityColumns.SOURCE_ID,
                    SharedColumns.CUSTOMER_ID,
                    IdentityColumns.RULE)
                .row("customers", "a", "a", "own id")
                .row("customers", "b", "a", "same e-mail")
                .row("engagement", "b", "a", "same e-mail")
                .row("engagement", "c", "c", "own id")
                .row("engagement visitor", "a", "a", "visitor who became known")
                .table());
    TableAssert.assertThat(CustomerRenames.of(who.table(spark)))
        .isEqualTo(
            TestRows.of(spark, LinkColumns.OLD_ID, LinkColumns.NEW_ID).row("b", "a").table());
  }

  @Test
  void renaming_adds_no_row_and_changes_every_customer_column(SparkSession spark) {
    Dataset<Row> renames =
        TestRows.of(spark, LinkColumns.OLD_ID, LinkColumns.NEW_ID)
            .row("b", "a")
            .row("c", "a")
            .table();
    Field[] columns = {
      ReferralSource.REFERRER_ID, ReferralSource.REFERRED_ID, SharedColumns.CHANNEL
    };

    TableAssert.assertThat(
            CustomerRenames.apply(
                Sources.REFERRALS,
                TestRows.of(spark, columns)
                    .row("b", "c", "b")
                    .row("x", "b", null)
                    .row("b", "c", "b")
                    .row(null, "x", "c")
                    .table(),
                renames))
        .isEqualTo(
            TestRows.of(spark, columns)
                .row("a", "a", "b")
                .row("x", "a", null)
                .row("a", "a", "b")
                .row(null, "x", "c")
                .table());
  }
}
