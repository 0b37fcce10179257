package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.learned.SalesFeature;
import dev.dangol.value.model.EmpiricalSpend;
import dev.dangol.value.model.GammaGamma;
import dev.dangol.value.model.RepeatSpend;
import dev.dangol.value.model.SpendExpectation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Expected value of an order as of an earlier cut, fitted to sampled customers. */
final class SampledSpend {
  private static final double BINS = 100;

  private SampledSpend() {}

  /** Sums over repeat buyers of one frequency and about the same mean spend. */
  private record SpendSums(double spend, double logSpend, double customers) {
    SpendSums and(SpendSums other) {
      return new SpendSums(
          spend + other.spend, logSpend + other.logSpend, customers + other.customers);
    }

    RepeatSpend.SpendGroup group(double frequency) {
      return new RepeatSpend.SpendGroup(
          frequency, spend / customers, logSpend / customers, customers);
    }
  }

  /**
   * Gamma-Gamma, or what stands in its place; plain means where it has no answer.
   *
   * @param vectors features of each customer; at least one
   */
  static SpendExpectation expectation(List<double[]> vectors, ValueSettings settings) {
    RepeatSpend spend = spend(vectors);
    FitRules rules = new FitRules(settings.minRepeatBuyers(), settings.penalty());
    Optional<SpendExpectation> model =
        SpendResults.of(spend.customers(), new GammaGamma().fit(spend, rules), Double.NaN)
            .expectation();
    return model.orElseGet(() -> plain(vectors));
  }

  private static SpendExpectation plain(List<double[]> vectors) {
    double sales = vectors.stream().mapToDouble(SalesFeature.NET_SALES::in).sum();
    double orders = vectors.stream().mapToDouble(SalesFeature.PURCHASE_DAYS::in).sum();
    EmpiricalSpend plain = new EmpiricalSpend();
    return plain.expectation(plain.of(sales, orders).values());
  }

  /** Repeat buyers who spent something, in bins of one hundredth. */
  private static RepeatSpend spend(List<double[]> vectors) {
    Map<Double, Map<Double, SpendSums>> bins = new TreeMap<>();
    for (double[] vector : vectors) {
      double frequency = SalesFeature.PURCHASE_DAYS.in(vector) - 1;
      double mean = SalesFeature.REPEAT_VALUE.in(vector);
      if (frequency > 0 && mean > 0) {
        double log = Math.log(mean);
        bins.computeIfAbsent(frequency, any -> new TreeMap<>())
            .merge(Math.floor(log * BINS), new SpendSums(mean, log, 1), SpendSums::and);
      }
    }
    return RepeatSpend.of(
        bins.entrySet().stream()
            .flatMap(same -> same.getValue().values().stream().map(s -> s.group(same.getKey())))
            .toList());
  }
}
