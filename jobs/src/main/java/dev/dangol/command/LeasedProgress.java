package dev.dangol.command;

import dev.dangol.job.run.ProgressListener;
import dev.dangol.store.Lease;
import dev.dangol.store.LedgerEntry;

/**
 * Progress of a run that goes on only while it holds its lease. Before each job, and before each
 * line of the ledger, it makes sure that no other run has taken the warehouse over.
 */
record LeasedProgress(ProgressListener shown, Lease lease) implements ProgressListener {
  @Override
  public void begins(String job) {
    lease.requireHeld();
    shown.begins(job);
  }

  @Override
  public void records() {
    lease.requireHeld();
  }

  @Override
  public void ends(LedgerEntry entry) {
    shown.ends(entry);
  }

  @Override
  public void skips(String job) {
    shown.skips(job);
  }

  @Override
  public void fails(String job) {
    shown.fails(job);
  }
}
