package dev.dangol.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.job.JobContext;
import dev.dangol.job.RerunPolicy;
import dev.dangol.store.Lake;
import dev.dangol.store.raw.RawReader;
import dev.dangol.table.AsOf;
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
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows of the future wait for their day, and one mistyped year moves no report. */
@ExtendWith(SparkExtension.class)
class FutureRowsTest {
  private static final String HEAD = "no,who,at,paid\n";
  private static final String SHOP =
      HEAD + "1,ana,2026-01-02 10:00:00,5\n2,ben,2026-01-05 10:00:00,6\n";
  private static final String MISTYPED = HEAD + "3,민지,2062-01-05 10:00:00,7\n";

  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void open(SparkSession spark) throws IOException {
    lake = new Lake(spark, folder + "/warehouse");
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/a.csv"), SHOP);
  }

  @Test
  void a_purchase_dated_2062_moves_nothing_and_is_reported(SparkSession spark) throws IOException {
    Files.writeString(folder.resolve("shop/b.csv"), MISTYPED);

    assertThat(ingest(spark).day()).isEqualTo("2026-01-05");

    assertThat(clean()).containsExactly("1", "2");
    assertThat(quarantine())
        .containsExactly(
            "2026-01-05 purchases purchased_at is in the future: '2062-01-05 10:00:00'"
                + " purchased_at {\"customer_id\":\"민지\",\"purchased_at\":\"2062-01-05T10:00:00.000Z\","
                + "\"net_amount\":7.0000,\"order_id\":\"3\"}");
    assertThat(check("purchases.outlier_day_rows")).containsExactly("1.0 0.0 false");
    assertThat(check("purchases.rejected_share")).containsExactly("0.0 0.5 true");
  }

  @Test
  void where_the_day_is_configured_a_row_is_in_the_future_a_day_after_its_end(SparkSession spark)
      throws IOException {
    Files.writeString(
        folder.resolve("shop/b.csv"),
        MISTYPED + "4,dan,2026-01-04 23:59:59,8\n5,eve,2026-01-05 00:00:00,9\n");

    assertThat(ingest(spark, "as-of=2026-01-03").day()).isEqualTo("2026-01-03");

    assertThat(clean()).containsExactly("1", "4");
    assertThat(quarantine()).hasSize(3);
    assertThat(check("purchases.outlier_day_rows")).isEmpty();

    ingest(spark, "as-of=2026-01-03", "quality.future-tolerance-hours=0");
    assertThat(clean()).containsExactly("1");
    ingest(spark, "as-of=2026-01-03", "quality.future-tolerance-hours=25");
    assertThat(clean()).containsExactly("1", "4", "5");
  }

  @Test
  void a_row_that_waited_is_used_on_its_day_without_being_read_again(SparkSession spark)
      throws IOException {
    ingest(spark, "as-of=2026-01-02");
    assertThat(clean()).containsExactly("1");
    assertThat(lake.journal().newRows()).hasValue(2);

    ingest(spark, "as-of=2026-01-05");
    assertThat(clean()).containsExactly("1", "2");
    assertThat(quarantine()).singleElement().asString().startsWith("2026-01-02 ");
    assertThat(lake.journal().newRows()).hasValue(0);
  }

  @Test
  void what_a_past_day_quarantines_does_not_depend_on_what_was_run_before(SparkSession spark)
      throws IOException {
    ingest(spark, "as-of=2026-01-02");
    List<String> first = quarantine();

    ingest(spark, "as-of=2026-01-05");
    Files.writeString(folder.resolve("shop/b.csv"), HEAD);
    ingest(spark, "as-of=2026-01-02");
    assertThat(quarantine()).isEqualTo(first);
  }

  private AsOf ingest(SparkSession spark, String... more) throws IOException {
    Path conf = folder.resolve("shop.conf");
    Files.writeString(
        conf,
        "dangol { quality.max-rejected-share = 0.5, sources.purchases { format = csv,"
            + " options { header = true }, path = \""
            + folder
            + "/shop\", columns { order_id = no, customer_id = who, purchased_at = at,"
            + " net_amount = paid } } }");
    Settings settings =
        SettingsReader.read(new ConfigLayers(Optional.of(conf), Map.of(), List.of(more)));
    IngestJob ingest = new IngestJob(new RawReader(spark), RerunPolicy.SKIP_COMPLETE);
    lake.journal().clear();
    AsOf asOf = ingest.load(lake, settings);
    ingest.run(new JobContext(lake, settings, asOf));
    return asOf;
  }

  private List<String> clean() {
    return lake
        .read(Sources.PURCHASES.clean())
        .select(SharedColumns.ORDER_ID.col())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private List<String> quarantine() {
    return lake.read(RunColumns.QUARANTINE).collectAsList().stream()
        .map(row -> row.mkString(" "))
        .sorted()
        .toList();
  }

  private List<String> check(String name) {
    return lake
        .read(RunColumns.QUALITY_CHECKS)
        .where(RunColumns.CHECK.col().equalTo(name))
        .select(RunColumns.CHECK_VALUE.col(), RunColumns.BOUND.col(), RunColumns.PASSED.col())
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .toList();
  }
}
