package dev.dangol.job.ingest;

import dev.dangol.config.Settings;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.ParallelTasks;
import dev.dangol.job.RerunPolicy;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.Lake;
import dev.dangol.store.raw.RawReader;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.Source;
import java.util.Optional;

/**
 * Ingest job: every configured source into its clean table, and rejected rows into quarantine. It
 * begins a run, so that it may have to find the day that is described: sources are loaded first,
 * which does not depend on a day, and then the day is cleaned.
 */
public final class IngestJob implements Job {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "ingest";

  private final RawReader reader;
  private final RerunPolicy choice;

  /**
   * An ingest of everything configured.
   *
   * @param choice whether to read again what has been read
   */
  public IngestJob(RawReader reader, RerunPolicy choice) {
    this.reader = reader;
    this.choice = choice;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> after() {
    return Optional.empty();
  }

  /**
   * Loads what is new of each source by itself: read → mapped → validated → landed.
   *
   * @return the day that is described: the configured one, else the newest with a purchase
   * @throws MissingInput where there is no purchase by the day
   */
  public AsOf load(Lake lake, Settings settings) {
    IngestTools tools = IngestTools.of(lake, settings, reader);
    IncrementalLoad incremental = new IncrementalLoad(tools, choice);
    ParallelTasks.each(
        tools.sources().stream().filter(Source::keepsRawRows).toList(),
        source -> tools.explaining(source, () -> new SourceLoad(tools, source).load(incremental)));
    incremental.keep();
    return new DescribedDay(tools).find();
  }

  /**
   * Cleans the day, once sources are loaded: validated together → identified → cleaned → checked.
   *
   * @throws BrokenSource where too many rows of a source are rejected
   */
  @Override
  public void run(JobContext day) {
    IngestTools tools = IngestTools.of(day.lake(), day.settings(), reader);
    DayCleaning cleaning = new DayCleaning(tools, day.asOf());
    try {
      cleaning.validate();
      cleaning.identify();
      cleaning.writeClean();
      cleaning.writeContacts();
      cleaning.writeQuarantine();
      cleaning.writeChecks();
      cleaning.noteCounts();
    } finally {
      cleaning.release();
    }
  }
}
