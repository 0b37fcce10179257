package dev.dangol.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.job.RerunPolicy;
import dev.dangol.privacy.ErasureTarget;
import dev.dangol.privacy.IdentifierMatcher;
import dev.dangol.store.ErasureList;
import dev.dangol.store.Lake;
import dev.dangol.store.raw.RawReader;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests the incremental load of a growing source: rows read and rows loaded. */
@ExtendWith(SparkExtension.class)
class IncrementalLoadTest {
  private static final String COLUMNS =
      "columns { customer_id = who, purchased_at = at, net_amount = paid, order_id = no }";

  @TempDir private Path folder;

  @Test
  void of_a_delta_table_only_what_is_new_is_read_and_what_is_gone_is_taken_out(SparkSession spark)
      throws IOException {
    String shop = "delta.`" + folder.resolve("shop") + "`";
    spark.sql("CREATE TABLE " + shop + " (no INT, who STRING, at STRING, paid DOUBLE) USING delta");
    spark.sql("INSERT INTO " + shop + " VALUES (1, 'ana', '2026-01-02', 1.5), (2, 'ben', 'x', 2)");
    Settings settings = settings("format = delta, path = \"" + folder.resolve("shop") + "\"");
    Lake lake = new Lake(spark, folder + "/warehouse");

    assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isEqualTo(2);
    assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isZero();
    spark.sql("INSERT INTO " + shop + " VALUES (3, '민지', '2026-01-03', 3)");
    assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isEqualTo(1);
    assertThat(landed(lake))
        .containsExactly("1 ana 1.5000 null", "2 ben 2.0000 x", "3 민지 3.0000 null");

    spark.sql("DELETE FROM " + shop + " WHERE no = 3");
    assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isZero();
    assertThat(landed(lake)).hasSize(2);
    assertThat(take(spark, lake, settings, RerunPolicy.REPEAT)).isEqualTo(2);
    assertThat(landed(lake)).containsExactly("1 ana 1.5000 null", "2 ben 2.0000 x");
  }

  @Test
  void of_files_those_that_went_are_taken_out_although_none_is_new(SparkSession spark)
      throws IOException {
    for (String day : List.of("1", "2")) {
      Files.writeString(
          Files.createDirectories(folder.resolve("shop")).resolve(day + ".json"),
          "{\"no\":" + day + ",\"who\":\"ana\",\"at\":\"2026-01-02\",\"paid\":1.5}\n");
    }
    Settings settings = settings("format = json, path = \"" + folder.resolve("shop") + "\"");
    Lake lake = new Lake(spark, folder + "/warehouse");
    assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isEqualTo(2);

    Files.delete(folder.resolve("shop/1.json"));

    assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isZero();
    assertThat(landed(lake)).containsExactly("2 ana 1.5000 null");
  }

  @Test
  void of_a_database_only_what_lies_at_the_watermark_or_above_is_read_again(SparkSession spark)
      throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Connection connection = server.getPostgresDatabase().getConnection();
        Statement shop = connection.createStatement()) {
      shop.execute("CREATE TABLE shop (no INT, who TEXT, at TEXT, paid NUMERIC, seq TIMESTAMP)");
      shop.execute(
          "INSERT INTO shop VALUES (1, 'ana', '2026-01-02', 1.5, '2026-01-02 10:00:00.001'),"
              + " (2, 'ben', 'x', 2, '2026-01-03 10:00:00.002')");
      Settings settings =
          settings(
              "format = jdbc, watermark = seq, options { dbtable = shop, url = \""
                  + server.getJdbcUrl("postgres", "postgres")
                  + "\" }");
      Lake lake = new Lake(spark, folder + "/warehouse");

      assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isEqualTo(2);
      shop.execute(
          "INSERT INTO shop VALUES (3, '민지', '2026-01-03', 3, '2026-01-03 10:00:00.002'),"
              + " (4, 'dan', '2026-01-04', 4, '2026-01-04 00:00:00')");
      // The last row again, and the two that came at and above its mark.
      assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isEqualTo(3);
      // A row without a mark may be new: it is read each time, and loaded once.
      shop.execute("INSERT INTO shop VALUES (5, 'eve', '2026-01-05', 5, NULL)");
      assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isEqualTo(2);
      assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isEqualTo(2);
      List<String> grown = landed(lake);
      assertThat(take(spark, lake, settings, RerunPolicy.REPEAT)).isEqualTo(5);
      assertThat(landed(lake)).hasSize(5).isEqualTo(grown);
    }
  }

  @Test
  void where_another_country_is_dialled_customers_known_by_phone_are_read_again(SparkSession spark)
      throws IOException {
    Files.writeString(folder.resolve("a.csv"), "no,who,at,paid\n1,010-1234-5678,2026-01-02,1\n");
    String source =
        "format = csv, options { header = true }, customer-key = phone, path = \""
            + folder.resolve("a.csv")
            + "\"";
    Lake lake = new Lake(spark, folder + "/warehouse");

    assertThat(take(spark, lake, settings(source), RerunPolicy.SKIP_COMPLETE)).isEqualTo(1);
    assertThat(customers(lake)).containsExactly("null");
    Settings korean = settings(source, "identity.phone-region=KR");
    assertThat(take(spark, lake, korean, RerunPolicy.SKIP_COMPLETE)).isEqualTo(1);
    assertThat(customers(lake)).singleElement().asString().startsWith("phone:");
  }

  @Test
  void rows_of_the_erased_are_counted_also_where_nobody_else_is_left(SparkSession spark)
      throws IOException {
    Files.writeString(folder.resolve("a.csv"), "no,who,at,paid\n1,ana,2026-01-02,1\n");
    Settings settings =
        settings("format = csv, options { header = true }, path = \"" + folder + "/*.csv\"");
    Lake lake = new Lake(spark, folder + "/warehouse");
    ErasureTarget ana =
        new ErasureTarget(Set.of("ana"), Set.of(), new IdentifierMatcher(Set.of(), Set.of()));
    ErasureList.of(lake).add(ana, Map.of(), LocalDate.of(2026, 1, 3));

    assertThat(take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE)).isZero();
    assertThat(lake.journal().counts()).containsEntry("purchases.erased", 1L);
  }

  @Test
  void an_address_in_the_wrong_place_does_not_land(SparkSession spark) throws IOException {
    Files.writeString(folder.resolve("a.csv"), "no,who,at,paid\n1,ana,ana@shop.kr,1\n");
    Settings settings =
        settings("format = csv, options { header = true }, path = \"" + folder + "/*.csv\"");
    Lake lake = new Lake(spark, folder + "/warehouse");

    take(spark, lake, settings, RerunPolicy.SKIP_COMPLETE);
    assertThat(landed(lake)).containsExactly("1 ana 1.0000 (hidden)");
    assertThat(lake.read(Sources.PURCHASES.landedTable()).collectAsList().toString())
        .doesNotContain("@");
  }

  private static List<String> customers(Lake lake) {
    return lake
        .read(Sources.PURCHASES.landedTable())
        .select(SharedColumns.CUSTOMER_ID.col())
        .collectAsList()
        .stream()
        .map(row -> String.valueOf(row.getString(0)))
        .toList();
  }

  private static long take(SparkSession spark, Lake lake, Settings settings, RerunPolicy choice) {
    lake.journal().clear();
    IngestTools tools = IngestTools.of(lake, settings, new RawReader(spark));
    IncrementalLoad incremental = new IncrementalLoad(tools, choice);
    long read = new SourceLoad(tools, Sources.PURCHASES).load(incremental);
    incremental.keep();
    return read;
  }

  private static List<String> landed(Lake lake) {
    return lake
        .read(Sources.PURCHASES.landedTable())
        .select(
            SharedColumns.ORDER_ID.col(),
            SharedColumns.CUSTOMER_ID.col(),
            PurchaseSource.NET_AMOUNT.col(),
            IngestColumns.FAULT_VALUE.col())
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .sorted()
        .toList();
  }

  private Settings settings(String purchases, String... more) throws IOException {
    Path conf = folder.resolve("shop.conf");
    Files.writeString(conf, "dangol.sources.purchases { " + purchases + ", " + COLUMNS + " }");
    return SettingsReader.read(new ConfigLayers(Optional.of(conf), Map.of(), List.of(more)));
  }
}
