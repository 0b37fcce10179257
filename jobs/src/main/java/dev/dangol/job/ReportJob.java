package dev.dangol.job;

import dev.dangol.config.ReportSettings;
import dev.dangol.config.Settings;
import dev.dangol.problem.MissingInput;
import dev.dangol.report.data.ReportOptions;
import dev.dangol.report.data.ReportTables;
import dev.dangol.report.page.PageFile;
import dev.dangol.report.page.ReportPage;
import dev.dangol.store.Lake;
import dev.dangol.store.StoreFolder;
import dev.dangol.table.AsOf;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.DictionaryPage;
import dev.dangol.table.results.Tables;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the report page. */
public final class ReportJob implements Job {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "report";

  private final Optional<LocalDate> earlier;

  /** The report of a day alone. */
  public ReportJob() {
    this(Optional.empty());
  }

  private ReportJob(Optional<LocalDate> earlier) {
    this.earlier = earlier;
  }

  /** The report of a day beside an earlier one that was run. */
  public static ReportJob comparedWith(LocalDate earlier) {
    return new ReportJob(Optional.of(earlier));
  }

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
    inputs.put(
        "report", report.directory() + " in " + languages(report) + " with " + report.labels());
    earlier.ifPresent(day -> inputs.put("compared with", day.toString()));
    return inputs;
  }

  @Override
  public boolean outputExists(JobContext day) {
    return folder(day).names().containsAll(files(day));
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
            settings.features().windows(),
            settings.report().labels(),
            languages(settings.report()),
            settings.journey().countedGoals());
    Map<String, String> pages =
        earlier
            .map(then -> compared(day, then, options))
            .orElseGet(() -> ReportPage.pages(tables(day, day.asOf()), options));
    StoreFolder folder = folder(day);
    folder.make();
    pages.forEach(folder::write);
    folder.write(DictionaryPage.FILE, dictionary(settings));
    // A page in a language that is no longer written would tell of an older day.
    folder.names().stream()
        .filter(name -> PageFile.names().contains(name) && !pages.containsKey(name))
        .forEach(folder::delete);
  }

  private static String dictionary(Settings settings) {
    return DictionaryPage.of(
        Tables.withViews(settings.features().windows(), settings.value().horizons()));
  }

  private static List<String> files(JobContext day) {
    return Stream.concat(
            PageFile.of(languages(day.settings().report())).stream().map(PageFile::name),
            Stream.of(DictionaryPage.FILE))
        .toList();
  }

  private static List<String> languages(ReportSettings report) {
    return Stream.concat(Stream.of(report.language()), report.languages().stream())
        .distinct()
        .toList();
  }

  private static Map<String, String> compared(
      JobContext day, LocalDate then, ReportOptions options) {
    AsOf earlier = day.asOf().on(then);
    if (!then.isBefore(day.asOf().day())
        || day.lake().readDay(CohortColumns.COHORTS, earlier).isEmpty()) {
      throw new MissingInput(
          "No run describes "
              + then
              + " before "
              + day.asOf().day()
              + ", so there is nothing to compare with: name an earlier day that was run.");
    }
    return ReportPage.compared(tables(day, day.asOf()), tables(day, earlier), options, earlier);
  }

  private static ReportTables tables(JobContext day, AsOf asOf) {
    Lake lake = day.lake();
    return table -> table.daily() ? lake.readDay(table, asOf) : lake.read(table);
  }

  private static StoreFolder folder(JobContext day) {
    return day.lake().folder(day.settings().report().directory());
  }
}
