package dev.dangol.store;

import dev.dangol.problem.WarehouseBusy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lease: the right to write to a warehouse, held by one run at a time. It is a small file that
 * names its holder and that only one process can make. A holder that died is recognised by a lease
 * that has not been renewed for ten minutes, and on the same machine at once, by its process.
 */
public final class Lease implements AutoCloseable {
  /** A lease that was not renewed for so long has expired. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final Duration RENEWED_EVERY = LIFETIME.dividedBy(5);
  private static final Duration WRITTEN_WITHIN = Duration.ofMillis(200);
  private static final int ATTEMPTS = 3;
  private static final String FILE = "lease";

  private final StoreFolder folder;
  private final LeaseHolder holder;
  private final Thread renewal;

  private Lease(StoreFolder folder, LeaseHolder holder, Clock clock) {
    this.folder = folder;
    this.holder = holder;
    this.renewal = new Thread(() -> renew(clock), "dangol-lease");
    renewal.setDaemon(true);
    renewal.start();
  }

  /**
   * Takes the lease.
   *
   * @throws WarehouseBusy where another run holds it
   */
  public static Lease take(StoreFolder warehouse, LeaseHolder holder, Clock clock) {
    StoreFolder folder = warehouse.in("_dangol");
    folder.make();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (folder.claim(FILE, holder.text(clock.instant()))) {
        return new Lease(folder, holder, clock);
      }
      String seen = folder.text(FILE).orElse("");
      Optional<LeaseHolder.SeenHolder> other = LeaseHolder.read(seen);
      if (other.isPresent() && other.get().alive(holder, clock.instant())) {
        throw new WarehouseBusy(
            "The warehouse "
                + warehouse.path()
                + " is held by "
                + other.get().description()
                + ". Wait until it ends, or use another warehouse.");
      }
      if (other.isPresent() || attempt > 0) {
        bury(folder, seen, holder.run());
      } else {
        LockSupport.parkNanos(WRITTEN_WITHIN.toNanos());
      }
    }
    throw new WarehouseBusy(
        "The warehouse " + warehouse.path() + " was taken by another run. Wait until it ends.");
  }

  /** Removes a dead lease, and nothing else: a rival may have put a live one in its place. */
  private static void bury(StoreFolder folder, String dead, String run) {
    String grave = FILE + "." + run.replaceAll("[^A-Za-z0-9-]", "_");
    if (!folder.rename(FILE, grave)) {
      return;
    }
    if (folder.text(grave).equals(Optional.of(dead))) {
      folder.delete(grave);
    } else {
      folder.rename(grave, FILE);
    }
  }

  /** Gives the lease back. */
  @Override
  public void close() {
    renewal.interrupt();
    if (isOurs()) {
      folder.delete(FILE);
    }
  }

  private void renew(Clock clock) {
    try {
      Thread.sleep(RENEWED_EVERY.toMillis());
      while (isOurs()) {
        folder.write(FILE, holder.text(clock.instant()));
        Thread.sleep(RENEWED_EVERY.toMillis());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** False where another run took the lease over, since this one seemed dead. */
  private boolean isOurs() {
    return folder.text(FILE).flatMap(LeaseHolder::read).filter(holder::is).isPresent();
  }

  /**
   * Holder of a lease.
   *
   * @param run the run's id
   * @param host the machine
   * @param process the process on that machine
   * @param running true for a process that is running on this machine
   */
  public record LeaseHolder(String run, String host, long process, LongPredicate running) {

    boolean is(SeenHolder seen) {
      return run.equals(seen.run()) && host.equals(seen.host()) && process == seen.process();
    }

    String text(Instant now) {
      return "run=" + run + "\nhost=" + host + "\nprocess=" + process + "\nrenewed=" + now + "\n";
    }

    /**
     * The holder in a lease file; empty where the file is incomplete: being written, or damaged.
     */
    static Optional<SeenHolder> read(String text) {
      Map<String, String> lines =
          text.lines()
              .map(line -> line.split("=", 2))
              .filter(parts -> parts.length == 2)
              .collect(
                  Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, again) -> again));
      try {
        return Stream.of("run", "host", "process", "renewed").allMatch(lines::containsKey)
            ? Optional.of(
                new SeenHolder(
                    lines.get("run"),
                    lines.get("host"),
                    Long.parseLong(lines.get("process")),
                    Instant.parse(lines.get("renewed"))))
            : Optional.empty();
      } catch (NumberFormatException | DateTimeParseException damaged) {
        return Optional.empty();
      }
    }

    /** Holder that a lease file names. */
    record SeenHolder(String run, String host, long process, Instant renewed) {

      boolean alive(LeaseHolder other, Instant now) {
        boolean fresh = renewed.plus(LIFETIME).isAfter(now);
        return fresh && (!host.equals(other.host()) || other.running().test(process));
      }

      String description() {
        return "run "
            + run
            + " (process "
            + process
            + " on "
            + host
            + ", last seen "
            + renewed
            + ")";
      }
    }
  }
}
