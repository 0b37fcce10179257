package dev.dangol.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holder of a lease.
 *
 * @param run the run's id
 * @param host the machine
 * @param process the process on that machine
 * @param running true for a process that is running on this machine
 */
public record LeaseHolder(String run, String host, long process, LongPredicate running) {

  /** The text of a lease file; the claim tells an attempt from all others. */
  String text(String claim) {
    return "run=" + run + "\nhost=" + host + "\nprocess=" + process + "\nclaim=" + claim + "\n";
  }

  /** The holder in a lease file; empty where the file is incomplete: being written, or damaged. */
  static Optional<SeenHolder> read(String text) {
    Map<String, String> lines =
        text.lines()
            .map(line -> line.split("=", 2))
            .filter(parts -> parts.length == 2)
            .collect(
                Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, again) -> again));
    try {
      return Stream.of("run", "host", "process").allMatch(lines::containsKey)
          ? Optional.of(
              new SeenHolder(
                  lines.get("run"), lines.get("host"), Long.parseLong(lines.get("process"))))
          : Optional.empty();
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  /** True for a holder on this machine whose process has ended. */
  boolean knowsDead(SeenHolder seen) {
    return host.equals(seen.host()) && !running.test(seen.process());
  }

  /** Holder that a lease file names. */
  record SeenHolder(String run, String host, long process) {

    String description() {
      return "run " + run + " (process " + process + " on " + host + ")";
    }
  }
}
