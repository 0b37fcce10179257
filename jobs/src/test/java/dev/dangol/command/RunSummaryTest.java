package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.CommandOutput;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.RunInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSummaryTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void commands_that_write_no_table_are_summed_up_too(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("summary.json");
    assertThat(CommandOutput.by("tables", "--summary-file", file.toString()).code()).isZero();
    assertThat(JSON.readTree(file.toFile()).get("exit_code").asInt()).isZero();
    assertThat(CommandOutput.by("run", "--print-config", "--summary-file", file.toString()).code())
        .isZero();
    assertThat(JSON.readTree(file.toFile()).get("exit_code").asInt()).isZero();
  }

  @Test
  void a_failure_is_summed_up_with_its_sentence(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("summary.json");
    CommandOutput output =
        CommandOutput.by("tables", "--set", "no-such-key=1", "--summary-file", file.toString());
    assertThat(output.code()).isEqualTo(2);
    JsonNode summary = JSON.readTree(file.toFile());
    assertThat(summary.get("exit_code").asInt()).isEqualTo(2);
    assertThat(summary.get("message").asText()).contains("no-such-key");
  }

  @Test
  void a_summary_that_cannot_be_written_does_not_hide_a_failure(@TempDir Path folder) {
    CommandOutput output =
        CommandOutput.by(
            "tables", "--set", "no-such-key=1", "--summary-file", folder + "/no/such/folder");
    assertThat(output.code()).isEqualTo(2);
    assertThat(output.err()).contains("no-such-key");
  }

  @Test
  void the_newest_jobs_stay_where_there_is_too_much_to_say() throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    IntStream.range(0, 60).forEach(at -> counts.put("source-" + at + ".quarantined", 1_000_000L));
    List<LedgerEntry> jobs =
        IntStream.range(0, 100).mapToObj(at -> entry("job-" + at, counts)).toList();
    JsonNode alone = JSON.readTree(RunSummary.json(Map.of(), jobs.subList(0, 1)));
    assertThat(alone.get("jobs").get(0).get("counts")).hasSize(60);
    byte[] json = RunSummary.json(Map.of("run", "r"), jobs);
    assertThat(json.length).isLessThanOrEqualTo(RunSummary.MOST);
    JsonNode summary = JSON.readTree(json);
    int kept = summary.get("jobs").size();
    assertThat(kept).isGreaterThan(10);
    assertThat(summary.get("jobs_left_out").asInt() + kept).isEqualTo(100);
    assertThat(summary.get("jobs").get(kept - 1).get("job").asText()).isEqualTo("job-99");
  }

  private static LedgerEntry entry(String job, Map<String, Long> counts) {
    return new LedgerEntry(
        new RunInfo("run", "hash", 42, "1"),
        new JobRequest(job, Optional.empty(), Map.of()),
        new JobResult(JobResult.JobStatus.COMPLETE, Instant.EPOCH, 1.5, 10, 20, counts, Map.of()));
  }
}
