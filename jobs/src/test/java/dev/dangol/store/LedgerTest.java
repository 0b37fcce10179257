package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.RunColumns;
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
class LedgerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  @TempDir private Path folder;

  @Test
  void its_lines_are_the_same_without_spark(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    assertThat(lake.collect(RunColumns.RUNS)).isEmpty();
    Ledger ledger = Ledger.of(lake);
    ledger.append(line("ingest", Map.of("purchases.read", 10L, "purchases.used", 9L)));
    ledger.append(line("features", Map.of()));

    assertThat(lake.collect(RunColumns.RUNS))
        .hasSize(2)
        .containsExactlyInAnyOrderElementsOf(lake.read(RunColumns.RUNS).collectAsList());
    assertThat(Ledger.of(lake).rows()).isEqualTo(ledger.rows()).containsEntry("purchases.used", 9L);
  }

  @Test
  void a_table_that_it_cannot_read_by_itself_is_read_by_spark(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    var row = RowFactory.create(Date.valueOf(DAY), "features", "a_measure", "No source.");
    lake.replaceDayOf(
        RunColumns.NOT_MEASURED,
        lake.of(RunColumns.NOT_MEASURED, List.of(row)),
        TestDay.of(DAY),
        "features");

    assertThat(lake.collect(RunColumns.NOT_MEASURED)).containsExactly(row);
  }

  private static LedgerEntry line(String job, Map<String, Long> counts) {
    Instant began = Instant.parse("2026-01-05T12:00:00.123456Z");
    return new LedgerEntry(
        new RunInfo("run 🍀", "hash", 42, "development"),
        JobRequest.of(job, DAY, Map.of("purchases", "three files")),
        new JobResult(JobResult.JobStatus.COMPLETE, began, 1.5, 10, 9, counts, Map.of("runs", 1L)));
  }
}
