package dev.dangol.journey;

import dev.dangol.probability.WilsonInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Erf;

/**
 * Comparison of the shares passed with and without a driver. The interval is Newcombe's ("Interval
 * estimation for the difference between independent proportions", Statistics in Medicine 17, 1998).
 *
 * @param with journeys with the driver
 * @param without journeys without it
 */
record DriverComparison(long with, long without, long passedWith, long passedWithout) {
  static DriverComparison of(long[] n) {
    return new DriverComparison(n[0], n[1], n[2], n[3]);
  }

  /** The share with it less the share without it; empty where there are none of one kind. */
  Optional<Double> difference() {
    return isComparable() ? Optional.of(shareWith() - shareWithout()) : Optional.empty();
  }

  Optional<Double> low() {
    return difference()
        .map(
            apart ->
                apart
                    - Math.hypot(
                        shareWith() - interval(passedWith, with).low(),
                        interval(passedWithout, without).high() - shareWithout()));
  }

  Optional<Double> high() {
    return difference()
        .map(
            apart ->
                apart
                    + Math.hypot(
                        interval(passedWith, with).high() - shareWith(),
                        shareWithout() - interval(passedWithout, without).low()));
  }

  /** The probability of such a difference where there is none, by the pooled two-sided test. */
  Optional<Double> pValue() {
    double pooled = (double) (passedWith + passedWithout) / (with + without);
    double variance = pooled * (1 - pooled) * (1.0 / with + 1.0 / without);
    return difference()
        .map(
            apart ->
                variance == 0
                    ? 1.0
                    : Erf.erfc(Math.abs(apart) / Math.sqrt(variance) / Math.sqrt(2)));
  }

  /**
   * The false discovery rates after Benjamini and Hochberg ("Controlling the false discovery rate",
   * Journal of the Royal Statistical Society B 57, 1995), in the order of the comparisons.
   */
  static List<Optional<Double>> falseDiscoveries(List<DriverComparison> compared) {
    List<Integer> tested = new ArrayList<>();
    for (int i = 0; i < compared.size(); i++) {
      if (compared.get(i).isComparable()) {
        tested.add(i);
      }
    }
    tested.sort(Comparator.comparing((Integer i) -> compared.get(i).pValue().orElseThrow()));
    List<Optional<Double>> rates =
        new ArrayList<>(Collections.nCopies(compared.size(), Optional.empty()));
    double smallest = 1;
    for (int rank = tested.size(); rank > 0; rank--) {
      int place = tested.get(rank - 1);
      double p = compared.get(place).pValue().orElseThrow();
      smallest = Math.min(smallest, p * tested.size() / rank);
      rates.set(place, Optional.of(smallest));
    }
    return rates;
  }

  private boolean isComparable() {
    return with > 0 && without > 0;
  }

  private double shareWith() {
    return (double) passedWith / with;
  }

  private double shareWithout() {
    return (double) passedWithout / without;
  }

  private static WilsonInterval interval(long part, long whole) {
    return WilsonInterval.of(part, whole);
  }
}
