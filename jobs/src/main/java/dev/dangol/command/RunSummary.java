package dev.dangol.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.store.LedgerEntry;
import dev.dangol.table.AsOf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON object about a run, for the scheduler that started it. */
final class RunSummary {
  private final Optional<Path> file;
  private final Map<String, Object> facts = new LinkedHashMap<>();

  RunSummary(Optional<Path> file) {
    this.file = file;
    facts.put("exit_code", ExitCodes.UNEXPECTED);
  }

  void about(String run) {
    facts.put("run", run);
  }

  void done() {
    facts.put("exit_code", ExitCodes.DONE);
  }

  void done(AsOf asOf) {
    done();
    facts.put("as_of", asOf.day().toString());
  }

  void failed(RuntimeException failure) {
    facts.put("exit_code", ExitCodes.of(failure));
    facts.put("message", ExitCodes.sentence(failure));
  }

  /** Writes it where that was asked for. */
  void write(List<LedgerEntry> jobs) {
    facts.put("jobs", jobs.stream().map(RunSummary::facts).toList());
    if (file.isPresent()) {
      try {
        new ObjectMapper().writeValue(file.get().toFile(), facts);
      } catch (IOException failure) {
        throw new EnvironmentFailure(
            "The summary cannot be written to " + file.get() + ": " + failure.getMessage(),
            failure);
      }
    }
  }

  private static Map<String, Object> facts(LedgerEntry entry) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", entry.work().job());
    facts.put("status", entry.outcome().status().word());
    facts.put("seconds", entry.outcome().seconds());
    facts.put("rows_in", entry.outcome().rowsIn());
    facts.put("rows_out", entry.outcome().rowsOut());
    facts.put("counts", entry.outcome().counts());
    return facts;
  }
}
