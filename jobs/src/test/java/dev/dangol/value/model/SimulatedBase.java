package dev.dangol.value.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Customers drawn from a model by following its assumptions, purchase by purchase. Each is watched
 * for a time drawn evenly between half the span and all of it.
 */
public final class SimulatedBase {
  private final PurchaseModel model;
  private final double[] parameters;
  private final RandomGenerator random;

  public SimulatedBase(String model, double[] parameters, int seed) {
    this.model = PurchaseModel.byName(model);
    this.parameters = parameters;
    this.random = new Well19937c(seed);
  }

  /** A customer's history until a day, and the number of their purchases in the weeks after it. */
  public record Person(PurchaseHistory history, int later) {}

  HistoryCounts triples(int customers, double span) {
    HistoryCounts.HistoryCounter counter = new HistoryCounts.HistoryCounter();
    people(customers, span, 0).forEach(person -> counter.add(person.history, 1));
    return counter.triples();
  }

  public List<Person> people(int customers, double span, double after) {
    double alpha = parameters[1];
    GammaDistribution rates = new GammaDistribution(random, parameters[0], 1 / alpha);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double age = span * (0.5 + 0.5 * random.nextDouble());
      people.add(person(rates.sample(), age, after));
    }
    return people;
  }

  private Person person(double rate, double age, double after) {
    Stop stop = stop();
    int x = 0;
    int later = 0;
    double recency = 0;
    double time = 0;
    boolean here = stop.survivesFirst();
    while (here) {
      time += gap(rate);
      here = time <= age + after && time <= stop.at();
      if (here && time <= age) {
        x++;
        recency = time;
      } else if (here) {
        later++;
      }
      here = here && stop.survivesPurchase();
    }
    return new Person(new PurchaseHistory(x, recency, age), later);
  }

  private double gap(double rate) {
    int stages = model.stages();
    double gap = 0;
    for (int i = 0; i < stages; i++) {
      gap -= Math.log1p(-random.nextDouble()) / Math.max(rate, 1e-300);
    }
    return gap;
  }

  /** The time at which a customer stops, or the probability of stopping after a purchase. */
  private record Stop(double at, double chance, boolean atOnce, RandomGenerator random) {
    boolean survivesFirst() {
      return !atOnce || survivesPurchase();
    }

    boolean survivesPurchase() {
      return random.nextDouble() >= chance;
    }
  }

  private Stop stop() {
    if (model instanceof BetaGeometric geometric) {
      double chance = new BetaDistribution(random, parameters[2], parameters[3]).sample();
      return new Stop(Double.MAX_VALUE, chance, geometric.mayStopAtOnce() == 1, random);
    }
    if (model instanceof NegativeBinomial) {
      return new Stop(Double.MAX_VALUE, 0, false, random);
    }
    double rate = new GammaDistribution(random, parameters[2], 1 / parameters[3]).sample();
    double at = -Math.log1p(-random.nextDouble()) / Math.max(rate, 1e-300);
    return new Stop(at, 0, false, random);
  }

  /** Repeat buyers' mean spends by Gamma-Gamma. */
  static RepeatSpend spend(double[] pqv, int customers, int seed) {
    RandomGenerator random = new Well19937c(seed);
    List<RepeatSpend.SpendGroup> groups = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      int x = 1 + random.nextInt(6);
      groups.add(RepeatSpend.SpendGroup.alike(x, meanSpend(pqv, x, random), 1));
    }
    return RepeatSpend.of(groups);
  }

  /** By Gamma-Gamma, the mean spend of a customer with so many repeat purchases. */
  public static double meanSpend(double[] pqv, double purchases, RandomGenerator random) {
    double rate = new GammaDistribution(random, pqv[1], 1 / pqv[2]).sample();
    return new GammaDistribution(random, pqv[0] * purchases, 1 / (rate * purchases)).sample();
  }
}
