package dev.dangol;

import dev.dangol.config.Settings;
import dev.dangol.ingest.Rules;
import dev.dangol.job.Forget;
import dev.dangol.job.Ingest;
import dev.dangol.job.Job;
import dev.dangol.job.Receipt;
import dev.dangol.job.RunTimekeeper;
import dev.dangol.job.Runner;
import dev.dangol.store.Erasure;
import dev.dangol.store.Fingerprints;
import dev.dangol.store.Folder;
import dev.dangol.store.Lake;
import dev.dangol.store.Lease;
import dev.dangol.store.Ledger;
import dev.dangol.store.RawReader;
import dev.dangol.store.Stamp;
import dev.dangol.store.Views;
import dev.dangol.table.ErasureColumns;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** The jobs, wired to one warehouse and run under its lease. */
final class Pipeline {
  private final Sitting sitting;
  private final Settings settings;
  private final Stamp stamp;
  private final Clock clock;
  private final Terminal terminal;
  private final Runner.Choice choice;

  Pipeline(Sitting sitting, Settings settings, Terminal terminal, Options options) {
    this.sitting = sitting;
    this.settings = settings;
    this.terminal = terminal;
    this.clock = Clock.systemUTC();
    String run = options.runId().orElseGet(() -> "run-" + clock.instant());
    this.stamp = new Stamp(run, settings.hash(), settings.segments().seed(), Version.current());
    this.choice = options.force() ? Runner.Choice.REPEAT : Runner.Choice.SKIP_COMPLETE;
  }

  private Pipeline(Pipeline other, LocalDate day) {
    this.sitting = other.sitting;
    this.settings = other.settings.describing(day);
    this.terminal = other.terminal;
    this.clock = other.clock;
    Stamp stamp = other.stamp;
    this.stamp =
        new Stamp(
            stamp.run() + "/" + day, stamp.configHash(), stamp.seed(), stamp.softwareVersion());
    this.choice = other.choice;
  }

  /** The same pipeline for a day, in a run of its own. */
  Pipeline describing(LocalDate day) {
    return new Pipeline(this, day);
  }

  Folder folder(String path) {
    return sitting.lake().folder(path);
  }

  SparkSession spark() {
    return sitting.spark();
  }

  Terminal terminal() {
    return terminal;
  }

  String runId() {
    return stamp.run();
  }

  /** Everything in order. */
  LocalDate run() {
    return underLease(runner -> runner.everything(ingest(), inputs(), Runner.JOBS));
  }

  LocalDate ingestAlone() {
    return underLease(runner -> runner.ingest(ingest(), inputs()));
  }

  LocalDate alone(Job job) {
    return underLease(runner -> runner.alone(job));
  }

  /** Erases customers. */
  Receipt forget(Set<String> customers) {
    Forget forget = forget(sitting, settings);
    forget.requireTables();
    return held(timekeeper -> forget.run(customers, timekeeper));
  }

  static Forget forget(Sitting sitting, Settings settings) {
    Lake lake = sitting.lake();
    return new Forget(lake, new Erasure(sitting.spark(), lake), settings);
  }

  private LocalDate underLease(Function<Runner, LocalDate> work) {
    return held(timekeeper -> work.apply(new Runner(sitting.lake(), settings, timekeeper, choice)));
  }

  private <T> T held(Function<RunTimekeeper, T> work) {
    Lake lake = sitting.lake();
    lake.requireFolder();
    lake.root().make();
    long process = ProcessHandle.current().pid();
    var holder = new Lease.Holder(stamp.run(), host(), process, Pipeline::isRunning);
    Lease lease = Lease.take(lake.root(), holder, clock);
    try {
      T result = work.apply(new RunTimekeeper(stamp, clock, terminal));
      if (!settings.warehouse().catalog().isEmpty()) {
        new Views(lake, Ledger.of(lake)).register(sitting.spark(), settings.warehouse());
      }
      return result;
    } finally {
      lease.close();
    }
  }

  private Ingest ingest() {
    RawReader reader = new RawReader(sitting.spark());
    Rules rules = new Rules(settings.quality(), settings.currency(), future(settings, clock));
    return new Ingest(sitting.lake(), settings, reader, rules);
  }

  /** A day after now, or after the day described where that is later still. */
  static Instant future(Settings settings, Clock clock) {
    Instant described =
        settings
            .asOf()
            .map(day -> day.plusDays(1).atStartOfDay(settings.timeZone()).toInstant())
            .orElse(Instant.EPOCH);
    Instant now = clock.instant();
    return (described.isAfter(now) ? described : now).plus(Duration.ofDays(1));
  }

  private Map<String, String> inputs() {
    Map<String, String> inputs = new TreeMap<>();
    settings
        .sources()
        .forEach((name, source) -> inputs.put(name, Fingerprints.of(sitting.spark(), source)));
    sitting
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
}
