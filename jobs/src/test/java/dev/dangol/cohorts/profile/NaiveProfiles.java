package dev.dangol.cohorts.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The profile of one cohort, counted customer by customer and corrected rank by rank. */
final class NaiveProfiles {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private NaiveProfiles() {}

  record Line(String attribute, String value, long customers, long left, List<Double> numbers) {}

  /** Of each customer, their values by attribute: what is not there is not known. */
  static List<Line> of(
      Map<String, Map<String, List<String>>> customers, Set<String> members, int least) {
    List<Line> tested = new ArrayList<>();
    Set<String> attributes = new TreeSet<>();
    customers.values().forEach(traits -> attributes.addAll(traits.keySet()));
    for (String attribute : attributes) {
      Set<String> values = new TreeSet<>();
      customers.values().forEach(t -> values.addAll(t.getOrDefault(attribute, List.of())));
      List<Line> kept = new ArrayList<>();
      for (String value : values) {
        double[] counts = counts(customers, members, attribute, value);
        if (counts[2] >= least && counts[1] >= least) {
          kept.add(new Line(attribute, value, (long) counts[0], 0, numbers(counts)));
        }
      }
      long reported = kept.stream().filter(line -> isReported(line, least)).count();
      kept.forEach(
          line ->
              tested.add(
                  new Line(
                      attribute,
                      line.value(),
                      line.customers(),
                      values.size() - reported,
                      line.numbers())));
    }
    correct(tested);
    return tested.stream().filter(line -> isReported(line, least)).toList();
  }

  private static boolean isReported(Line line, int least) {
    return line.customers() >= least || line.numbers().get(7) >= least;
  }

  /** Members with the value, members known, everyone with it, everyone known. */
  private static double[] counts(
      Map<String, Map<String, List<String>>> customers,
      Set<String> members,
      String attribute,
      String value) {
    double[] counts = new double[4];
    customers.forEach(
        (customer, traits) -> {
          List<String> values = traits.get(attribute);
          if (values != null) {
            boolean member = members.contains(customer);
            counts[0] += member && values.contains(value) ? 1 : 0;
            counts[1] += member ? 1 : 0;
            counts[2] += values.contains(value) ? 1 : 0;
            counts[3] += 1;
          }
        });
    return counts;
  }

  /** Share, base share, lift, low, high, p, q, expected. */
  private static List<Double> numbers(double[] counts) {
    double a = counts[0];
    double n = counts[1];
    double c = counts[2] - a;
    double m = counts[3] - n;
    double base = counts[2] / counts[3];
    double lift = a / n / base;
    double w = n / counts[3];
    double half = a == 0 || c == 0 ? 0.5 : 0;
    double ratio = (a + half) / (n + half) / ((c + half) / (m + half));
    double error =
        Math.sqrt(Math.max(0, 1 / (a + half) - 1 / (n + half) + 1 / (c + half) - 1 / (m + half)));
    double z = NORMAL.inverseCumulativeProbability(0.975);
    double low = asLift(ratio * Math.exp(-z * error), w);
    double high = asLift(ratio * Math.exp(z * error), w);
    double expected = n * base;
    double variance = counts[3] > 1 ? expected * (1 - base) * m / (counts[3] - 1) : 0;
    double off = Math.max(0, Math.abs(a - expected) - 0.5);
    double p = variance > 0 ? 2 * NORMAL.cumulativeProbability(-off / Math.sqrt(variance)) : 1;
    return new ArrayList<>(
        List.of(
            a / n,
            base,
            lift,
            a == 0 ? 0 : Math.min(lift, low),
            c == 0 ? 1 / w : Math.max(lift, high),
            p,
            Double.NaN,
            expected));
  }

  private static double asLift(double ratio, double part) {
    return ratio / (part * ratio + 1 - part);
  }

  /** From the largest p-value down, each q is the smallest p times tests over rank so far. */
  static void correct(List<Line> tested) {
    List<Line> falling =
        tested.stream()
            .sorted(Comparator.comparingDouble((Line line) -> line.numbers().get(5)).reversed())
            .toList();
    double least = 1;
    for (int i = 0; i < falling.size(); i++) {
      double place = falling.size() - i;
      least = Math.min(least, falling.get(i).numbers().get(5) * falling.size() / place);
      falling.get(i).numbers().set(6, least);
    }
  }
}
