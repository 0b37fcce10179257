package dev.dangol.job.export;

import dev.dangol.config.Settings;
import dev.dangol.config.export.ExportTarget;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.NotMeasuredRows;
import dev.dangol.store.StoreFolder;
import dev.dangol.table.results.DeliveryColumns;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the files of every configured target. Without a target it does nothing. */
public final class ExportJob implements Job {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "export";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> after() {
    return Optional.of("cohorts");
  }

  @Override
  public Map<String, String> inputs(Settings settings, Map<String, String> sources) {
    Map<String, String> inputs = new HashMap<>(sources);
    if (!settings.export().targets().isEmpty()) {
      inputs.put(NAME, settings.export().fingerprint());
    }
    return inputs;
  }

  @Override
  public boolean outputExists(JobContext day) {
    StoreFolder folder = day.lake().folder(day.settings().export().directory());
    StoreFolder ofDay = folder.in(day.asOf().day().toString());
    return day.settings().export().targets().stream()
        .map(ExportTarget::name)
        .allMatch(name -> ofDay.in(name).names().contains(ExportManifest.FILE));
  }

  @Override
  public void run(JobContext day) {
    if (!day.settings().export().targets().isEmpty()) {
      Map<String, String> reasons = new DayExports(day).write();
      NotMeasuredRows.replace(day, NAME, reasons);
    } else if (day.lake().exists(DeliveryColumns.TABLE)) {
      NotMeasuredRows.replace(day, NAME, Map.of());
    }
  }
}
