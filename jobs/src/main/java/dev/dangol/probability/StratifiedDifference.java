package dev.dangol.probability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Difference of means within strata, such as products. It is the first less the second, each
 * stratum with the weight of its first. The variance is pooled over the strata of a side, so that a
 * stratum of one observation is not taken for certain; that of the first, which has few, counts for
 * no less than that of the second, so that none of forty sent back is not certain either. Strata
 * that lack a side are left out.
 */
public final class StratifiedDifference {
  private final List<Stratum> strata = new ArrayList<>();

  /** Sums of one side: the number, the sum and the sum of squares of its observations. */
  public record SideSums(double count, double sum, double squares) {
    /** The sums of shares: so many of a whole. */
    public static SideSums ofShare(double part, double whole) {
      return new SideSums(whole, part, part);
    }

    double mean() {
      return sum / count;
    }

    double deviation() {
      return Math.max(0, squares - sum * sum / count);
    }
  }

  private record Stratum(SideSums first, SideSums second) {}

  /** Adds a stratum. */
  public void add(SideSums first, SideSums second) {
    if (first.count() > 0 && second.count() > 0) {
      strata.add(new Stratum(first, second));
    }
  }

  /** The observations of the first side that have others to be compared with. */
  public long firsts() {
    return Math.round(count(Stratum::first));
  }

  /** Those of the second side. */
  public long seconds() {
    return Math.round(count(Stratum::second));
  }

  /** The mean of the first side, over the strata that are compared; NaN without any. */
  public double firstMean() {
    return mean(Stratum::first);
  }

  /** The mean of the second side, its strata weighted as the first's. */
  public double secondMean() {
    return mean(Stratum::second);
  }

  /**
   * The difference with its interval.
   *
   * @param least the fewest observations on either side for which an interval is told
   */
  public DifferenceInterval difference(long least) {
    if (strata.isEmpty()) {
      return DifferenceInterval.none();
    }
    boolean enough = Math.min(firsts(), seconds()) >= least;
    double error = enough ? Math.sqrt(variance()) : Double.NaN;
    return DifferenceInterval.of(firstMean() - secondMean(), error, DifferenceInterval.DEVIATE);
  }

  private double variance() {
    double ofSecond = spread(Stratum::second);
    double ofFirst = Math.max(spread(Stratum::first), ofSecond);
    double all = count(Stratum::first);
    double variance = 0;
    for (Stratum stratum : strata) {
      double weight = stratum.first().count() / all;
      variance +=
          weight
              * weight
              * (ofFirst / stratum.first().count() + ofSecond / stratum.second().count());
    }
    return variance;
  }

  private double spread(Function<Stratum, SideSums> side) {
    double deviations = 0;
    double freedom = 0;
    for (Stratum stratum : strata) {
      deviations += side.apply(stratum).deviation();
      freedom += side.apply(stratum).count() - 1;
    }
    return freedom > 0 ? deviations / freedom : Double.NaN;
  }

  private double count(Function<Stratum, SideSums> side) {
    return strata.stream().map(side).mapToDouble(SideSums::count).sum();
  }

  private double mean(Function<Stratum, SideSums> side) {
    double sum = 0;
    for (Stratum stratum : strata) {
      sum += stratum.first().count() * side.apply(stratum).mean();
    }
    return sum / count(Stratum::first);
  }
}
