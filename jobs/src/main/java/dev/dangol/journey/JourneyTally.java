package dev.dangol.journey;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tally of journeys: whole numbers and costs by key, which add up in any order. */
final class JourneyTally implements Serializable {
  private static final long serialVersionUID = 1;
  private static final long[] NOTHING = new long[8];

  private final Map<TallyKey, long[]> counts = new HashMap<>();
  private final Map<TallyKey, CostLedger> costs = new HashMap<>();

  void add(TallyKey key, long... numbers) {
    long[] sums = counts.computeIfAbsent(key, any -> new long[numbers.length]);
    for (int i = 0; i < numbers.length; i++) {
      sums[i] = Math.addExact(sums[i], numbers[i]);
    }
  }

  /** The ledger of a key, to be added to. */
  CostLedger costs(TallyKey key) {
    return costs.computeIfAbsent(key, any -> new CostLedger());
  }

  void addAll(JourneyTally other) {
    other.counts.forEach(this::add);
    other.costs.forEach((key, ledger) -> costs(key).addAll(ledger));
  }

  /** The numbers of a key, zeros where nothing was counted. */
  long[] counts(TallyKey key) {
    return counts.getOrDefault(key, NOTHING);
  }

  /** The counts of one kind of a goal, in the order of their keys. */
  SortedMap<TallyKey, long[]> counts(int goal, TallyKind kind) {
    SortedMap<TallyKey, long[]> found = new TreeMap<>();
    counts.forEach(
        (key, numbers) -> {
          if (key.goal() == goal && key.kind() == kind) {
            found.put(key, numbers);
          }
        });
    return found;
  }
}
