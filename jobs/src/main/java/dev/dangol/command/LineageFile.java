package dev.dangol.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.config.Settings;
import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.problem.FailureNotice;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.PublishedViews;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** File that events of lineage are added to, one JSON object a line, when a command ends. */
final class LineageFile {
  private final Settings settings;
  private final Lake lake;

  LineageFile(Settings settings, Lake lake) {
    this.settings = settings;
    this.lake = lake;
  }

  /** Does work that the ledger notes under a run's id, and adds the events of its jobs. */
  <T> T during(String run, Supplier<T> work) {
    Optional<Path> file = settings.warehouse().lineage().file().map(Path::of);
    if (file.isEmpty()) {
      return work.get();
    }
    int before = Ledger.of(lake).entries().size();
    return FailureNotice.during(
        () -> {
          T result = work.get();
          add(file.get(), lines(run, before, Optional.empty()));
          return result;
        },
        failure -> addFailure(file.get(), run, before, failure));
  }

  /** Events that cannot be written do not hide why the work failed. */
  private void addFailure(Path file, String run, int before, Throwable failure) {
    try {
      add(file, lines(run, before, Optional.of(sentence(failure))));
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  private static String sentence(Throwable failure) {
    return failure instanceof Exception known ? ExitCodes.sentence(known) : failure.toString();
  }

  /** Lines of the ledger that are new, and of this run or of one of its days. */
  private List<String> lines(String run, int before, Optional<String> failure) {
    LineageEvents events = new LineageEvents(settings, lake.root().address());
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    List<LedgerEntry> all = Ledger.of(lake).entries();
    for (LedgerEntry entry : all.subList(Math.min(before, all.size()), all.size())) {
      String its = entry.stamp().run();
      if (its.equals(run) || its.startsWith(run + "/")) {
        for (Map<String, Object> event : events.of(entry, checks(entry), failure)) {
          lines.add(text(json, event));
        }
      }
    }
    return lines;
  }

  private static String text(ObjectMapper json, Map<String, Object> event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The checks of a job's data that have a bound, and whether it held. */
  private Map<String, Boolean> checks(LedgerEntry entry) {
    Map<String, Boolean> checks = new TreeMap<>();
    Optional<LocalDate> day = entry.work().asOf();
    if (day.isEmpty()
        || !entry.outcome().versions().containsKey(RunColumns.QUALITY_CHECKS.name())) {
      return checks;
    }
    new PublishedViews(lake, Ledger.of(lake))
            .read(RunColumns.QUALITY_CHECKS)
            .where(SharedColumns.AS_OF.col().equalTo(day.get()))
            .where(SharedColumns.OWNING_JOB.col().equalTo(entry.work().job()))
            .where(RunColumns.PASSED.col().isNotNull())
            .collectAsList()
            .stream()
            .map(RowReader::new)
            .forEach(
                cells ->
                    checks.put(
                        cells.text(RunColumns.CHECK).orElseThrow(), cells.flag(RunColumns.PASSED)));
    return checks;
  }

  private static void add(Path file, List<String> lines) {
    try {
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new EnvironmentFailure(
          "Events of lineage cannot be added to " + file + ": " + failure.getMessage(), failure);
    }
  }
}
