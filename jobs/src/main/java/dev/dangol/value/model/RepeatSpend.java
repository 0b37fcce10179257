package dev.dangol.value.model;

import dev.dangol.value.fitting.LogLikelihood;
import dev.dangol.value.fitting.WeightedRanking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Spend of repeat buyers, counted: customers with the same frequency and similar mean spend form
 * one group. Kept in one order whatever order they arrive in.
 */
public final class RepeatSpend {
  private final List<SpendGroup> groups;

  private RepeatSpend(List<SpendGroup> groups) {
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
  public record SpendGroup(double frequency, double mean, double meanLog, double customers) {
    /** Refuses spend that the model does not allow. */
    public SpendGroup {
      if (!(frequency > 0 && mean > 0 && customers > 0 && Double.isFinite(mean * meanLog))) {
        throw new IllegalArgumentException(
            "No repeat buyers have frequency " + frequency + " and spend " + mean + ".");
      }
    }

    /** Customers who spend the very same. */
    public static SpendGroup alike(double frequency, double mean, double customers) {
      return new SpendGroup(frequency, mean, Math.log(mean), customers);
    }
  }

  /** Counts these. */
  public static RepeatSpend of(List<SpendGroup> groups) {
    List<SpendGroup> ordered = new ArrayList<>(groups);
    ordered.sort(
        Comparator.comparingDouble(SpendGroup::frequency)
            .thenComparingDouble(SpendGroup::mean)
            .thenComparingDouble(SpendGroup::meanLog)
            .thenComparingDouble(SpendGroup::customers));
    return new RepeatSpend(List.copyOf(ordered));
  }

  public int size() {
    return groups.size();
  }

  SpendGroup group(int i) {
    return groups.get(i);
  }

  /** The log-likelihood of one group, whose slopes it adds to the gradient. */
  interface GroupLikelihood {
    double add(SpendGroup group, double[] parameters, double[] gradient);
  }

  /** The log-likelihood of all groups, added up in their order. */
  LogLikelihood likelihood(GroupLikelihood of) {
    return (parameters, gradient) -> {
      Arrays.fill(gradient, 0);
      double value = 0;
      for (SpendGroup group : groups) {
        value += of.add(group, parameters, gradient);
      }
      return value;
    };
  }

  /** All repeat buyers counted. */
  public double customers() {
    return groups.stream().mapToDouble(SpendGroup::customers).sum();
  }

  /** The mean of the customers' mean spends. */
  public double mean() {
    return total(SpendGroup::mean) / customers();
  }

  /**
   * Pearson's correlation of frequency and mean spend over repeat buyers, -1 to 1: the Gamma-Gamma
   * model assumes that it is 0. NaN where one of them is the same for all.
   */
  public double correlation() {
    double n = customers();
    double x = total(SpendGroup::frequency) / n;
    double z = total(SpendGroup::mean) / n;
    double xx = 0;
    double zz = 0;
    double xz = 0;
    for (SpendGroup g : groups) {
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
    return WeightedRanking.correlation(
        groups.stream().mapToDouble(SpendGroup::frequency).toArray(),
        groups.stream().mapToDouble(SpendGroup::mean).toArray(),
        groups.stream().mapToDouble(SpendGroup::customers).toArray());
  }

  private double total(ToDoubleFunction<SpendGroup> of) {
    return groups.stream().mapToDouble(g -> g.customers * of.applyAsDouble(g)).sum();
  }
}
