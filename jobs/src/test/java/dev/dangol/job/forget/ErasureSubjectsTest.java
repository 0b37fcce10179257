package dev.dangol.job.forget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.job.TableReader;
import dev.dangol.privacy.CustomerKeys;
import dev.dangol.privacy.ErasureTarget;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ErasureSubjectsTest {
  @Test
  void an_id_brings_every_other_id_of_its_customer(SparkSession spark) {
    ErasureTarget trace = new ErasureSubjects(reading(spark), Set.of("c1")).trace();
    assertThat(trace.customers()).containsExactlyInAnyOrder("c1", "mail-fingerprint", "c0");
    assertThat(trace.visitors()).containsExactly("v1");
    assertThat(trace.wording().in("{\"who\":\"Kim\"}")).isTrue();
    assertThat(trace.wording().in("{\"who\":\"Lee\"}")).isFalse();
  }

  @Test
  void a_former_id_and_a_source_s_own_id_lead_to_the_same_customer(SparkSession spark) {
    Set<String> all = Set.of("c1", "mail-fingerprint", "c0");
    assertThat(new ErasureSubjects(reading(spark), Set.of("c0")).trace().customers())
        .isEqualTo(all);
    assertThat(new ErasureSubjects(reading(spark), Set.of("mail-fingerprint")).trace().customers())
        .isEqualTo(all);
  }

  @Test
  void a_number_that_one_source_gives_him_and_another_customer_has_is_the_other_s(
      SparkSession spark) {
    assertThat(new ErasureSubjects(reading(spark), Set.of("7")).trace().customers())
        .containsExactly("7");
    assertThat(new ErasureSubjects(reading(spark), Set.of("c2")).trace().customers())
        .containsExactly("c2");
  }

  @Test
  void an_id_that_nobody_has_means_itself(SparkSession spark) {
    ErasureTarget trace = new ErasureSubjects(reading(spark), Set.of("nobody")).trace();
    assertThat(trace.customers()).containsExactly("nobody");
    assertThat(trace.visitors()).isEmpty();
  }

  private static TableReader reading(SparkSession spark) {
    return table ->
        table.equals(CustomerContacts.TABLE)
            ? TestRows.of(
                    spark,
                    SharedColumns.CUSTOMER_ID,
                    CustomerContacts.NAME,
                    CustomerContacts.EMAIL,
                    CustomerContacts.ADDRESS,
                    CustomerContacts.PHONE)
                .row("c1", "Kim", null, null, null)
                .row("c2", "Lee", null, null, null)
                .table()
            : TestRows.of(
                    spark,
                    RunColumns.SOURCE,
                    IdentityColumns.SOURCE_ID,
                    SharedColumns.CUSTOMER_ID,
                    IdentityColumns.MERGED_FROM)
                .row("purchases", "c1", "c1", null)
                .row("support", "mail-fingerprint", "c1", null)
                .row("loyalty", "c0", "c1", "c0")
                .row(CustomerKeys.VISITORS, "v1", "c1", null)
                .row("purchases", "c2", "c2", null)
                .row("surveys", "7", "c2", null)
                .row("purchases", "7", "7", null)
                .table();
  }
}
