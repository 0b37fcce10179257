package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.job.Job;
import dev.dangol.job.RerunPolicy;
import dev.dangol.job.export.ExportExpiry;
import dev.dangol.job.forget.CustomerErasure;
import dev.dangol.job.forget.ErasureReceipt;
import dev.dangol.job.ingest.IngestJob;
import dev.dangol.job.run.ExportQuestions;
import dev.dangol.job.run.JobRunner;
import dev.dangol.job.run.Jobs;
import dev.dangol.job.run.RunTimekeeper;
import dev.dangol.job.upkeep.WarehouseUpkeep;
import dev.dangol.store.Lake;
import dev.dangol.store.Lease;
import dev.dangol.store.LeaseHolder;
import dev.dangol.store.Ledger;
import dev.dangol.store.PublishedViews;
import dev.dangol.store.RunInfo;
import dev.dangol.store.StoreFolder;
import dev.dangol.store.TableErasure;
import dev.dangol.store.TableUpkeep;
import dev.dangol.store.raw.RawReader;
import dev.dangol.store.raw.SourceFingerprints;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.TableView;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ContactViews;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.results.Tables;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** The jobs, wired to one warehouse and run under its lease. */
final class JobPipeline {
  private final WarehouseSession session;
  private final Settings settings;
  private final RunInfo stamp;
  private final Clock clock;
  private final TerminalProgress terminal;
  private final RerunPolicy choice;

  JobPipeline(
      WarehouseSession session,
      Settings settings,
      TerminalProgress terminal,
      CommandOptions options) {
    this.session = session;
    this.settings = settings;
    this.terminal = terminal;
    this.clock = Clock.systemUTC();
    String run = options.runId().orElseGet(() -> "run-" + clock.instant());
    this.stamp =
        new RunInfo(run, settings.hash(), settings.segments().seed(), SoftwareVersion.current());
    this.choice = options.force() ? RerunPolicy.REPEAT : RerunPolicy.SKIP_COMPLETE;
  }

  private JobPipeline(JobPipeline other, LocalDate day) {
    this.session = other.session;
    this.settings = other.settings.describing(day);
    this.terminal = other.terminal;
    this.clock = other.clock;
    RunInfo stamp = other.stamp;
    this.stamp =
        new RunInfo(
            stamp.run() + "/" + day, stamp.configHash(), stamp.seed(), stamp.softwareVersion());
    this.choice = other.choice;
  }

  /** The same pipeline for a day, in a run of its own. */
  JobPipeline describing(LocalDate day) {
    return new JobPipeline(this, day);
  }

  StoreFolder folder(String path) {
    return session.lake().folder(path);
  }

  SparkSession spark() {
    return session.spark();
  }

  TerminalProgress terminal() {
    return terminal;
  }

  String runId() {
    return stamp.run();
  }

  /** Everything in order. */
  AsOf run() {
    return underLease(runner -> runner.everything(ingest(), inputs(), Jobs.AFTER_INGEST));
  }

  AsOf ingestAlone() {
    return underLease(runner -> runner.ingest(ingest(), inputs()));
  }

  AsOf alone(Job job) {
    return underLease(runner -> runner.alone(job));
  }

  /** Erases customers. */
  ErasureReceipt forget(Set<String> customers) {
    CustomerErasure forget = forget(session, settings);
    forget.requireTables();
    return underLeaseOf(timekeeper -> forget.run(customers, timekeeper));
  }

  /** Explains what one customer is to each target; the ledger notes that it was asked. */
  List<String> explainExport(String customer) {
    return underLeaseOf(
        timekeeper -> new ExportQuestions(session.lake(), settings).explain(customer, timekeeper));
  }

  /** The published cohorts of a day with the number of their members. */
  Map<String, Long> cohortSizes(AsOf asOf) {
    Lake lake = session.lake();
    Map<String, Long> sizes = new TreeMap<>();
    new PublishedViews(lake, Ledger.of(lake))
            .read(CohortColumns.COHORTS)
            .where(SharedColumns.AS_OF.col().equalTo(asOf.column()))
            .select(SharedColumns.COHORT.col(), SegmentColumns.SIZE.col())
            .collectAsList()
            .stream()
            .map(RowReader::new)
            .forEach(
                cells ->
                    sizes.put(
                        cells.text(SharedColumns.COHORT).orElseThrow(),
                        cells.count(SegmentColumns.SIZE)));
    return sizes;
  }

  /** Upkeep that is due; nothing is changed. */
  MaintainCommand.Upkeep upkeepDue() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
    return new MaintainCommand.Upkeep(
        new ExportExpiry(session.lake(), today).expired(),
        warehouseUpkeep().preview(clock.instant()));
  }

  /** Removes what has expired and what no reader needs, and puts small files together. */
  MaintainCommand.Upkeep upkeep() {
    return underLeaseOf(
        timekeeper ->
            new MaintainCommand.Upkeep(
                new ExportExpiry(session.lake(), timekeeper.today(settings.timeZone())).remove(),
                warehouseUpkeep().run(timekeeper)));
  }

  private WarehouseUpkeep warehouseUpkeep() {
    Lake lake = session.lake();
    return new WarehouseUpkeep(lake, new TableUpkeep(session.spark(), lake), settings);
  }

  static CustomerErasure forget(WarehouseSession session, Settings settings) {
    Lake lake = session.lake();
    return new CustomerErasure(lake, new TableErasure(session.spark(), lake), settings);
  }

  private AsOf underLease(Function<JobRunner, AsOf> work) {
    return underLeaseOf(
        timekeeper -> work.apply(new JobRunner(session.lake(), settings, timekeeper, choice)));
  }

  private <T> T underLeaseOf(Function<RunTimekeeper, T> work) {
    Lake lake = session.lake();
    lake.requireFolder();
    lake.root().requireLogStore();
    lake.root().make();
    long process = ProcessHandle.current().pid();
    var holder = new LeaseHolder(stamp.run(), host(), process, JobPipeline::isRunning);
    Lease lease = Lease.take(lake.root(), holder);
    try {
      lake.hold(lease);
      T result = work.apply(new RunTimekeeper(stamp, clock, terminal));
      if (!settings.warehouse().catalog().isEmpty()) {
        new PublishedViews(lake, Ledger.of(lake))
            .register(session.spark(), settings.warehouse(), views());
      }
      return result;
    } finally {
      lease.close();
    }
  }

  private IngestJob ingest() {
    return new IngestJob(new RawReader(session.spark()), choice);
  }

  private Map<String, String> inputs() {
    Map<String, String> inputs = new TreeMap<>();
    settings
        .sources()
        .forEach(
            (name, source) -> inputs.put(name, SourceFingerprints.of(session.spark(), source)));
    session
        .lake()
        .version(ErasureColumns.TABLE)
        .ifPresent(version -> inputs.put(ErasureColumns.TABLE.name(), "version " + version));
    return inputs;
  }

  private static boolean isRunning(long process) {
    return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  private List<TableView> views() {
    return Tables.views(ContactViews.of(settings.contacts().events(), settings.sources().keySet()));
  }
}
