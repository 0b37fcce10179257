package dev.dangol.job;

import dev.dangol.config.Settings;
import java.util.Map;
import java.util.Optional;

/** Scheduled job: reads tables, calls steps, writes tables. */
public interface Job {
  /** The command that runs it alone, and its name in the ledger. */
  String name();

  /**
   * The job whose tables of the same day it reads, and which must have run before; empty for the
   * job that begins a run.
   */
  Optional<String> after();

  void run(JobContext day);

  /** True where it reads clean tables, which are those of the day that was ingested last. */
  default boolean readsCleanRows() {
    return true;
  }

  /**
   * The inputs of its results besides the settings' own fingerprint: where any of them differs from
   * the last time, the job runs again.
   *
   * @param sources a fingerprint of each source
   */
  default Map<String, String> inputs(Settings settings, Map<String, String> sources) {
    return sources;
  }

  /** False where an output beside the tables is gone, so that the job must run again. */
  default boolean outputExists(JobContext day) {
    return true;
  }
}
