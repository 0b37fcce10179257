package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.testing.DiskScan;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class TableErasureTest {
  private static final Table TABLE = RunColumns.NOT_MEASURED;
  private static final LocalDate DAY = LocalDate.parse("2026-01-05");

  @TempDir private Path folder;

  @Test
  void what_only_an_old_version_held_is_gone_from_disk_and_the_present_one_stays(
      SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    DiskScan disk = new DiskScan(folder);
    lake.replaceDay(TABLE, rows(spark, "vega-7731"), TestDay.of(DAY));
    lake.replaceDay(TABLE, rows(spark, "others"), TestDay.of(DAY));
    long version = lake.version(TABLE).orElseThrow();
    assertThat(disk.filesWith(List.of("vega-7731"))).isNotEmpty();

    TableErasure erasure = new TableErasure(spark, lake);
    assertThat(erasure.purge(TABLE)).isEqualTo(1);

    assertThat(disk.filesWith(List.of("vega-7731"))).isEmpty();
    assertThat(lake.version(TABLE)).hasValue(version);
    TableAssert.assertThat(lake.readVersion(TABLE, version)).isEqualTo(rows(spark, "others"));
    assertThat(erasure.purge(TABLE)).isZero();
    assertThat(spark.conf().get("spark.databricks.delta.retentionDurationCheck.enabled"))
        .isEqualTo("true");
    lake.replaceDay(TABLE, rows(spark, "later"), TestDay.of(DAY));
    TableAssert.assertThat(lake.read(TABLE)).isEqualTo(rows(spark, "later"));
  }

  private static Dataset<Row> rows(SparkSession spark, String measure) {
    return TestRows.of(spark, TABLE.fields().toArray(Field[]::new))
        .row(DAY.toString(), "features", measure, "A test.")
        .table();
  }
}
