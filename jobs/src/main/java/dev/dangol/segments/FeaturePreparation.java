package dev.dangol.segments;

import dev.dangol.segments.kmeans.BlockBuilder;
import dev.dangol.segments.kmeans.RowBlock;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Prepares features for clustering: raw rows become rows in which every feature counts alike.
 *
 * @param names the features used
 * @param scalings how each of them is scaled
 */
record FeaturePreparation(List<String> names, List<FeatureScaling> scalings)
    implements Serializable {

  /** A tail that holds more than this share of the customers is none. */
  static final double MOST_ASIDE = 0.1;

  /**
   * Prepares the features. Where the tails of all of them together would set aside more than {@link
   * #MOST_ASIDE} of the sample, no customer is set aside.
   */
  static FeaturePreparation of(
      List<String> names, MeasureColumns measures, FeatureStatistics survey) {
    List<FeatureScaling> scalings =
        names.stream()
            .map(name -> measures.features().indexOf(name))
            .map(column -> FeatureScaling.of(column, survey.sortedValues(column)))
            .toList();
    FeaturePreparation preparation = new FeaturePreparation(List.copyOf(names), scalings);
    int kept = preparation.scaled(survey.sample()).rows();
    return kept < (1 - MOST_ASIDE) * survey.sample().rows()
        ? new FeaturePreparation(
            List.copyOf(names), scalings.stream().map(FeatureScaling::withoutTail).toList())
        : preparation;
  }

  int width() {
    return scalings.size();
  }

  /** True for a customer who is set aside. */
  boolean aside(double[] raw) {
    for (FeatureScaling scaling : scalings) {
      if (scaling.beyond(raw[scaling.column()])) {
        return true;
      }
    }
    return false;
  }

  void scale(double[] raw, double[] into) {
    for (int i = 0; i < into.length; i++) {
      FeatureScaling scaling = scalings.get(i);
      into[i] = scaling.scale(raw[scaling.column()]);
    }
  }

  /** A point given by its features, on the scale of each; NaN for one that is missing. */
  List<Double> scaled(Map<String, Double> point) {
    return IntStream.range(0, width())
        .mapToObj(
            i ->
                point.containsKey(names.get(i))
                    ? scalings.get(i).scale(point.get(names.get(i)))
                    : Double.NaN)
        .toList();
  }

  /** The rows of the customers who are not set aside, in the same order. */
  RowBlock scaled(RowBlock raw) {
    BlockBuilder block = new BlockBuilder(width());
    double[] before = new double[raw.width()];
    double[] after = new double[width()];
    for (int row = 0; row < raw.rows(); row++) {
      raw.read(row, before);
      if (!aside(before)) {
        scale(before, after);
        block.add(raw.half(row), after);
      }
    }
    return block.build();
  }
}
