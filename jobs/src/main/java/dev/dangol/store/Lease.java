package dev.dangol.store;

import dev.dangol.problem.WarehouseBusy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The right to write to a warehouse, held by one run at a time: a small file that names its holder
 * and that only one process can make. A holder that died is recognised: on the same machine by its
 * process, elsewhere by a lease that has not been renewed for ten minutes.
 */
public final class Lease implements AutoCloseable {
  /** A lease that was not renewed for so long belongs to nobody. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String FILE = "lease";

  private final Folder folder;
  private final Holder holder;
  private final Thread renewal;

  private Lease(Folder folder, Holder holder, Clock clock) {
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
  public static Lease take(Folder warehouse, Holder holder, Clock clock) {
    Folder folder = warehouse.in("_dangol");
    folder.make();
    for (int attempt = 0; attempt < 3; attempt++) {
      if (folder.claim(FILE, holder.text(clock.instant()))) {
        return new Lease(folder, holder, clock);
      }
      Optional<Holder.Seen> other = folder.text(FILE).flatMap(Holder::read);
      if (other.isPresent() && other.get().alive(holder, clock.instant())) {
        throw new WarehouseBusy(
            "The warehouse "
                + warehouse.path()
                + " is held by "
                + other.get().description()
                + ". Wait until it ends, or use another warehouse.");
      }
      String grave = FILE + "." + holder.run();
      if (folder.rename(FILE, grave)) {
        folder.delete(grave);
      }
    }
    throw new WarehouseBusy(
        "The warehouse " + warehouse.path() + " was taken by another run. Wait until it ends.");
  }

  /** Gives the lease back. */
  @Override
  public void close() {
    renewal.interrupt();
    folder.delete(FILE);
  }

  private void renew(Clock clock) {
    try {
      while (true) {
        Thread.sleep(LIFETIME.toMillis() / 5);
        folder.write(FILE, holder.text(clock.instant()));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Who holds a lease.
   *
   * @param run the run's id
   * @param host the machine
   * @param process the process on that machine
   * @param running tells whether a process of this machine is running
   */
  public record Holder(String run, String host, long process, LongPredicate running) {

    String text(Instant now) {
      return "run=" + run + "\nhost=" + host + "\nprocess=" + process + "\nrenewed=" + now + "\n";
    }

    /**
     * What a lease file says; empty where it is not whole, which a reader meets for a moment only.
     */
    static Optional<Seen> read(String text) {
      Map<String, String> lines =
          text.lines()
              .map(line -> line.split("=", 2))
              .filter(parts -> parts.length == 2)
              .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
      boolean whole = Stream.of("run", "host", "process", "renewed").allMatch(lines::containsKey);
      return whole
          ? Optional.of(
              new Seen(
                  lines.get("run"),
                  lines.get("host"),
                  Long.parseLong(lines.get("process")),
                  Instant.parse(lines.get("renewed"))))
          : Optional.empty();
    }

    /** The holder that a lease file names. */
    record Seen(String run, String host, long process, Instant renewed) {

      boolean alive(Holder other, Instant now) {
        boolean fresh = renewed.plus(LIFETIME).isAfter(now);
        return host.equals(other.host()) ? other.running().test(process) : fresh;
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
