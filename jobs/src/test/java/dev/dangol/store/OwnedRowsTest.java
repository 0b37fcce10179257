package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A table that several jobs write, in a new warehouse and in one from before rows had a job. */
@ExtendWith(SparkExtension.class)
class OwnedRowsTest {
  private static final Table CHECKS = RunColumns.QUALITY_CHECKS;
  private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  @TempDir private Path folder;

  @Test
  void a_job_replaces_its_own_rows_of_a_day_and_leaves_the_files_of_others(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    replace(lake, "ingest", check(spark, MONDAY, "ingest", "rows"));
    replace(lake, "segments", check(spark, MONDAY, "segments", "drift"));
    List<String> others = files(lake, "segments");

    replace(lake, "ingest", check(spark, MONDAY, "ingest", "customers"));
    TableAssert.assertThat(lake.read(CHECKS))
        .isEqualTo(
            check(spark, MONDAY, "ingest", "customers")
                .union(check(spark, MONDAY, "segments", "drift")));
    assertThat(files(lake, "segments")).isEqualTo(others);

    replace(lake, "ingest", lake.none(CHECKS));
    assertThatThrownBy(
            () -> replace(lake, "ingest", check(spark, MONDAY, "segments", "other index")))
        .hasMessageContaining("are not of the slice of quality_checks");
    TableAssert.assertThat(lake.read(CHECKS)).isEqualTo(check(spark, MONDAY, "segments", "drift"));
  }

  @Test
  void rows_without_a_job_stay_until_a_job_replaces_their_day(SparkSession spark)
      throws IOException {
    Lake lake = new Lake(spark, folder.toString());
    long before = writeAsTheFirstVersionDid(lake, spark);
    Dataset<Row> tuesday = check(spark, TUESDAY, null, "rows");

    replace(lake, "segments", check(spark, MONDAY, "segments", "drift"));
    List<String> others = files(lake, "segments");
    replace(lake, "ingest", check(spark, MONDAY, "ingest", "rows"));
    replace(lake, "ingest", check(spark, MONDAY, "ingest", "customers"));
    TableAssert.assertThat(lake.read(CHECKS))
        .hasRows(
            tuesday
                .union(check(spark, MONDAY, "segments", "drift"))
                .union(check(spark, MONDAY, "ingest", "customers")));
    assertThat(files(lake, "segments")).isEqualTo(others);
    assertThat(logs(lake)).containsOnlyOnce("minReaderVersion").contains("\"minReaderVersion\":1,");

    lake.restore(CHECKS, before);
    replace(lake, "ingest", check(spark, MONDAY, "ingest", "rows"));
    TableAssert.assertThat(lake.read(CHECKS))
        .hasRows(tuesday.union(check(spark, MONDAY, "ingest", "rows")));
  }

  /** Both days without a job, and a column that refuses null; gives the version. */
  private static long writeAsTheFirstVersionDid(Lake lake, SparkSession spark) {
    Table first =
        new Table(
            CHECKS.name(),
            CHECKS.meaning(),
            List.of(SharedColumns.AS_OF, RunColumns.CHECK),
            List.of(
                SharedColumns.AS_OF,
                RunColumns.CHECK,
                RunColumns.CHECK_VALUE,
                RunColumns.BOUND,
                RunColumns.PASSED.asRequired()));
    for (LocalDate day : List.of(MONDAY, TUESDAY)) {
      Dataset<Row> rows = check(spark, day, null, "rows").drop(SharedColumns.OWNING_JOB.name());
      lake.replaceDay(first, rows.na().fill(true), TestDay.of(day));
    }
    return lake.version(CHECKS).orElseThrow();
  }

  private static void replace(Lake lake, String job, Dataset<Row> rows) {
    lake.replaceDayOf(CHECKS, rows, TestDay.of(MONDAY), job);
  }

  private static List<String> files(Lake lake, String job) {
    return lake
        .read(CHECKS)
        .where(SharedColumns.OWNING_JOB.col().equalTo(job))
        .select(functions.input_file_name())
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private String logs(Lake lake) throws IOException {
    StringBuilder logs = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of(lake.path(CHECKS), "_delta_log"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
        logs.append(Files.readString(file));
      }
    }
    return logs.toString();
  }

  /** A check that is measured without a bound. */
  private static Dataset<Row> check(SparkSession spark, LocalDate day, String job, String check) {
    return TestRows.of(spark, CHECKS.fields().toArray(Field[]::new))
        .row(day.toString(), job, check, 7, null, day.equals(MONDAY) ? null : true)
        .table();
  }
}
