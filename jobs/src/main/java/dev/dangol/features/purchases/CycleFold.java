package dev.dangol.features.purchases;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.table.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.unsafe.types.UTF8String;

/** Categories of a customer: which came first, and how long each waits to be bought again. */
record CycleFold() implements FoldedFamily {
  /** One entry alone; the first by name of those bought on the first day. */
  static final Field FIRST_CATEGORY =
      Field.counts("_first_category", "The category that they bought first; null where not known.");

  static final Field CATEGORY_GAPS =
      Field.counts(
          "_category_gaps",
          "The median days between days on which they bought a category, twice, so that it is"
              + " whole; categories bought on two days or more.");

  @Override
  public List<Field> fields() {
    return List.of(FIRST_CATEGORY, CATEGORY_GAPS);
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new CycleAccumulator();
  }

  /** Accumulator of the days on which a customer bought each category; each day once. */
  private static final class CycleAccumulator implements CustomerAccumulator {
    private final Map<UTF8String, TreeSet<Integer>> days = new HashMap<>();

    @Override
    public void begin() {
      days.clear();
    }

    @Override
    public void purchase(PurchaseLine line) {
      UTF8String category = line.category();
      if (category == null) {
        return;
      }
      TreeSet<Integer> known = days.get(category);
      if (known == null) {
        known = new TreeSet<>();
        days.put(category.copy(), known);
      }
      known.add(line.day());
    }

    @Override
    public void end(FoldedCells cells) {
      TreeMap<UTF8String, Long> first = new TreeMap<>();
      Map<UTF8String, Long> gaps = new TreeMap<>();
      days.forEach(
          (category, bought) -> {
            first.put(category, (long) bought.first());
            if (bought.size() > 1) {
              gaps.put(category, twiceMedian(bought));
            }
          });
      if (!first.isEmpty()) {
        long earliest = first.values().stream().mapToLong(day -> day).min().getAsLong();
        first.values().removeIf(day -> day > earliest);
        first.keySet().retainAll(List.of(first.firstKey()));
      }
      cells.counts(first);
      cells.counts(gaps);
    }

    private static long twiceMedian(SortedSet<Integer> bought) {
      List<Integer> gaps = new ArrayList<>();
      Integer before = null;
      for (int day : bought) {
        if (before != null) {
          gaps.add(day - before);
        }
        before = day;
      }
      gaps.sort(null);
      int half = gaps.size() / 2;
      return (long) gaps.get((gaps.size() - 1) / 2) + gaps.get(half);
    }
  }
}
