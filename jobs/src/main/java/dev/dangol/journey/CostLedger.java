package dev.dangol.journey;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Ledger of touches and costs by their key. Sums are of whole units, so that no order matters. */
final class CostLedger implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<CostKey, CostSum> sums = new HashMap<>();

  /**
   * Sum under one key.
   *
   * @param touches how many
   * @param amount what they cost themselves, in units
   */
  record CostSum(long touches, long amount) implements Serializable {
    private CostSum plus(CostSum more) {
      return new CostSum(touches + more.touches, amount + more.amount);
    }
  }

  void add(CostKey key, CostSum sum) {
    sums.merge(key, sum, CostSum::plus);
  }

  void addAll(CostLedger other) {
    other.sums.forEach(this::add);
  }

  /** Hands on every sum, in the order of the keys. */
  void forEach(BiConsumer<CostKey, CostSum> use) {
    new TreeMap<>(sums).forEach(use);
  }

  int size() {
    return sums.size();
  }

  /** The amount spent on the things themselves, in units, without what is spread over touches. */
  long amount() {
    return sums.values().stream().mapToLong(CostSum::amount).sum();
  }

  /** The number of touches. */
  long touches() {
    return sums.values().stream().mapToLong(CostSum::touches).sum();
  }
}
