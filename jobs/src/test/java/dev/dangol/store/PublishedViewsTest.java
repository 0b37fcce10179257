package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.config.WarehouseSettings;
import dev.dangol.problem.BadSetting;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.table.TableView;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class PublishedViewsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final String JOB = "features";
  private static final Table TABLE = RunColumns.NOT_MEASURED;

  @TempDir private Path folder;

  @Test
  void a_catalog_shows_the_published_version_and_nothing_newer(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    write(lake, "customer_features.rating_mean");
    Ledger ledger = Ledger.of(lake);
    ledger.append(published(lake.journal().versions()));
    write(lake, "customer_features.shares_lifetime");

    TableView known = view("known", TABLE.name());
    TableView unknown = view("unknown", TABLE.name(), "customer_fit");

    new PublishedViews(lake, ledger)
        .register(
            spark,
            new WarehouseSettings(folder.toString(), "spark_catalog", "default"),
            List.of(known, unknown));

    for (String name : List.of("known", TABLE.name())) {
      assertThat(spark.sql("SELECT measure FROM spark_catalog.default." + name).collectAsList())
          .extracting(row -> row.getString(0))
          .containsExactly("customer_features.rating_mean");
      spark.sql("DROP VIEW spark_catalog.default." + name);
    }
    assertThat(spark.catalog().tableExists("spark_catalog.default.unknown")).isFalse();
  }

  @Test
  void a_catalog_that_does_not_exist_is_a_setting_to_mend(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    write(lake, "customer_features.rating_mean");
    Ledger ledger = Ledger.of(lake);
    ledger.append(published(lake.journal().versions()));
    WarehouseSettings nowhere = new WarehouseSettings(folder.toString(), "nowhere", "default");

    assertThatThrownBy(() -> new PublishedViews(lake, ledger).register(spark, nowhere, List.of()))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("warehouse.catalog");
  }

  private static TableView view(String name, String... reads) {
    Table table = new Table(name, "A row.", List.of(), TABLE.fields());
    return new TableView(table, List.of(reads), "SELECT * FROM {schema}" + TABLE.name());
  }

  private static void write(Lake lake, String measure) {
    var row = RowFactory.create(Date.valueOf(DAY), JOB, measure, "Its source is missing.");
    lake.replaceDayOf(TABLE, lake.of(TABLE, List.of(row)), TestDay.of(DAY), JOB);
  }

  private static LedgerEntry published(Map<String, Long> versions) {
    Instant noon = Instant.parse("2026-01-05T12:00:00Z");
    return new LedgerEntry(
        new RunInfo("run", "hash", 42, "development"),
        JobRequest.of("run", DAY, Map.of()),
        new JobResult(JobResult.JobStatus.PUBLISHED, noon, 0, 0, 0, Map.of(), versions));
  }
}
