package dev.dangol.cohorts.backtest;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Plain backtest, customer by customer. */
record NaiveBacktest(List<One> customers) {
  /** Outcomes of a customer after the cut-off. */
  record Later(double net, int orders, int referrals) {}

  /** A customer: the higher a score, the sooner chosen; of equal ones the smaller hash. */
  record One(boolean ideal, Map<String, Double> scores, long hash, Later later) {}

  /** Outcomes of a selection. */
  record Held(
      long customers,
      double revenue,
      double low,
      double high,
      double orders,
      double referrals,
      double retained,
      double lead,
      double leadLow,
      double fitLead,
      double fitLeadLow) {}

  Held held(String method, double share) {
    if (method.equals("chance")) {
      return chance(Math.round(share * customers.size()));
    }
    Set<One> chosen = chosen(method, share);
    double held = part(chosen, one -> one.later().net());
    Set<One> ideal = chosen("ideal", 0);
    double lead = part(ideal, one -> one.later().net()) - held;
    Set<One> fit = chosen("fit", share);
    double fitLead = part(fit, one -> one.later().net()) - held;
    double margin = 1.959963984540054 * deviation(chosen, Set.of(), held);
    return new Held(
        chosen.size(),
        held,
        held - margin,
        held + margin,
        part(chosen, one -> one.later().orders()),
        part(chosen, one -> one.later().referrals()),
        bought(chosen) / chosen.size(),
        lead,
        lead - 1.959963984540054 * deviation(ideal, chosen, lead),
        fitLead,
        fitLead - 1.959963984540054 * deviation(fit, chosen, fitLead));
  }

  private Set<One> chosen(String method, double share) {
    Set<One> chosen = new HashSet<>();
    if (method.equals("ideal")) {
      customers.stream().filter(One::ideal).forEach(chosen::add);
      return chosen;
    }
    customers.stream()
        .sorted(
            Comparator.comparing((One one) -> -one.scores().get(method)).thenComparing(One::hash))
        .limit(Math.round(share * customers.size()))
        .forEach(chosen::add);
    return chosen;
  }

  /** Every random choice of so many has the same chance. */
  private Held chance(long chosen) {
    double n = customers.size();
    double net = customers.stream().mapToDouble(one -> one.later().net()).sum();
    double spread =
        customers.stream().mapToDouble(one -> Math.pow(one.later().net() - net / n, 2)).sum();
    double margin = 1.959963984540054 * Math.sqrt(chosen * (1 - chosen / n) * spread / (n - 1));
    double part = chosen / n;
    double retained = bought(new HashSet<>(customers)) / n;
    return new Held(
        chosen, part, part - margin / net, part + margin / net, part, part, retained, 0, 0, 0, 0);
  }

  private double bought(Set<One> chosen) {
    return chosen.stream().filter(one -> one.later().orders() > 0).count();
  }

  private double part(Set<One> chosen, ToDoubleFunction<One> what) {
    return chosen.stream().mapToDouble(what).sum() / customers.stream().mapToDouble(what).sum();
  }

  private double deviation(Set<One> chosen, Set<One> others, double share) {
    double n = customers.size();
    double net = customers.stream().mapToDouble(one -> one.later().net()).sum();
    double squares = 0;
    for (One one : customers) {
      double in = (chosen.contains(one) ? 1 : 0) - (others.contains(one) ? 1 : 0);
      squares += Math.pow((in - share) * one.later().net(), 2);
    }
    return Math.sqrt(n / (n - 1) * squares) / net;
  }
}
