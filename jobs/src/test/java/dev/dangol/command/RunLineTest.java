package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.JobResult.JobStatus;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.RunInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunLineTest {
  private static final Instant START = Instant.parse("2026-01-05T03:10:00.123Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 4);

  @Test
  void a_published_run_adds_its_jobs_up() {
    RunLine line =
        new RunLine(
            List.of(
                entry("ingest", Optional.of(DAY), JobStatus.COMPLETE, 61.5),
                entry("features", Optional.of(DAY), JobStatus.COMPLETE, 8),
                entry("run", Optional.of(DAY), JobStatus.PUBLISHED, 70)));

    assertThat(line.text())
        .isEqualTo(
            "2026-01-05T03:10:00Z  2026-01-04  published                 69.5 s   2 jobs  nightly");
  }

  @Test
  void a_failed_run_names_the_job_though_its_day_was_not_known() {
    RunLine line = new RunLine(List.of(entry("ingest", Optional.empty(), JobStatus.FAILED, 3)));

    assertThat(line.text()).contains("  failed at ingest  ").endsWith("   1 jobs  nightly");
  }

  private static LedgerEntry entry(
      String job, Optional<LocalDate> day, JobStatus status, double seconds) {
    return new LedgerEntry(
        new RunInfo("nightly", "hash", 42, "development"),
        new JobRequest(job, day, Map.of()),
        new JobResult(status, START, seconds, 1, 1, Map.of(), Map.of()));
  }
}
