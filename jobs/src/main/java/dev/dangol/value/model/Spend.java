package dev.dangol.value.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What repeat buyers spend, counted: customers with the same frequency and about the same mean
 * spend stand together. Kept in one order whatever order they arrive in.
 */
public final class Spend {
  private final List<Group> groups;

  private Spend(List<Group> groups) {
    this.groups = groups;
  }

  /**
   * Repeat buyers who are alike.
   *
   * @param frequency repeat purchase days, above 0
   * @param mean their mean spend of a repeat purchase day, above 0, in the major unit
   * @param meanLog the mean of the logarithm of each one's mean spend
   * @param customers how many they are
   */
  public record Group(double frequency, double mean, double meanLog, double customers) {
    /** Refuses what the model has no place for. */
    public Group {
      if (!(frequency > 0 && mean > 0 && customers > 0 && Double.isFinite(mean * meanLog))) {
        throw new IllegalArgumentException(
            "No repeat buyers have frequency " + frequency + " and spend " + mean + ".");
      }
    }

    /** Customers who spend the very same. */
    public static Group alike(double frequency, double mean, double customers) {
      return new Group(frequency, mean, Math.log(mean), customers);
    }
  }

  /** Counts these. */
  public static Spend of(List<Group> groups) {
    List<Group> ordered = new ArrayList<>(groups);
    ordered.sort(
        Comparator.comparingDouble(Group::frequency)
            .thenComparingDouble(Group::mean)
            .thenComparingDouble(Group::meanLog)
            .thenComparingDouble(Group::customers));
    return new Spend(List.copyOf(ordered));
  }

  public int size() {
    return groups.size();
  }

  Group group(int i) {
    return groups.get(i);
  }

  /** All repeat buyers counted. */
  public double customers() {
    return groups.stream().mapToDouble(Group::customers).sum();
  }

  /** The mean of the customers' mean spends. */
  public double mean() {
    return total(Group::mean) / customers();
  }

  /**
   * Pearson's correlation of frequency and mean spend over repeat buyers, -1 to 1: the Gamma-Gamma
   * model assumes that it is 0. NaN where one of them is the same for all.
   */
  public double correlation() {
    double n = customers();
    double x = total(Group::frequency) / n;
    double z = total(Group::mean) / n;
    double xx = 0;
    double zz = 0;
    double xz = 0;
    for (Group g : groups) {
      double dx = g.frequency - x;
      double dz = g.mean - z;
      xx += g.customers * dx * dx;
      zz += g.customers * dz * dz;
      xz += g.customers * dx * dz;
    }
    return xx * zz > 0 ? xz / Math.sqrt(xx * zz) : Double.NaN;
  }

  /**
   * Spearman's of the same, which one customer with a huge mean does not sway. NaN where one of
   * them is the same for all.
   */
  public double rankCorrelation() {
    return Ranking.correlation(
        groups.stream().mapToDouble(Group::frequency).toArray(),
        groups.stream().mapToDouble(Group::mean).toArray(),
        groups.stream().mapToDouble(Group::customers).toArray());
  }

  private double total(ToDoubleFunction<Group> of) {
    return groups.stream().mapToDouble(g -> g.customers * of.applyAsDouble(g)).sum();
  }
}
