package dev.dangol.probability;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.math3.special.Erf;

/**
 * False discovery rate of many tests at once.
 *
 * <p>It follows Benjamini and Hochberg ("Controlling the false discovery rate", Journal of the
 * Royal Statistical Society B 57, 1995).
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * The rate at which each test would just count as a finding, in the order of the tests. Equal
   * p-values share the last of their ranks.
   */
  public static double[] qValues(double[] pValues) {
    Integer[] order = new Integer[pValues.length];
    Arrays.setAll(order, place -> place);
    Arrays.sort(order, Comparator.comparingDouble(place -> pValues[place]));
    double[] qValues = new double[pValues.length];
    double least = 1;
    for (int rank = pValues.length; rank >= 1; rank--) {
      int place = order[rank - 1];
      least = Math.min(least, pValues[place] * pValues.length / rank);
      qValues[place] = least;
    }
    return qValues;
  }

  /**
   * The chance of a share at least as far from that of everyone, were the group drawn from
   * everyone: two-sided, by the normal approximation of the hypergeometric distribution with
   * Yates's correction (Supplement to the Journal of the Royal Statistical Society 1, 1934).
   */
  public static double pValue(ShareLift share) {
    double base = (double) share.allWith() / share.all();
    double expected = share.members() * base;
    double variance =
        expected * (1 - base) * (share.all() - share.members()) / Math.max(share.all() - 1, 1);
    if (variance <= 0) {
      return 1;
    }
    double off = Math.max(Math.abs(share.with() - expected) - 0.5, 0);
    return Erf.erfc(off / Math.sqrt(variance) / Math.sqrt(2));
  }
}
