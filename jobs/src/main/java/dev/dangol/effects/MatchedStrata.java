package dev.dangol.effects;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Strata of one comparison, each with its two arms. Those without customers in both arms are left
 * out of the comparison.
 */
final class MatchedStrata {
  private final Map<List<String>, Arms> strata;

  /** Key of an arm in a stratum. */
  record ArmKey(List<String> stratum, boolean isTreated) {}

  /** Visitor of the arms. */
  interface ArmVisitor {
    void visit(ArmKey key, ArmSums sums);
  }

  /** Two arms of a stratum. */
  record Arms(ArmSums treated, ArmSums compared) {
    Arms() {
      this(new ArmSums(), new ArmSums());
    }

    boolean isMatched() {
      return treated.customers() > 0 && compared.customers() > 0;
    }

    void add(Arms other) {
      treated.add(other.treated);
      compared.add(other.compared);
    }
  }

  private MatchedStrata(Map<List<String>, Arms> strata) {
    this.strata = strata;
  }

  static MatchedStrata empty() {
    return new MatchedStrata(new HashMap<>());
  }

  /** The arm of a stratum, to add to. */
  ArmSums arm(List<String> stratum, boolean isTreated) {
    Arms arms = strata.computeIfAbsent(stratum, parts -> new Arms());
    return isTreated ? arms.treated() : arms.compared();
  }

  /** Visits every arm with a customer, in the order of the strata. */
  void eachArm(ArmVisitor visitor) {
    strata.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(MatchedStrata::compare))
        .forEach(
            entry -> {
              visit(visitor, new ArmKey(entry.getKey(), true), entry.getValue().treated());
              visit(visitor, new ArmKey(entry.getKey(), false), entry.getValue().compared());
            });
  }

  private static void visit(ArmVisitor visitor, ArmKey key, ArmSums sums) {
    if (sums.customers() > 0) {
      visitor.visit(key, sums);
    }
  }

  /** The same customers, alike in the first so many parts only. */
  MatchedStrata coarsened(int parts) {
    Map<List<String>, Arms> coarse = new TreeMap<>(MatchedStrata::compare);
    strata.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(MatchedStrata::compare))
        .forEach(
            entry ->
                coarse
                    .computeIfAbsent(entry.getKey().subList(0, parts), key -> new Arms())
                    .add(entry.getValue()));
    return new MatchedStrata(coarse);
  }

  Collection<Arms> all() {
    return strata.values();
  }

  List<Arms> matched() {
    return strata.values().stream().filter(Arms::isMatched).toList();
  }

  /** All customers in one stratum. */
  Arms whole() {
    Arms whole = new Arms();
    strata.values().forEach(whole::add);
    return whole;
  }

  /** The mean over the matched strata, weighted by their treated. */
  static double mean(List<Arms> matched, ToDoubleFunction<Arms> of) {
    double weights = 0;
    double sum = 0;
    for (Arms arms : matched) {
      weights += arms.treated().customers();
      sum += arms.treated().customers() * of.applyAsDouble(arms);
    }
    return sum / weights;
  }

  private static int compare(List<String> one, List<String> other) {
    return String.join("|", one).compareTo(String.join("|", other));
  }
}
