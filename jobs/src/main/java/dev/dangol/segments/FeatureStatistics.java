package dev.dangol.segments;

import dev.dangol.segments.kmeans.RowBlock;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Feature statistics of the customers: how many have each measure, its bounds, and a sample. Counts
 * and bounds are over all customers; the sample of raw rows is bounded, and its quantiles are taken
 * for everyone's. Up to about 65,000 customers the sample is everyone.
 */
final class FeatureStatistics implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of each half of each partition; those with the lowest hashes. */
  private static final int SAMPLED_ROWS = 2048;

  private final double[] least;
  private final double[] most;
  private long customers;
  private RowBlock sample;

  private FeatureStatistics(int width) {
    least = new double[width];
    most = new double[width];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
  }

  static FeatureStatistics of(RowBlock raw) {
    FeatureStatistics survey = new FeatureStatistics(raw.width());
    for (int column = 0; column < raw.width(); column++) {
      for (int row = 0; row < raw.rows(); row++) {
        survey.widen(column, raw.at(row, column), raw.at(row, column));
      }
    }
    survey.customers = raw.rows();
    survey.sample = raw.head(SAMPLED_ROWS);
    return survey;
  }

  static FeatureStatistics total(int width, List<FeatureStatistics> parts) {
    FeatureStatistics total = new FeatureStatistics(width);
    for (FeatureStatistics part : parts) {
      for (int column = 0; column < width; column++) {
        total.widen(column, part.least[column], part.most[column]);
      }
      total.customers += part.customers;
    }
    total.sample = RowBlock.join(width, parts.stream().map(FeatureStatistics::sample).toList());
    return total;
  }

  long customers() {
    return customers;
  }

  RowBlock sample() {
    return sample;
  }

  boolean isMeasured(int column) {
    return most[column] >= least[column];
  }

  boolean constant(int column) {
    return most[column] == least[column];
  }

  /** The measured values of the sample, in ascending order. */
  double[] sortedValues(int column) {
    double[] values = new double[sample.rows()];
    int count = 0;
    for (int row = 0; row < sample.rows(); row++) {
      if (Double.isFinite(sample.at(row, column))) {
        values[count] = sample.at(row, column);
        count++;
      }
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private void widen(int column, double low, double high) {
    if (Double.isFinite(low) && Double.isFinite(high)) {
      least[column] = Math.min(least[column], low);
      most[column] = Math.max(most[column], high);
    }
  }
}
