package dev.dangol.job.run;

import dev.dangol.store.LedgerEntry;

/** Listener to the progress of a run. */
public interface ProgressListener {
  void begins(String job);

  void ends(LedgerEntry entry);

  /** The job's tables are up to date already: there is nothing to do. */
  void skips(String job);

  void fails(String job);
}
