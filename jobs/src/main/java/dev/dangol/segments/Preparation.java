package dev.dangol.segments;

import dev.dangol.segments.kmeans.Block;
import dev.dangol.segments.kmeans.BlockBuilder;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * From raw rows to rows in which every feature counts alike.
 *
 * @param names the features used
 * @param scalings how each of them is scaled
 */
record Preparation(List<String> names, List<Scaling> scalings) implements Serializable {

  /** A tail that holds more than this share of the customers is none. */
  static final double MOST_ASIDE = 0.1;

  /**
   * Prepares the features. Where the tails of all of them together would set aside more than {@link
   * #MOST_ASIDE} of the sample, nobody is set aside.
   */
  static Preparation of(List<String> names, Measures measures, Survey survey) {
    List<Scaling> scalings =
        names.stream()
            .map(name -> measures.features().indexOf(name))
            .map(column -> Scaling.of(column, survey.sorted(column)))
            .toList();
    Preparation preparation = new Preparation(List.copyOf(names), scalings);
    int kept = preparation.scaled(survey.sample()).rows();
    return kept < (1 - MOST_ASIDE) * survey.sample().rows()
        ? new Preparation(List.copyOf(names), scalings.stream().map(Scaling::withoutTail).toList())
        : preparation;
  }

  int width() {
    return scalings.size();
  }

  /** Whether a customer is set aside. */
  boolean aside(double[] raw) {
    for (Scaling scaling : scalings) {
      if (scaling.beyond(raw[scaling.column()])) {
        return true;
      }
    }
    return false;
  }

  void scale(double[] raw, double[] into) {
    for (int i = 0; i < into.length; i++) {
      Scaling scaling = scalings.get(i);
      into[i] = scaling.scaled(raw[scaling.column()]);
    }
  }

  /** A point given by its features, on the scale of each; NaN for one that is missing. */
  List<Double> scaled(Map<String, Double> point) {
    return IntStream.range(0, width())
        .mapToObj(
            i ->
                point.containsKey(names.get(i))
                    ? scalings.get(i).scaled(point.get(names.get(i)))
                    : Double.NaN)
        .toList();
  }

  /** The rows of the customers who are not set aside, in the same order. */
  Block scaled(Block raw) {
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
