package dev.dangol.ranks;

import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Distribution of one measure over the customers: the number with less than a value, and as much.
 */
final class ValueDistribution implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] keys;
  private final int dropped;

  /**
   * The number of customers with a smaller key than the one at each index; all of them at the end.
   */
  private final long[] below;

  ValueDistribution(ValueCounts tally) {
    keys = tally.keys();
    dropped = tally.dropped();
    below = new long[keys.length + 1];
    for (int place = 0; place < keys.length; place++) {
      below[place + 1] = below[place] + tally.counts()[place];
    }
  }

  /** The number of customers with a known value. */
  long measuredCount() {
    return below[keys.length];
  }

  /** The number of customers with a smaller value. */
  long below(double value) {
    int place = place(value);
    return below[place < 0 ? -place - 1 : place];
  }

  /** The number of customers with at most the same value. */
  long upTo(double value) {
    int place = place(value);
    return below[place < 0 ? -place - 1 : place + 1];
  }

  /** The share of the measured customers below, and half of those with the same value: 0 to 1. */
  double midRank(double value) {
    return (below(value) + upTo(value)) / (2.0 * measuredCount());
  }

  /**
   * The place of a value, 0 to 1, where each band has an equal part of the way: the bands below,
   * and in its own the share of the customers who are worse and half of those with the same value.
   */
  double place(double value, RankBands bands) {
    int last = bands.cuts().size();
    int band = bands.band(value);
    double from = band == 0 ? 0 : worse(band - 1, bands);
    double to = band == last ? measuredCount() : worse(band, bands);
    double rank = (below(value) + upTo(value)) / 2.0;
    double middle = bands.lessIsBetter() ? measuredCount() - rank : rank;
    double within = to > from ? Math.min(Math.max((middle - from) / (to - from), 0), 1) : 0.5;
    return (band + within) / (last + 1);
  }

  /** The number of customers who do not reach the cut point. */
  private double worse(int place, RankBands bands) {
    double cut = bands.cuts().get(place);
    if (Double.isNaN(cut)) {
      return measuredCount();
    }
    return bands.lessIsBetter() ? measuredCount() - upTo(cut) : below(cut);
  }

  /** The value in the middle, of an even number the mean of the middle two; empty without any. */
  OptionalDouble median() {
    long all = measuredCount();
    return all == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((at((all - 1) / 2) + at(all / 2)) / 2);
  }

  /** The smallest value with at least this mid-rank. */
  OptionalDouble lowestFrom(double share) {
    int place = 0;
    while (place < keys.length && midRankAt(place) < share) {
      place++;
    }
    return place == keys.length
        ? OptionalDouble.empty()
        : OptionalDouble.of(ValueCounts.value(keys[place], dropped));
  }

  /** The largest value with at most this mid-rank. */
  OptionalDouble highestUpTo(double share) {
    int place = keys.length - 1;
    while (place >= 0 && midRankAt(place) > share) {
      place--;
    }
    return place < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(ValueCounts.highest(keys[place], dropped));
  }

  private double midRankAt(int place) {
    return (below[place] + below[place + 1]) / (2.0 * measuredCount());
  }

  /** True where any customer has more than 0. */
  boolean anyAboveZero() {
    return upTo(0) < measuredCount();
  }

  private int place(double value) {
    return Arrays.binarySearch(keys, ValueCounts.key(value) >> dropped);
  }

  private double at(long number) {
    int place = 0;
    while (below[place + 1] <= number) {
      place++;
    }
    return ValueCounts.value(keys[place], dropped);
  }
}
