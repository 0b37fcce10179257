package dev.dangol.journey;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Tally of the journeys of one cohort: how many took which path, and by what each stage began. */
final class PathTally {
  private static final Comparator<String> NULL_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private final Map<PathKey, Long> counts = new HashMap<>();

  void add(PathKey key, long number) {
    counts.merge(key, number, Long::sum);
  }

  void forEach(BiConsumer<PathKey, Long> use) {
    counts.forEach(use);
  }

  /** The number of journeys that were in a stage. */
  long inStage(int stage) {
    return counts.getOrDefault(PathKey.ofStage(stage), 0L);
  }

  /**
   * The path that most decided journeys took, a bit for each stage; of equal ones the one of more
   * stages, then of earlier ones. 0 where no journey was decided.
   */
  long modalPath() {
    return paths().entrySet().stream()
        .max(
            Map.Entry.<Long, Long>comparingByValue()
                .thenComparing(path -> Long.bitCount(path.getKey()))
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(0L);
  }

  /** The share of decided journeys that agree with a path on all stages up to one. */
  double share(long path, int stage) {
    long upTo = (2L << stage) - 1;
    long agreed = 0;
    for (Map.Entry<Long, Long> one : paths().entrySet()) {
      agreed += (one.getKey() & upTo) == (path & upTo) ? one.getValue() : 0;
    }
    return (double) agreed / decided();
  }

  /** The number of decided journeys. */
  long decided() {
    return paths().values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The event and channel by which most of those on a path entered a stage; by name of equal ones.
   */
  PathKey entry(long path, int stage) {
    return counts.entrySet().stream()
        .filter(one -> one.getKey().path() == path && one.getKey().stage() == stage)
        .min(
            Map.Entry.<PathKey, Long>comparingByValue()
                .reversed()
                .thenComparing(one -> one.getKey().event(), NULL_LAST)
                .thenComparing(one -> one.getKey().channel(), NULL_LAST))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  /** The number of decided journeys by path: each is counted once at its first stage. */
  private Map<Long, Long> paths() {
    Map<Long, Long> paths = new TreeMap<>();
    counts.forEach(
        (key, number) -> {
          if (key.path() != 0 && Long.numberOfTrailingZeros(key.path()) == key.stage()) {
            paths.merge(key.path(), number, Long::sum);
          }
        });
    return paths;
  }
}
