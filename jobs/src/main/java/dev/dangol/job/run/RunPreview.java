package dev.dangol.job.run;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.features.NotMeasuredFeatures;
import dev.dangol.ingest.ColumnMapping;
import dev.dangol.ingest.ValidationRules;
import dev.dangol.job.Job;
import dev.dangol.job.ingest.IngestJob;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.problem.Problem;
import dev.dangol.report.page.PageLabels;
import dev.dangol.store.Lake;
import dev.dangol.store.SparkFailures;
import dev.dangol.store.raw.RawReader;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Previews a run and lists every fault that can be found without running. It says which jobs would
 * run, what would not be measured and which settings are not used yet, and checks the head of each
 * source, its expressions, and all predicates. It writes nothing.
 */
public final class RunPreview {
  private static final int HEAD = 1000;

  private final Settings settings;
  private final Lake lake;
  private final RawReader reader;
  private final ValidationRules rules;
  private final List<String> lines = new ArrayList<>();
  private final List<Problem> faults = new ArrayList<>();

  /** Checks everything at once; the result is read afterwards. */
  public RunPreview(Settings settings, Lake lake, RawReader reader) {
    this.settings = settings;
    this.lake = lake;
    this.reader = reader;
    this.rules = new ValidationRules(settings.quality(), settings.currency());
    lookAtWarehouse();
    lines.add("Sources");
    Sources.ALL.forEach(this::look);
    faults.addAll(PredicateFaults.of(settings, lake));
    lines.addAll(NameableColumns.lines(settings, lake));
    tellWhatWouldRun();
    tellWhatIsNotMeasured();
    tellWarnings();
    tellFaults();
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** 0 where no fault was found, else the exit code of the first. */
  public int exitCode() {
    return faults.isEmpty() ? 0 : faults.get(0).exitCode();
  }

  private void lookAtWarehouse() {
    try {
      lake.requireFolder();
      lake.root().requireLogStore();
    } catch (Problem fault) {
      faults.add(fault);
    }
  }

  private void look(Source source) {
    SourceSettings configured = settings.sources().get(source.name());
    if (configured == null) {
      tell(source, "not configured");
      return;
    }
    try {
      tell(source, SparkFailures.explaining(where(source, configured), () -> head(source)));
    } catch (Problem fault) {
      faults.add(fault);
      tell(source, "has a fault, see below");
    }
  }

  private String head(Source source) {
    SourceSettings configured = settings.sources().get(source.name());
    ColumnMapping mapping =
        new ColumnMapping(
            source, configured, RawReader.MALFORMED, settings.identity().phoneRegion());
    Dataset<Row> canonical = mapping.canonical(reader.read(source.name(), configured));
    Map<String, Long> reasons = reasons(validate(source, canonical.limit(HEAD)));
    long undecided = Optional.ofNullable(reasons.remove(IngestColumns.WHERE_UNDECIDED)).orElse(0L);
    long read = reasons.values().stream().mapToLong(Long::longValue).sum();
    long rejected = read - reasons.getOrDefault("", 0L);
    double bound =
        configured.options().maxRejectedShare().orElse(settings.quality().maxRejectedShare());
    if (rejected > read * bound) {
      faults.add(tooMany(source, reasons, read));
    }
    if (read == 0 && source.equals(Sources.PURCHASES)) {
      faults.add(
          new MissingInput(
              "sources.purchases has no row yet. Check its path and where, or run again once the"
                  + " data is there."));
    }
    return String.format(
            "%,d rows read of its head, %,d would be rejected%s", read, rejected, why(reasons))
        + undecided(undecided);
  }

  private static String undecided(long rows) {
    return rows == 0
        ? ""
        : String.format(
            "; %,d more are left out, since a value that where looks at is missing there (to take"
                + " them: where = \"(…) IS NOT FALSE\")",
            rows);
  }

  /** The rows without those that lie in the future of a configured day: they change nothing. */
  private Dataset<Row> validate(Source source, Dataset<Row> canonical) {
    Dataset<Row> alone = rules.alone(source, canonical);
    return settings
        .asOf()
        .map(day -> rules.inTime(source, alone, settings.asOf(day)))
        .map(inTime -> inTime.where(IngestColumns.FUTURE.col().equalTo(false)))
        .orElse(alone);
  }

  /** Rejected rows by reason. */
  private static Map<String, Long> reasons(Dataset<Row> judged) {
    Map<String, Long> reasons = new TreeMap<>();
    judged
        .groupBy(IngestColumns.FAULT.col())
        .agg(RunColumns.ROWS_IN.is(count(lit(1))))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(
            cells ->
                reasons.put(
                    cells.text(IngestColumns.FAULT).orElse(""), cells.count(RunColumns.ROWS_IN)));
    return reasons;
  }

  private static String why(Map<String, Long> reasons) {
    return reasons.entrySet().stream()
        .filter(reason -> !reason.getKey().isEmpty())
        .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
        .collect(Collectors.joining(", ", ": ", ""))
        .replaceFirst("^: $", "");
  }

  private BrokenSource tooMany(Source source, Map<String, Long> reasons, long read) {
    return new BrokenSource(
        "sources."
            + source.name()
            + ": of the first "
            + read
            + " rows too many would be rejected"
            + why(reasons)
            + ". Mend the data or the mapping, leave such rows out with where, or"
            + " raise quality.max-rejected-share.");
  }

  private void tellWhatWouldRun() {
    lines.add("Would run");
    String day = settings.asOf().map(Object::toString).orElse("the newest day found in purchases");
    String jobs =
        Stream.concat(Stream.of(IngestJob.NAME), Jobs.AFTER_INGEST.stream().map(Job::name))
            .collect(Collectors.joining(" "));
    lines.add("  " + jobs + ", as of " + day);
    lines.add("  into the warehouse " + settings.warehouse().path());
    lake.root().logStore().ifPresent(store -> lines.add("  commits by the log store " + store));
    lines.add("  cohorts " + String.join(", ", settings.cohorts().keySet()));
  }

  private void tellWhatIsNotMeasured() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    NotMeasuredFeatures.reasons(settings)
        .forEach(
            (measure, reason) ->
                byReason.computeIfAbsent(reason, none -> new ArrayList<>()).add(measure));
    lines.add("Would not be measured");
    byReason.forEach(
        (reason, measures) -> lines.add("  " + reason + " " + String.join(", ", measures)));
    if (byReason.isEmpty()) {
      lines.add("  nothing: every measure has its source");
    }
  }

  private void tellWarnings() {
    List<String> warnings = PageLabels.warnings(settings.warnings(), settings.report().labels());
    if (!warnings.isEmpty()) {
      lines.add("Warnings");
      warnings.forEach(warning -> lines.add("  " + warning));
    }
  }

  private void tellFaults() {
    lines.add("Faults");
    faults.forEach(fault -> lines.add("  " + fault.getMessage().replace("\n", "\n  ")));
    if (faults.isEmpty()) {
      lines.add("  none");
    }
  }

  private void tell(Source source, String text) {
    lines.add(String.format("  %-11s %s", source.name(), text));
  }

  private static String where(Source source, SourceSettings configured) {
    return "sources." + source.name() + " (" + configured.origin() + ")";
  }
}
