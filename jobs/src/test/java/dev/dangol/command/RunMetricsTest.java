package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.CommandOutput;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.JobResult.JobStatus;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.RunInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {
  private static final Instant START = Instant.parse("2026-01-05T03:10:00Z");

  @Test
  void a_run_tells_jobs_rejections_cohorts_and_when_it_succeeded() {
    Map<String, Long> counts = Map.of("purchases.read", 200L, "purchases.quarantined", 3L);
    List<LedgerEntry> jobs = List.of(entry("ingest", 1.25, counts), entry("value", 61, Map.of()));

    String text =
        new RunMetrics("run", 0, START.plusSeconds(90), jobs, Map.of("ideal", 42L, "단골 \"a\"", 7L))
            .text();

    assertThat(text.lines().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "dangol_exit_code{command=\"run\"} 0",
            "dangol_last_success_timestamp_seconds{job=\"ingest\"} 1767582602",
            "dangol_last_success_timestamp_seconds{job=\"run\"} 1767582690",
            "dangol_last_success_timestamp_seconds{job=\"value\"} 1767582661",
            "dangol_job_seconds{job=\"ingest\"} 1.25",
            "dangol_job_seconds{job=\"value\"} 61",
            "dangol_job_rows_in{job=\"ingest\"} 20000000000",
            "dangol_job_rows_in{job=\"value\"} 20000000000",
            "dangol_job_rows_out{job=\"ingest\"} 5",
            "dangol_job_rows_out{job=\"value\"} 5",
            "dangol_rejected_share{source=\"purchases\"} 0.015",
            "dangol_cohort_size{cohort=\"ideal\"} 42",
            "dangol_cohort_size{cohort=\"단골 \\\"a\\\"\"} 7");
    assertThat(text.lines().filter(line -> line.startsWith("# TYPE"))).hasSize(7);
  }

  @Test
  void a_failure_has_its_exit_code_and_no_success(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("dangol.prom");

    CommandOutput output =
        CommandOutput.by("tables", "--set", "no-such-key=1", "--metrics-file", file.toString());

    assertThat(output.code()).isEqualTo(2);
    assertThat(Files.readString(file))
        .contains("dangol_exit_code{command=\"tables\"} 2")
        .doesNotContain("success");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void metrics_that_cannot_be_written_are_a_failure_of_their_own(@TempDir Path folder) {
    Path nowhere = folder.resolve("missing/dangol.prom");

    CommandOutput output = CommandOutput.by("tables", "--metrics-file", nowhere.toString());

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.err()).contains("The metrics cannot be written to " + nowhere);
  }

  static LedgerEntry entry(String job, double seconds, Map<String, Long> counts) {
    return new LedgerEntry(
        new RunInfo("nightly", "hash", 42, "development"),
        JobRequest.of(job, LocalDate.of(2026, 1, 4), Map.of()),
        new JobResult(JobStatus.COMPLETE, START, seconds, 20_000_000_000L, 5, counts, Map.of()));
  }
}
