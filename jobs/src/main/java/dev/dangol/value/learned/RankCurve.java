package dev.dangol.value.learned;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Curve from an average rank to the mean net sales of the customers around it. Means of buckets of
 * ranks, made ascending by pooling, are joined by straight lines that go on at both ends.
 */
public final class RankCurve implements AmountCurve {
  private static final long serialVersionUID = 1;
  private static final int BUCKETS = 20;
  private static final int FEWEST = 25;

  private final double[] places;
  private final double[] amounts;

  /** Joins the mean ranks of buckets, ascending, and their mean net sales, never descending. */
  private RankCurve(double[] places, double[] amounts) {
    this.places = places;
    this.amounts = amounts;
  }

  /** Fits the curve to the ranks of customers and the net sales that they brought. */
  public static RankCurve fit(double[] ranks, double[] observed) {
    int[] order =
        IntStream.range(0, ranks.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> ranks[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int buckets = Math.max(1, Math.min(BUCKETS, order.length / FEWEST));
    double[] places = new double[buckets];
    double[] amounts = new double[buckets];
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = (int) ((long) bucket * order.length / buckets);
      int to = (int) ((long) (bucket + 1) * order.length / buckets);
      places[bucket] =
          Arrays.stream(order, from, to).mapToDouble(i -> ranks[i]).average().orElseThrow();
      amounts[bucket] =
          Arrays.stream(order, from, to).mapToDouble(i -> observed[i]).average().orElseThrow();
    }
    return new RankCurve(places, ascending(amounts));
  }

  /** The ascending means nearest to these, by pooling neighbours of the wrong order. */
  static double[] ascending(double[] means) {
    double[] values = new double[means.length];
    int[] sizes = new int[means.length];
    int pools = 0;
    for (double mean : means) {
      values[pools] = mean;
      sizes[pools++] = 1;
      while (pools > 1 && values[pools - 2] > values[pools - 1]) {
        int both = sizes[pools - 2] + sizes[pools - 1];
        values[pools - 2] =
            (values[pools - 2] * sizes[pools - 2] + values[pools - 1] * sizes[pools - 1]) / both;
        sizes[pools - 2] = both;
        pools--;
      }
    }
    double[] result = new double[means.length];
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      Arrays.fill(result, at, at + sizes[pool], values[pool]);
      at += sizes[pool];
    }
    return result;
  }

  @Override
  public double amount(double score) {
    int last = places.length - 1;
    if (last == 0) {
      return Math.max(amounts[0], 0);
    }
    int found = Arrays.binarySearch(places, score);
    int right = Math.min(last, Math.max(1, found < 0 ? -found - 1 : found));
    double width = places[right] - places[right - 1];
    double part = width > 0 ? (score - places[right - 1]) / width : 0;
    double amount = amounts[right - 1] + part * (amounts[right] - amounts[right - 1]);
    return Math.max(amount, 0);
  }
}
