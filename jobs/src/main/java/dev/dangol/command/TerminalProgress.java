package dev.dangol.command;

import dev.dangol.job.run.ProgressListener;
import dev.dangol.store.LedgerEntry;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Progress of a run on the terminal: one line per job, and signs of life during a long one. Each
 * sign comes after twice the time of the one before.
 */
final class TerminalProgress implements ProgressListener {
  private static final long FIRST_SIGN_MILLIS = 15_000;

  private final PrintStream out;
  private final List<LedgerEntry> ended = new ArrayList<>();
  private final Set<String> over = new HashSet<>();
  private Thread signs = new Thread();

  TerminalProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begins(String job) {
    signs = new Thread(() -> sign(job), "dangol-progress");
    signs.setDaemon(true);
    signs.start();
  }

  @Override
  public void ends(LedgerEntry entry) {
    signs.interrupt();
    ended.add(entry);
    over.add(entry.work().job());
    var outcome = entry.outcome();
    line(
        "%-9s %s  %,12d rows in  %,12d rows out  %7.1f s",
        entry.work().job(),
        entry.work().asOf().map(Object::toString).orElse("          "),
        outcome.rowsIn(),
        outcome.rowsOut(),
        outcome.seconds());
  }

  @Override
  public void skips(String job) {
    over.add(job);
    line("%-9s complete for this day, configuration and input: nothing to do", job);
  }

  @Override
  public void fails(String job) {
    signs.interrupt();
    line("%-9s failed", job);
  }

  /** The jobs that ended well, in order. */
  List<LedgerEntry> ended() {
    return List.copyOf(ended);
  }

  /** True where the job ended well or had nothing to do. */
  boolean isOver(String job) {
    return over.contains(job);
  }

  /** A sentence for the person at the terminal. */
  void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private void sign(String job) {
    try {
      Thread.sleep(FIRST_SIGN_MILLIS);
      for (long waited = FIRST_SIGN_MILLIS; ; waited *= 2) {
        line("%-9s at work for %d s", job, waited / 1000);
        Thread.sleep(waited);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
