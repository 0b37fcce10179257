package dev.dangol.store;

import dev.dangol.problem.WarehouseBusy;
import dev.dangol.store.LeaseFiles.Occupation;
import dev.dangol.store.LeaseHolder.SeenHolder;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lease: the right to write to a warehouse, held by one run at a time. Leases have numbers, each of
 * which only one run can claim, and the highest one holds, on a local disk, on HDFS and on object
 * stores alike. A holder that died is recognised by a lease that has not been renewed for ten
 * minutes by the store's own time, and on the same machine at once, by its process.
 */
public final class Lease implements AutoCloseable {
  /** A lease that was not renewed for so long has expired. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final Duration RENEWED_EVERY = LIFETIME.dividedBy(5);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int ATTEMPTS = 100;

  private final StoreFolder warehouse;
  private final LeaseFiles files;
  private final long number;
  private final Thread renewal;
  private volatile boolean closed;

  private Lease(StoreFolder warehouse, LeaseFiles files, long number) {
    this.warehouse = warehouse;
    this.files = files;
    this.number = number;
    this.renewal = new Thread(this::renew, "dangol-lease");
    renewal.setDaemon(true);
    renewal.start();
  }

  /**
   * Takes the lease.
   *
   * @throws WarehouseBusy where another run holds it
   * @throws dev.dangol.problem.EnvironmentFailure where the store cannot keep rivals apart
   */
  public static Lease take(StoreFolder warehouse, LeaseHolder holder) {
    StoreFolder folder = warehouse.in("_dangol");
    folder.make();
    folder.requireClaims();
    LeaseFiles files = new LeaseFiles(folder, holder);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long latest = files.latest();
      Occupation old = files.oldOccupation();
      Occupation now = old.isFree() ? files.occupation(latest) : old;
      if (!now.known()) {
        LockSupport.parkNanos(PAUSE.toNanos());
      } else if (!now.isFree()) {
        throw new WarehouseBusy(
            "The warehouse "
                + warehouse.path()
                + " is held by "
                + now.holder()
                + ". Wait until it ends, or use another warehouse.");
      } else if (isClaimed(files, latest + 1)) {
        files.tidy(latest + 1);
        return new Lease(warehouse, files, latest + 1);
      }
    }
    throw new WarehouseBusy(
        "The warehouse " + warehouse.path() + " was taken by another run. Wait until it ends.");
  }

  /** True for a claim that counts: after a long sleep a number may be past and tidied away. */
  private static boolean isClaimed(LeaseFiles files, long number) {
    if (!files.claim(number)) {
      return false;
    }
    if (files.latest() == number) {
      return true;
    }
    files.withdraw(number);
    return false;
  }

  /**
   * Makes sure that this run still holds the warehouse.
   *
   * @throws WarehouseBusy where another run has taken it over, since this one seemed dead
   */
  public void requireHeld() {
    long latest = files.latest();
    if (latest != number) {
      throw new WarehouseBusy(
          "The warehouse "
              + warehouse.path()
              + " was taken over by "
              + files.holderOf(latest).map(SeenHolder::description).orElse("another run")
              + ", since this run had not renewed its lease for ten minutes. Run it again when that"
              + " one has ended.");
    }
  }

  /** Gives the lease back. */
  @Override
  public void close() {
    closed = true;
    renewal.interrupt();
    if (files.latest() == number) {
      files.giveBack(number);
    }
  }

  private void renew() {
    boolean held = true;
    for (long times = 1; held && !closed; times++) {
      LockSupport.parkNanos(RENEWED_EVERY.toNanos());
      held = closed || isRenewed(times);
    }
  }

  /** False where another run has taken the lease over. */
  private boolean isRenewed(long times) {
    try {
      boolean held = files.latest() == number;
      if (held) {
        files.renew(number, times);
      }
      return held;
    } catch (RuntimeException unanswered) {
      // A store that does not answer now may do so before the lease expires.
      return true;
    }
  }
}
