package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests one table through runs that succeed, die, are rolled back and are resumed. */
@ExtendWith(SparkExtension.class)
class RunRecoveryTest {
  private static final Table TABLE = RunColumns.NOT_MEASURED;
  private static final LocalDate DAY = LocalDate.parse("2026-01-05");
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final List<Integer> WINDOWS = List.of(30);

  @TempDir private Path folder;

  @Test
  void readers_see_what_is_published_and_a_run_that_died_is_taken_back(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());

    write(lake, spark, "first");
    note(lake, "run-1", JobResult.JobStatus.COMPLETE, 1);
    TableAssert.assertThat(new PublishedViews(lake, Ledger.of(lake)).read(TABLE)).isEmpty();

    note(lake, "run-1", JobResult.JobStatus.PUBLISHED, 2);
    write(lake, spark, "died on the way");
    TableAssert.assertThat(new PublishedViews(lake, Ledger.of(lake)).read(TABLE))
        .isEqualTo(rows(spark, "first"));

    recover(lake, "other settings", 3);
    TableAssert.assertThat(lake.read(TABLE)).isEqualTo(rows(spark, "first"));
    TableAssert.assertThat(new PublishedViews(lake, Ledger.of(lake)).read(TABLE))
        .isEqualTo(rows(spark, "first"));
  }

  @Test
  void complete_work_is_kept_for_a_run_that_would_only_repeat_it(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    write(lake, spark, "complete");
    note(lake, "run-1", JobResult.JobStatus.COMPLETE, 1);
    write(lake, spark, "half done");

    recover(lake, "settings", 2);
    TableAssert.assertThat(lake.read(TABLE)).isEqualTo(rows(spark, "complete"));
    assertThat(Ledger.of(lake).covers(stamp("run-2", "settings"), work("features"))).isTrue();
    TableAssert.assertThat(new PublishedViews(lake, Ledger.of(lake)).read(TABLE)).isEmpty();
  }

  @Test
  void complete_work_that_was_taken_back_is_not_taken_for_done_later(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    write(lake, spark, "complete");
    note(lake, "run-1", JobResult.JobStatus.COMPLETE, 1);

    recover(lake, "other settings", 2);
    TableAssert.assertThat(lake.read(TABLE)).isEmpty();
    Ledger ledger = Ledger.of(lake);
    assertThat(ledger.covers(stamp("run-3", "settings"), work("features"))).isFalse();
    assertThat(ledger.latest(entry -> entry.work().job().equals("features"))).isEmpty();
  }

  private static void write(Lake lake, SparkSession spark, String measure) {
    lake.replaceDay(TABLE, rows(spark, measure), TestDay.of(DAY));
  }

  private static void note(Lake lake, String run, JobResult.JobStatus status, int minute) {
    Map<String, Long> versions = Map.of(TABLE.name(), lake.version(TABLE).orElseThrow());
    Instant started = NOON.plusSeconds(60L * minute);
    JobResult outcome = new JobResult(status, started, 0, 0, 1, Map.of(), versions);
    Ledger.of(lake).append(new LedgerEntry(stamp(run, "settings"), work("features"), outcome));
  }

  private static void recover(Lake lake, String settings, int minute) {
    new RunRecovery(lake, Ledger.of(lake), WINDOWS)
        .beforeRun(stamp("run-" + minute, settings), DAY, NOON.plusSeconds(60L * minute));
  }

  private static RunInfo stamp(String run, String settings) {
    return new RunInfo(run, settings, 42, "0.1.0");
  }

  private static JobRequest work(String job) {
    return JobRequest.of(job, DAY, Map.of("purchases", "abc"));
  }

  private static Dataset<Row> rows(SparkSession spark, String measure) {
    return TestRows.of(spark, TABLE.fields().toArray(Field[]::new))
        .row(DAY.toString(), "features", measure, "A test.")
        .table();
  }
}
