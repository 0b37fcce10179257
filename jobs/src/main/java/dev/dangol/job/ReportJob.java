package dev.dangol.job;

import dev.dangol.config.ReportSettings;
import dev.dangol.config.Settings;
import dev.dangol.report.data.ReportOptions;
import dev.dangol.report.page.ReportPage;
import dev.dangol.store.Lake;
import dev.dangol.store.StoreFolder;
import dev.dangol.table.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the report page. */
public final class ReportJob implements Job {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "report";

  /** The file it writes, in the configured folder. */
  public static final String PAGE = "index.html";

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
    ReportSettings report = settings.report();
    Map<String, String> inputs = new HashMap<>(sources);
    inputs.put("report", report.directory() + " in " + report.language());
    return inputs;
  }

  @Override
  public boolean outputExists(JobContext day) {
    return folder(day).names().contains(PAGE);
  }

  @Override
  public boolean readsCleanRows() {
    return false;
  }

  @Override
  public void run(JobContext day) {
    Settings settings = day.settings();
    ReportOptions options =
        new ReportOptions(
            day.asOf(),
            settings.report().language(),
            settings.currency(),
            settings.features().windows());
    folder(day).make();
    folder(day).write(PAGE, ReportPage.page(table -> rows(day, table), options));
  }

  private static StoreFolder folder(JobContext day) {
    return day.lake().folder(day.settings().report().directory());
  }

  private static Dataset<Row> rows(JobContext day, Table table) {
    Lake lake = day.lake();
    return table.daily() ? lake.readDay(table, day.asOf()) : lake.read(table);
  }
}
