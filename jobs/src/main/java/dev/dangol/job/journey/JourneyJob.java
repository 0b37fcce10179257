package dev.dangol.job.journey;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneySettings;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.NotMeasuredRows;
import dev.dangol.job.ParallelTasks;
import dev.dangol.job.ingest.IngestJob;
import dev.dangol.journey.FindingRows;
import dev.dangol.journey.FlowRows;
import dev.dangol.journey.JourneyRules;
import dev.dangol.journey.JourneyStatistics;
import dev.dangol.journey.JourneyTraces;
import dev.dangol.journey.SourceRows;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.Table;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyFindingColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import dev.dangol.table.results.JourneySourceColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Follows the journeys of people to goals: where they are, where they stop, what it costs. */
public final class JourneyJob implements Job {
  /** Its name. */
  public static final String NAME = "journey";

  static final List<Source> READ =
      List.of(
          Sources.PURCHASES,
          Sources.ENGAGEMENT,
          Sources.MESSAGES,
          Sources.SUPPORT,
          Sources.REFERRALS,
          Sources.COSTS);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> after() {
    return Optional.of(IngestJob.NAME);
  }

  @Override
  public void run(JobContext day) {
    Map<Source, Dataset<Row>> clean = day.clean(READ);
    UnmeasuredJourneys unmeasured = new UnmeasuredJourneys(day.settings());
    Map<String, String> reasons = new TreeMap<>(GoalTables.write(day, clean));
    if (unmeasured.knowsTouches()) {
      try (ScratchTables scratch = day.lake().scratch()) {
        reasons.putAll(follow(day, clean, scratch));
      }
    } else {
      empty(day);
      reasons.putAll(unmeasured.everything());
    }
    NotMeasuredRows.replace(day, NAME, reasons);
  }

  /** Follows journeys and writes their tables; returns why parts could not be measured. */
  private static Map<String, String> follow(
      JobContext day, Map<Source, Dataset<Row>> clean, ScratchTables scratch) {
    UnmeasuredJourneys unmeasured = new UnmeasuredJourneys(day.settings());
    JourneySettings settings = day.settings().journey();
    JourneyTraces traces =
        new JourneyTraces(settings, UnmeasuredJourneys.machine(day.settings()), day.asOf());
    Dataset<Row> followed = scratch.apply(traces.of(clean, rings(day), ContactStream.of(day)));
    JourneyRules rules = traces.rules(clean.keySet());
    JourneyStatistics statistics =
        JourneyStatistics.of(
            rules, followed, Optional.ofNullable(clean.get(Sources.COSTS)), day.asOf());
    if (!unmeasured.hasOwnTouches() && !statistics.hasTouches()) {
      empty(day);
      return unmeasured.everything();
    }
    write(day, statistics, statistics.journeys(followed, day.asOf()));
    return unmeasured.parts();
  }

  private static void write(JobContext day, JourneyStatistics statistics, Dataset<Row> journeys) {
    FlowRows flow = new FlowRows(statistics, day.asOf());
    SourceRows sources = new SourceRows(statistics, day.asOf());
    FindingRows findings = new FindingRows(statistics, day.asOf());
    ParallelTasks.all(
        () -> day.lake().replaceDay(JourneyColumns.TABLE, journeys, day.asOf()),
        () -> replace(day, JourneyFlowColumns.TRANSITIONS, flow.transitions()),
        () -> replace(day, JourneyFlowColumns.COSTS, flow.costs()),
        () -> replace(day, JourneySourceColumns.SOURCES, sources.sources()),
        () -> replace(day, JourneySourceColumns.PRESENCE, sources.presence()),
        () -> replace(day, JourneyFindingColumns.ERRORS, findings.errors()),
        () -> replace(day, JourneyFindingColumns.DRIVERS, findings.drivers()),
        () -> replace(day, JourneyFindingColumns.BANDS, findings.bands()));
  }

  static void replace(JobContext day, Table table, List<Row> rows) {
    day.lake().replaceDay(table, day.lake().of(table, rows), day.asOf());
  }

  /** The tables made of touches are there, without a row of the day. */
  private static void empty(JobContext day) {
    Lake lake = day.lake();
    ParallelTasks.each(
        UnmeasuredJourneys.TABLES, table -> lake.replaceDay(table, lake.none(table), day.asOf()));
  }

  private static Optional<Dataset<Row>> rings(JobContext day) {
    boolean known =
        day.settings().has(Sources.REFERRALS.name()) && day.lake().exists(NetworkColumns.TABLE);
    return known
        ? Optional.of(day.lake().readDay(NetworkColumns.TABLE, day.asOf()))
        : Optional.empty();
  }

  /** True where a goal can be measured by the sources that there are. */
  static boolean isMeasured(JourneyGoal goal, Map<Source, Dataset<Row>> clean) {
    return !goal.isOfEvents() || clean.containsKey(Sources.ENGAGEMENT);
  }
}
