package dev.dangol.job.run;

import dev.dangol.store.LedgerEntry;

/** Somebody who wants to know how far a run is. */
public interface ProgressListener {
  void begins(String job);

  void ends(LedgerEntry entry);

  /** The job's tables are what it would make: there is nothing to do. */
  void skips(String job);

  void fails(String job);
}
