package dev.dangol.value.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A customer base as counted histories: each distinct (frequency, recency, age) with its number of
 * customers. Its size is the number of distinct triples, whatever the number of customers. Kept in
 * the order of frequency, recency and age, so that the order in which triples arrive changes
 * nothing.
 */
public final class HistoryCounts {
  private static final Comparator<PurchaseHistory> ORDER =
      Comparator.comparingDouble(PurchaseHistory::frequency)
          .thenComparingDouble(PurchaseHistory::recency)
          .thenComparingDouble(PurchaseHistory::age);

  private final double[] frequency;
  private final double[] recency;
  private final double[] age;
  private final double[] customers;
  private final OptionalDouble logGaps;

  private HistoryCounts(Map<PurchaseHistory, Double> counts, OptionalDouble logGaps) {
    PurchaseHistory[] order =
        counts.keySet().stream().sorted(ORDER).toArray(PurchaseHistory[]::new);
    frequency = new double[order.length];
    recency = new double[order.length];
    age = new double[order.length];
    customers = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      frequency[i] = order[i].frequency();
      recency[i] = order[i].recency();
      age[i] = order[i].age();
      customers[i] = counts.get(order[i]);
    }
    this.logGaps = logGaps;
  }

  /** Counts histories; the same history may be added several times. */
  public static final class HistoryCounter {
    private final Map<PurchaseHistory, Double> counts = new HashMap<>();
    private OptionalDouble logGaps = OptionalDouble.empty();

    /** Counts so many customers more. */
    public HistoryCounter add(PurchaseHistory history, double customers) {
      counts.merge(history, customers, Double::sum);
      return this;
    }

    /**
     * Sets the sum over all customers and neighbouring purchase days of the logarithm of the weeks
     * between them: a regular model's log-likelihood is complete only with it.
     */
    public HistoryCounter logGaps(double sum) {
      logGaps = OptionalDouble.of(sum);
      return this;
    }

    public HistoryCounts triples() {
      return new HistoryCounts(counts, logGaps);
    }
  }

  /** The number of distinct triples. */
  public int size() {
    return frequency.length;
  }

  public double frequency(int i) {
    return frequency[i];
  }

  public double recency(int i) {
    return recency[i];
  }

  public double age(int i) {
    return age[i];
  }

  /** The number of customers who have the triple. */
  public double customers(int i) {
    return customers[i];
  }

  public PurchaseHistory history(int i) {
    return new PurchaseHistory(frequency[i], recency[i], age[i]);
  }

  /** All customers. */
  public double customers() {
    return total(i -> 1.0);
  }

  /** Customers who bought on two days or more. */
  public double repeatBuyers() {
    return total(i -> frequency[i] > 0 ? 1.0 : 0.0);
  }

  /** Repeat purchase days of all customers. */
  public double repeatPurchases() {
    return total(i -> frequency[i]);
  }

  /** Customers' weeks since their first purchase, added up. */
  public double weeks() {
    return total(i -> age[i]);
  }

  /** The sum of the logarithms of the weeks between purchase days; empty where it is not known. */
  public OptionalDouble logGaps() {
    return logGaps;
  }

  /** Purchases to expect of all customers together in the weeks that follow. */
  public double expectedPurchases(PurchaseForecast forecast, double weeks) {
    return total(i -> forecast.expectedPurchases(history(i), weeks));
  }

  /** A sum over customers. */
  private double total(Function<Integer, Double> ofTriple) {
    double total = 0;
    for (int i = 0; i < size(); i++) {
      total += customers[i] * ofTriple.apply(i);
    }
    return total;
  }

  /**
   * At most so many customers, to look for starting points on: drawn at even distances in the order
   * of the triples, and always the same ones. Each represents those around.
   */
  HistoryCounts sample(int atMost) {
    if (size() <= atMost) {
      return this;
    }
    double step = customers() / atMost;
    HistoryCounter counter = new HistoryCounter();
    double passed = 0;
    double next = step / 2;
    for (int i = 0; i < size(); i++) {
      passed += customers[i];
      for (; next < passed; next += step) {
        counter.add(history(i), step);
      }
    }
    return counter.triples();
  }
}
