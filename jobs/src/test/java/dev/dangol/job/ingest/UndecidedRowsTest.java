package dev.dangol.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.job.JobContext;
import dev.dangol.job.RerunPolicy;
import dev.dangol.job.run.RunPreview;
import dev.dangol.store.Lake;
import dev.dangol.store.raw.RawReader;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows without a value that where looks at are left out, and counted. */
@ExtendWith(SparkExtension.class)
class UndecidedRowsTest {
  private static final String HEAD = "no,who,at,paid,status\n";
  private static final String FIRST =
      HEAD
          + "1,ana,2026-01-02 10:00:00,5,paid\n"
          + "2,민지,2026-01-05 10:00:00,6,\n"
          + "3,ben,2026-01-05 10:00:00,7,canceled\n";
  private static final String SECOND =
      HEAD
          + "4,ana,2026-01-03 10:00:00,8,\n"
          + "5,,2026-01-03 10:00:00,8,paid\n"
          + "6,eve,2062-01-03 10:00:00,8,\n"
          + "7,zoe,2026-01-04 10:00:00,9,paid\n";

  @TempDir private Path folder;

  @Test
  void rows_without_a_status_are_counted_whenever_they_arrive(SparkSession spark)
      throws IOException {
    Lake atOnce = new Lake(spark, folder + "/at-once");
    add("a.csv", FIRST);
    add("b.csv", SECOND);
    ingest(spark, atOnce);
    List<String> counted = counted(atOnce);

    assertThat(orders(atOnce)).containsExactly("1", "7");
    assertThat(counted).contains("purchases.rows_read 3.0", "purchases.undecided_rows 3.0");
    assertThat(atOnce.journal().counts())
        .containsEntry("purchases.read", 3L)
        .containsEntry("purchases.quarantined", 1L)
        .containsEntry("purchases.undecided", 3L);
    assertThat(atOnce.read(RunColumns.QUARANTINE).collectAsList())
        .extracting(row -> row.<String>getAs(RunColumns.REASON.name()))
        .containsExactly("customer_id is missing");

    Lake inTurn = new Lake(spark, folder + "/in-turn");
    Files.delete(folder.resolve("shop/a.csv"));
    ingest(spark, inTurn);
    add("a.csv", FIRST);
    ingest(spark, inTurn);
    assertThat(counted(inTurn)).isEqualTo(counted);
    assertThat(orders(inTurn)).containsExactly("1", "7");
  }

  @Test
  void check_tells_how_many_of_the_head_are_left_out(SparkSession spark) throws IOException {
    add("a.csv", FIRST);

    List<String> lines =
        new RunPreview(
                settings("status <> 'canceled'"),
                new Lake(spark, folder + "/none"),
                new RawReader(spark))
            .lines();

    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("  purchases")
                    .contains("1 rows read of its head, 0 would be rejected; 1 more are left out"));
  }

  @Test
  void a_where_that_is_not_false_takes_them(SparkSession spark) throws IOException {
    Lake lake = new Lake(spark, folder + "/taken");
    add("a.csv", FIRST);

    ingest(spark, lake, "(status <> 'canceled') IS NOT FALSE");

    assertThat(orders(lake)).containsExactly("1", "2");
    assertThat(counted(lake)).contains("purchases.undecided_rows 0.0");
  }

  private void add(String name, String lines) throws IOException {
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop").resolve(name), lines);
  }

  private void ingest(SparkSession spark, Lake lake) throws IOException {
    ingest(spark, lake, "status <> 'canceled'");
  }

  private void ingest(SparkSession spark, Lake lake, String where) throws IOException {
    Settings settings = settings(where);
    IngestJob ingest = new IngestJob(new RawReader(spark), RerunPolicy.SKIP_COMPLETE);
    lake.journal().clear();
    ingest.run(new JobContext(lake, settings, ingest.load(lake, settings)));
  }

  private Settings settings(String where) throws IOException {
    Path conf = folder.resolve("shop.conf");
    Files.writeString(
        conf,
        "dangol { quality.max-rejected-share = 0.5, sources.purchases { format = csv,"
            + " options { header = true }, path = \""
            + folder
            + "/shop\", where = \""
            + where
            + "\", columns { order_id = no, customer_id = who, purchased_at = at,"
            + " net_amount = paid } } }");
    return SettingsReader.read(new ConfigLayers(Optional.of(conf), Map.of(), List.of()));
  }

  private static List<String> orders(Lake lake) {
    return lake
        .read(Sources.PURCHASES.clean())
        .select(SharedColumns.ORDER_ID.col())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private static List<String> counted(Lake lake) {
    return lake
        .read(RunColumns.QUALITY_CHECKS)
        .select(RunColumns.CHECK.col(), RunColumns.CHECK_VALUE.col())
        .collectAsList()
        .stream()
        .map((Row row) -> row.mkString(" "))
        .sorted()
        .toList();
  }
}
