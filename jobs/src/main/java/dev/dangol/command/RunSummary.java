package dev.dangol.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.store.LedgerEntry;
import dev.dangol.table.AsOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Summary of a command for the scheduler that started it: one JSON object of at most {@value #MOST}
 * bytes. Where there is more to say, counts are left out first and then the oldest jobs, and {@code
 * jobs_left_out} says how many.
 */
final class RunSummary {
  /** Kubernetes shows no more of a termination message. */
  static final int MOST = 4096;

  private static final int LONGEST_MESSAGE = 1000;

  private final Optional<Path> file;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Map<String, Long> cohorts = new TreeMap<>();
  private Supplier<List<LedgerEntry>> jobs = List::of;

  RunSummary(Optional<Path> file) {
    this.file = file;
    facts.put("exit_code", ExitCodes.UNEXPECTED);
  }

  void about(String run) {
    facts.put("run", run);
  }

  void about(AsOf asOf) {
    facts.put("as_of", asOf.day().toString());
  }

  /** The published cohorts with their sizes. */
  void about(Map<String, Long> sizes) {
    cohorts.putAll(sizes);
  }

  /** Takes the jobs that ended well from whoever watches them. */
  void watch(TerminalProgress terminal) {
    jobs = terminal::ended;
  }

  /** The command came to its end. */
  void ends(int exitCode) {
    facts.put("exit_code", exitCode);
    write();
  }

  /** The command failed. A summary that cannot be written either does not hide why. */
  void fails(Throwable failure) {
    String message =
        failure instanceof Exception known ? ExitCodes.sentence(known) : failure.toString();
    facts.put("exit_code", ExitCodes.of(failure));
    facts.put(
        "message",
        message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message);
    try {
      write();
    } catch (EnvironmentFailure unwritten) {
      failure.addSuppressed(unwritten);
    }
  }

  /** The same figures as metrics. */
  RunMetrics metrics(String command, int exitCode, Instant end) {
    return new RunMetrics(command, exitCode, end, jobs.get(), cohorts);
  }

  private void write() {
    if (file.isEmpty()) {
      return;
    }
    try {
      Files.write(file.get(), json(facts, jobs.get()));
    } catch (IOException failure) {
      throw new EnvironmentFailure(
          "The summary cannot be written to " + file.get() + ": " + failure.getMessage(), failure);
    }
  }

  /** As much of it as fits, the newest jobs rather than the oldest. */
  static byte[] json(Map<String, Object> facts, List<LedgerEntry> jobs)
      throws JsonProcessingException {
    Map<String, Object> all = new LinkedHashMap<>(facts);
    all.put("jobs", jobs.stream().map(entry -> facts(entry, entry.outcome().counts())).toList());
    byte[] json = new ObjectMapper().writeValueAsBytes(all);
    for (int left = 0; json.length > MOST && left <= jobs.size(); left++) {
      List<LedgerEntry> newest = jobs.subList(left, jobs.size());
      all.put("jobs", newest.stream().map(entry -> facts(entry, Map.of())).toList());
      all.put("jobs_left_out", left);
      json = new ObjectMapper().writeValueAsBytes(all);
    }
    return json;
  }

  private static Map<String, Object> facts(LedgerEntry entry, Map<String, Long> counts) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", entry.work().job());
    entry.work().asOf().ifPresent(day -> facts.put("as_of", day.toString()));
    facts.put("status", entry.outcome().status().word());
    facts.put("seconds", entry.outcome().seconds());
    facts.put("rows_in", entry.outcome().rowsIn());
    facts.put("rows_out", entry.outcome().rowsOut());
    if (!counts.isEmpty()) {
      facts.put("counts", counts);
    }
    return facts;
  }
}
