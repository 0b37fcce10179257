package dev.dangol.experience;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums over all customers, by measure and key. */
public final class FactSums {
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

  /** The figures of a measure, by key. */
  Map<List<String>, double[]> of(String measure) {
    return sums.getOrDefault(measure, Map.of());
  }
}
