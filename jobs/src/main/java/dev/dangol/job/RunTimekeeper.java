package dev.dangol.job;

import dev.dangol.store.Entry;
import dev.dangol.store.Lake;
import dev.dangol.store.Outcome;
import dev.dangol.store.Recovery;
import dev.dangol.store.Stamp;
import dev.dangol.store.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes down when jobs began and how long they took, and tells whoever watches. The only part of a
 * run that knows what time it is; nothing that it notes changes a result.
 *
 * @param stamp what every line of the run has in common
 */
public record RunTimekeeper(Stamp stamp, Clock clock, Progress progress) {

  Watch start(String job, Lake lake) {
    lake.journal().clear();
    progress.begins(job);
    return new Watch(lake, clock.instant());
  }

  void takeBack(Recovery recovery, LocalDate asOf) {
    recovery.beforeRun(stamp, asOf, clock.instant());
  }

  Entry publication(Work work, Map<String, Long> versions) {
    Outcome published =
        new Outcome(Outcome.Status.PUBLISHED, clock.instant(), 0, 0, 0, Map.of(), versions);
    return new Entry(stamp, work, published);
  }

  /** One job under way. */
  final class Watch {
    private final Lake lake;
    private final Instant started;
    private long rowsIn;

    private Watch(Lake lake, Instant started) {
      this.lake = lake;
      this.started = started;
    }

    void rowsIn(long rows) {
      rowsIn = rows;
    }

    Entry entry(Work work, Outcome.Status status, Map<String, Long> more) {
      Map<String, Long> counts = new HashMap<>(lake.journal().rows());
      long rowsOut = counts.values().stream().mapToLong(Long::longValue).sum();
      counts.putAll(more);
      Map<String, Long> versions = lake.journal().versions();
      return new Entry(
          stamp, work, new Outcome(status, started, seconds(), rowsIn, rowsOut, counts, versions));
    }

    Entry failure(Work work) {
      Outcome failed =
          new Outcome(Outcome.Status.FAILED, started, seconds(), 0, 0, Map.of(), Map.of());
      return new Entry(stamp, work, failed);
    }

    private double seconds() {
      return Duration.between(started, clock.instant()).toMillis() / 1000.0;
    }
  }
}
