package dev.dangol.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.job.ingest.KnownCustomers.Identities;
import dev.dangol.store.Lake;
import dev.dangol.table.Field;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests customer ids from day to day: ids stay, merges are recorded, corrections undo them. */
@ExtendWith(SparkExtension.class)
class StableIdsTest {

  @Test
  void ids_stay_while_the_data_grow_and_a_merge_leaves_a_trail(SparkSession spark) {
    KnownCustomers first =
        new KnownCustomers(spark).email("m", "m@shop.kr").email("n", "m@shop.kr").buys("n");
    Identities one = first.first();
    KnownCustomers second = first.email("a", "m@shop.kr").email("k", "k@shop.kr").buys("o");
    Identities two = second.after(one, "2026-01-02");
    KnownCustomers third = second.email("k", "m@shop.kr").email("b", "k@shop.kr");
    Identities three = third.after(two, "2026-01-03");

    assertThat(one.customer("n")).isEqualTo("m");
    assertThat(two.customer("m")).isEqualTo("m");
    assertThat(two.customer("n")).isEqualTo("m");
    assertThat(two.customer("a")).isEqualTo("m");
    assertThat(two.customer("k")).isEqualTo("k");
    assertThat(two.trail("a")).isEqualTo("null null");
    assertThat(three.customers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("m", "m", "n", "m", "a", "m", "k", "m", "b", "m", "o", "o"));
    assertThat(three.trail("k")).isEqualTo("k 2026-01-03");
    assertThat(three.trail("m")).isEqualTo("null null");
    assertThat(three.since("m")).isEqualTo("2026-01-01");
    assertThat(three.since("k")).isEqualTo("2026-01-02");
    assertThat(third.after(three, "2026-01-03").sorted()).isEqualTo(three.sorted());
    assertThat(third.after(three, "2026-01-04").sorted()).isEqualTo(three.sorted());
  }

  @Test
  void the_day_of_an_older_run_counts_but_changes_no_customer(SparkSession spark) {
    KnownCustomers first = new KnownCustomers(spark).email("z", "z@shop.kr");
    Identities one = first.first();
    KnownCustomers second = first.email("b", "z@shop.kr");
    Identities two = second.after(one, "2026-01-02");

    Identities back = second.after(two, "2025-12-01");

    assertThat(back.customer("b")).isEqualTo("z");
    assertThat(back.since("b")).isEqualTo("2025-12-01");
    assertThat(second.after(back, "2026-01-02").customer("b")).isEqualTo("z");
  }

  @Test
  void keys_that_are_gone_stay_and_follow_their_customer_into_a_merge(SparkSession spark) {
    Identities one =
        new KnownCustomers(spark)
            .email("a", "a@shop.kr")
            .email("b", "b@shop.kr")
            .email("c", "b@shop.kr")
            .buys("d")
            .first();

    Identities two =
        new KnownCustomers(spark)
            .email("a", "a@shop.kr")
            .email("b", "a@shop.kr")
            .after(one, "2026-01-02");

    assertThat(two.customers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", "a", "b", "a", "c", "a", "d", "d"));
    assertThat(two.rule("c")).isEqualTo("same e-mail");
    assertThat(two.trail("c")).isEqualTo("b 2026-01-02");
    assertThat(two.since("d")).isEqualTo("2026-01-01");
  }

  @Test
  void a_customer_whose_key_was_corrected_gets_his_own_id_back(SparkSession spark) {
    Identities one =
        new KnownCustomers(spark)
            .email("a", "x@shop.kr")
            .email("b", "x@shop.kr")
            .email("c", "x@shop.kr")
            .first();

    Identities two =
        new KnownCustomers(spark)
            .email("a", "a@shop.kr")
            .email("b", "x@shop.kr")
            .email("c", "x@shop.kr")
            .after(one, "2026-01-02");
    Identities three =
        new KnownCustomers(spark)
            .email("a", "a@shop.kr")
            .email("b", "b@shop.kr")
            .email("c", "c@shop.kr")
            .after(two, "2026-01-03");

    assertThat(one.customer("c")).isEqualTo("a");
    assertThat(two.customers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", "a", "b", "b", "c", "b"));
    assertThat(three.customers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", "a", "b", "b", "c", "c"));
    assertThat(three.rule("c")).isEqualTo("own id");
    assertThat(three.trail("c")).isEqualTo("b 2026-01-03");
  }

  @Test
  void a_known_id_wins_over_a_fingerprint_and_a_known_fingerprint_over_a_new_id(
      SparkSession spark) {
    String ana = KnownCustomers.fingerprint(spark, CustomerKey.EMAIL, "ana@shop.kr");
    String ben = KnownCustomers.fingerprint(spark, CustomerKey.EMAIL, "ben@shop.kr");
    Identities one = new KnownCustomers(spark).buys(ana).buys(ben).first();
    Identities two = new KnownCustomers(spark).buys(ana).buys("zoe").after(one, "2026-01-02");

    KnownCustomers data =
        new KnownCustomers(spark)
            .buys(ana)
            .buys(ben)
            .email("zoe", "ana@shop.kr")
            .email("new", "ben@shop.kr");
    Identities three = data.after(two, "2026-01-03");

    assertThat(three.customer(ana)).isEqualTo("zoe");
    assertThat(three.trail(ana)).isEqualTo(ana + " 2026-01-03");
    assertThat(three.customer("new")).isEqualTo(ben);
    assertThat(data.after(three, "2026-01-04").sorted()).isEqualTo(three.sorted());
  }

  @Test
  void the_table_is_written_and_read_back_by_the_next_run(
      SparkSession spark, @TempDir Path folder) {
    Lake lake = new Lake(spark, folder.toString());
    LocalDate day = LocalDate.parse("2026-01-01");
    new CustomerIdentification(lake, KnownCustomers.KOREA, TestDay.of(day))
        .write(new KnownCustomers(spark).email("m", "m@shop.kr").accepted());

    CustomerIdentification second =
        new CustomerIdentification(lake, KnownCustomers.KOREA, TestDay.of(day.plusDays(1)));
    second.write(
        new KnownCustomers(spark).email("m", "m@shop.kr").email("a", "m@shop.kr").accepted());

    Field[] fields = IdentityColumns.CUSTOMER_IDENTITY.fields().toArray(Field[]::new);
    TableAssert.assertThat(lake.read(IdentityColumns.CUSTOMER_IDENTITY))
        .isEqualTo(
            TestRows.of(spark, fields)
                .row("customers", "m", "m", "own id", "2026-01-01", null, null)
                .row("customers", "a", "m", "same e-mail", "2026-01-02", null, null)
                .table());
    assertThat(second.renames().collectAsList()).extracting(Row::toString).containsExactly("[a,m]");
  }
}
