package dev.dangol.job.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.GivenConfig;
import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.job.run.ProgressListener;
import dev.dangol.job.run.RunTimekeeper;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.PublishedViews;
import dev.dangol.store.RunInfo;
import dev.dangol.store.TableUpkeep;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three days of rejected rows in a warehouse, the middle one written twice. */
@ExtendWith(SparkExtension.class)
class WarehouseUpkeepTest {
  private static final LocalDate LAST = LocalDate.parse("2025-03-03");
  private static final RunInfo STAMP = new RunInfo("night", "hash", 1, "0");

  @TempDir private Path folder;
  private Lake lake;
  private SparkSession spark;
  private Instant present;

  @BeforeEach
  void write_three_days(SparkSession session) {
    spark = session;
    lake = new Lake(spark, folder.toString());
    for (LocalDate day : List.of(LAST.minusDays(2), LAST.minusDays(1), LAST.minusDays(1), LAST)) {
      lake.replaceDay(RunColumns.QUARANTINE, lake.of(RunColumns.QUARANTINE, rows(day)), asOf(day));
      publish("ingest", day, JobResult.JobStatus.PUBLISHED);
    }
    present = Clock.systemUTC().instant();
  }

  @Test
  void days_that_are_not_kept_go_and_can_be_described_again() {
    WarehouseUpkeep upkeep = upkeep("keep.days=2");
    assertThat(upkeep.preview(present))
        .anyMatch(line -> line.startsWith("2025-03-01 would be removed from 1 tables;"));
    assertThat(days()).hasSize(3);

    List<String> said = upkeep.run(timekeeper());

    assertThat(said).anyMatch(line -> line.startsWith("2025-03-01 was removed from 1 tables;"));
    assertThat(days()).containsExactly("2025-03-02", "2025-03-03");
    Ledger ledger = Ledger.of(lake);
    assertThat(ledger.entries())
        .extracting(LedgerEntry::work)
        .contains(JobRequest.of(Ledger.EXPIRY, LAST.minusDays(2), Map.of()));
    assertThat(ledger.covers(STAMP, JobRequest.of("ingest", LAST.minusDays(2), Map.of())))
        .isFalse();
    assertThat(ledger.covers(STAMP, JobRequest.of("ingest", LAST, Map.of()))).isTrue();
    assertThat(ledger.unpublishedEntries()).isEmpty();
    assertThat(upkeep.run(timekeeper())).noneMatch(line -> line.contains("was removed from"));
  }

  @Test
  void what_only_old_versions_need_goes_when_it_is_old_enough() {
    lake.append(RunColumns.QUARANTINE, lake.of(RunColumns.QUARANTINE, rows(LAST)));
    publish("ingest", LAST, JobResult.JobStatus.PUBLISHED);

    assertThat(upkeep("keep.old-versions-days=1").preview(present))
        .contains("0 files and 0 log entries of old versions in 0 tables would be removed.");
    present = present.plus(Duration.ofDays(2));
    upkeep("keep.old-versions-days=1").run(timekeeper());

    List<String> log = lake.root().in("quarantine/_delta_log").names();
    assertThat(log).filteredOn(name -> name.endsWith("0.json")).isEmpty();
    assertThat(lake.root().in("quarantine").deepFiles().keySet())
        .filteredOn(name -> name.startsWith("as_of") && name.endsWith(".parquet"))
        .hasSize(4);
    assertThat(days()).hasSize(4);
    assertThat(new Lake(spark, folder.toString()).read(RunColumns.QUARANTINE).count()).isEqualTo(4);
    assertThat(spark.read().format("delta").load(lake.path(RunColumns.QUARANTINE)).count())
        .isEqualTo(4);
  }

  /** The ledger has a file for each of its lines. */
  @Test
  void small_files_are_put_together_without_a_change_of_rows() {
    for (int more = 0; more < 6; more++) {
      publish("segments", LAST, JobResult.JobStatus.PUBLISHED);
    }
    List<LedgerEntry> before = Ledger.of(lake).entries();

    assertThat(upkeep("keep.days=9").run(timekeeper()))
        .contains("runs: 10 small files were put together.");

    List<LedgerEntry> after = Ledger.of(lake).entries();
    assertThat(after).containsAll(before).hasSize(before.size() + 1);
    assertThat(after).extracting(line -> line.work().job()).containsOnlyOnce(WarehouseUpkeep.NAME);
    assertThat(lake.read(RunColumns.RUNS).inputFiles()).hasSize(2);
    assertThat(days()).hasSize(3);
  }

  @Test
  void the_work_of_a_run_that_was_cut_short_is_left_for_it() {
    lake.replaceDay(RunColumns.QUARANTINE, lake.of(RunColumns.QUARANTINE, List.of()), asOf(LAST));
    publish("ingest", LAST, JobResult.JobStatus.COMPLETE);
    long version = lake.version(RunColumns.QUARANTINE).orElseThrow();
    present = present.plus(Duration.ofDays(9));

    List<String> said = upkeep("keep.days=1").run(timekeeper());

    assertThat(said.get(0))
        .isEqualTo(
            "1 tables were written by a run that was cut short, and were"
                + " left alone. Run dangol run first.");
    assertThat(lake.version(RunColumns.QUARANTINE)).hasValue(version);
    assertThat(days()).hasSize(3);
  }

  private WarehouseUpkeep upkeep(String setting) {
    Settings settings = SettingsReader.readWithoutSources(GivenConfig.sets(setting));
    return new WarehouseUpkeep(lake, new TableUpkeep(spark, lake), settings);
  }

  private RunTimekeeper timekeeper() {
    return new RunTimekeeper(STAMP, Clock.fixed(present, ZoneOffset.UTC), new QuietProgress());
  }

  private void publish(String job, LocalDate day, JobResult.JobStatus status) {
    Map<String, Long> versions =
        Map.of(RunColumns.QUARANTINE.name(), lake.version(RunColumns.QUARANTINE).orElseThrow());
    Ledger.of(lake)
        .append(
            new LedgerEntry(
                STAMP,
                JobRequest.of(job, day, Map.of()),
                new JobResult(status, Clock.systemUTC().instant(), 1, 1, 1, Map.of(), versions)));
  }

  /** The days of the published rows, each row's. */
  private List<String> days() {
    return new PublishedViews(lake, Ledger.of(lake))
        .read(RunColumns.QUARANTINE).select(SharedColumns.AS_OF.col()).collectAsList().stream()
            .map(row -> row.get(0).toString())
            .sorted()
            .toList();
  }

  private static AsOf asOf(LocalDate day) {
    return TestDay.of(day);
  }

  private static List<Row> rows(LocalDate day) {
    return Stream.of("a row")
        .map(
            text ->
                RowWriter.of(RunColumns.QUARANTINE)
                    .set(SharedColumns.AS_OF, Optional.of(day))
                    .set(RunColumns.SOURCE, "purchases")
                    .set(RunColumns.REASON, "no customer")
                    .set(RunColumns.COLUMN, "customer_id")
                    .set(RunColumns.RAW, text)
                    .row())
        .toList();
  }

  private static final class QuietProgress implements ProgressListener {
    @Override
    public void begins(String job) {}

    @Override
    public void ends(LedgerEntry entry) {}

    @Override
    public void skips(String job) {}

    @Override
    public void fails(String job) {}
  }
}
