package dev.dangol.job.export;

import dev.dangol.config.export.ExportSettings;
import dev.dangol.config.export.ExportTarget;
import dev.dangol.export.ExportTask;
import dev.dangol.export.ListOutcome;
import dev.dangol.export.TargetExport;
import dev.dangol.job.JobContext;
import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.problem.FailureNotice;
import dev.dangol.store.PrivateFolder;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Exports of a day: all targets in one pass over the customers, in the order of their rank. The
 * files of a target stand whole before the ledger names them.
 */
final class DayExports {
  private final JobContext day;
  private final ExportSettings settings;
  private final LocalDate asOf;
  private final DeliveryLedger ledger;

  DayExports(JobContext day) {
    this.day = day;
    this.settings = day.settings().export();
    this.asOf = day.asOf().day();
    this.ledger = new DeliveryLedger(day.lake());
  }

  /** Writes every file; returns why lists were refused, by target. */
  Map<String, String> write() {
    try {
      return write(new AudiencePass(day, settings.targets()));
    } catch (UncheckedIOException failure) {
      throw new EnvironmentFailure(
          "The files of export.directory, "
              + settings.directory()
              + ", cannot be written: "
              + failure.getCause().getMessage()
              + ". Check that it has room and may be used by this user.",
          failure);
    }
  }

  private Map<String, String> write(AudiencePass pass) {
    PrivateFolder root =
        new PrivateFolder(day.lake().folder(settings.directory()), day.lake().root());
    root.make();
    PrivateFolder ofDay = root.in(asOf.toString());
    dropParts(ofDay);
    return FailureNotice.during(() -> write(pass, ofDay), failure -> dropParts(ofDay));
  }

  /** Nothing that was only begun may lie about: it holds addresses. */
  private void dropParts(PrivateFolder ofDay) {
    settings.targets().forEach(target -> ofDay.in(target.name()).dropParts());
  }

  private Map<String, String> write(AudiencePass pass, PrivateFolder ofDay) {
    ExportTask task = pass.task(ledger.before(asOf));
    List<TargetExport> exports = new ArrayList<>();
    for (ExportTarget target : settings.targets()) {
      exports.add(new TargetExport(target, task, new StoredTargetFolder(ofDay.in(target.name()))));
    }
    pass.stream(exports, (list, member, reason) -> {});
    ExportStamp stamp =
        new ExportStamp(
            day.lake().journal().runId(), asOf, asOf.plusDays(settings.expireAfterDays()));
    Map<String, String> reasons = new TreeMap<>();
    List<Row> rows = new ArrayList<>();
    for (TargetExport export : exports) {
      List<ListOutcome> outcomes = export.finish();
      rows.addAll(finish(ofDay.in(export.target().name()), outcomes, stamp));
      reasons.putAll(refusals(export.target(), outcomes));
    }
    ledger.append(rows);
    return reasons;
  }

  /** The sentences of the lists that were refused, by the target's measure. */
  private static Map<String, String> refusals(ExportTarget target, List<ListOutcome> outcomes) {
    String sentences =
        outcomes.stream()
            .filter(ListOutcome::isRefused)
            .map(ListOutcome::refusal)
            .collect(Collectors.joining(" "));
    return sentences.isEmpty() ? Map.of() : Map.of("exports." + target.name(), sentences);
  }

  /** Writes the manifest of a target's folder; returns the files' rows for the ledger. */
  private List<Row> finish(PrivateFolder folder, List<ListOutcome> outcomes, ExportStamp stamp) {
    ExportTarget target = outcomes.get(0).list().target();
    folder.write(ExportManifest.FILE, new ExportManifest(target, settings, stamp).text(outcomes));
    return outcomes.stream()
        .flatMap(outcome -> DeliveryLedger.rows(outcome, stamp, folder.folder().path()).stream())
        .toList();
  }
}
