package dev.dangol.experience;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums over all customers, by measure and key. */
public final class FactSums {
  private static final Comparator<List<String>> BY_PART = FactSums::compare;

  private final Map<String, Map<List<String>, double[]>> sums = new HashMap<>();

  /** The sums of a sheet. */
  public static FactSums of(FactSheet sheet) {
    FactSums all = new FactSums();
    sheet.sums().forEach((key, figures) -> all.put(key.measure(), key.parts(), figures));
    return all;
  }

  void put(String measure, List<String> parts, double[] figures) {
    sums.computeIfAbsent(measure, none -> new HashMap<>()).put(parts, figures);
  }

  /** The keys of a measure, ordered part by part; a part that is null comes first. */
  List<List<String>> keys(String measure) {
    return sorted(of(measure).keySet());
  }

  /** The same for any keys. */
  static List<List<String>> sorted(Set<List<String>> keys) {
    return keys.stream().sorted(BY_PART).toList();
  }

  private static int compare(List<String> one, List<String> other) {
    Comparator<String> parts = Comparator.nullsFirst(Comparator.naturalOrder());
    for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
      int order = parts.compare(one.get(place), other.get(place));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** The figures of a measure, by key. */
  Map<List<String>, double[]> of(String measure) {
    return sums.getOrDefault(measure, Map.of());
  }
}
