package dev.dangol.value.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A customer base as counted histories: every distinct (frequency, recency, age) once, with the
 * number of customers who have it. Its size is the number of distinct triples, whatever the number
 * of customers. Kept in the order of frequency, recency and age, so that the order in which triples
 * arrive changes nothing.
 */
public final class Triples {
  private static final Comparator<History> ORDER =
      Comparator.comparingDouble(History::frequency)
          .thenComparingDouble(History::recency)
          .thenComparingDouble(History::age);

  private final double[] frequency;
  private final double[] recency;
  private final double[] age;
  private final double[] customers;
  private final OptionalDouble logGaps;

  private Triples(Map<History, Double> counts, OptionalDouble logGaps) {
    History[] order = counts.keySet().stream().sorted(ORDER).toArray(History[]::new);
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
  public static final class Counter {
    private final Map<History, Double> counts = new HashMap<>();
    private OptionalDouble logGaps = OptionalDouble.empty();

    /** Counts so many customers more. */
    public Counter add(History history, double customers) {
      counts.merge(history, customers, Double::sum);
      return this;
    }

    /**
     * Tells the sum over all customers and neighbouring purchase days of the logarithm of the weeks
     * between them: a regular model's log-likelihood is complete only with it.
     */
    public Counter logGaps(double sum) {
      logGaps = OptionalDouble.of(sum);
      return this;
    }

    public Triples triples() {
      return new Triples(counts, logGaps);
    }
  }

  /** How many distinct triples there are. */
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

  /** How many customers have the triple. */
  public double customers(int i) {
    return customers[i];
  }

  public History history(int i) {
    return new History(frequency[i], recency[i], age[i]);
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
  public double expected(Forecast forecast, double weeks) {
    return total(i -> forecast.expected(history(i), weeks));
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
   * The same customers with recency and age known to bins of so many weeks only; everyone in a bin
   * gets its mean. Frequencies stay exact, and so does the mean of recency and age.
   */
  public Triples binned(double weeks) {
    return merged(
        h -> new History(h.frequency(), bin(h.recency(), weeks), bin(h.age(), weeks) + weeks));
  }

  /**
   * Small enough to look for starting points on: at most so many triples where that is possible.
   */
  Triples coarse(int atMost) {
    Triples coarse = this;
    for (double weeks = 1; coarse.size() > atMost && weeks < 1e4; weeks *= 2) {
      double width = weeks;
      coarse =
          merged(
              h -> {
                double x =
                    h.frequency() <= 6 ? h.frequency() : Math.rint(8 * Math.log(h.frequency()));
                return new History(x, bin(h.recency(), width), bin(h.age(), width) + width);
              });
    }
    return coarse;
  }

  private static double bin(double value, double width) {
    return Math.floor(value / width + 1e-9) * width;
  }

  private Triples merged(Function<History, History> key) {
    Map<History, double[]> sums = new HashMap<>();
    for (int i = 0; i < size(); i++) {
      double[] sum = sums.computeIfAbsent(key.apply(history(i)), unused -> new double[4]);
      sum[0] += customers[i];
      sum[1] += customers[i] * frequency[i];
      sum[2] += customers[i] * recency[i];
      sum[3] += customers[i] * age[i];
    }
    Counter counter = new Counter();
    for (double[] s : sums.values()) {
      double mean = Math.min(s[2] / s[0], s[3] / s[0]);
      counter.add(new History(s[1] / s[0], mean, s[3] / s[0]), s[0]);
    }
    logGaps.ifPresent(counter::logGaps);
    return counter.triples();
  }
}
