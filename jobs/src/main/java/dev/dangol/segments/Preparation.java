package dev.dangol.segments;

import dev.dangol.segments.kmeans.Block;
import dev.dangol.segments.kmeans.BlockBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * Keeps the features that tell customers apart. Where the tails of all features together would
   * set aside more than {@link #MOST_ASIDE} of the sample, nobody is set aside.
   */
  static Preparation of(Measures measures, Survey survey) {
    List<String> names = new ArrayList<>();
    List<Scaling> scalings = new ArrayList<>();
    for (int column = 0; column < measures.features().size(); column++) {
      if (reason(survey, column).isEmpty()) {
        names.add(measures.features().get(column));
        scalings.add(Scaling.of(column, survey.sorted(column)));
      }
    }
    Preparation preparation = new Preparation(List.copyOf(names), List.copyOf(scalings));
    int kept = preparation.scaled(survey.sample()).rows();
    return kept < (1 - MOST_ASIDE) * survey.sample().rows()
        ? new Preparation(names, scalings.stream().map(Scaling::withoutTail).toList())
        : preparation;
  }

  /** The configured features that customers are not compared by, each with the reason. */
  static Map<String, String> leftOut(Measures measures, Survey survey) {
    Map<String, String> reasons = new LinkedHashMap<>();
    measures.absent().forEach(name -> reasons.put(name, "it is no numeric customer feature"));
    for (int column = 0; column < measures.features().size(); column++) {
      String reason = reason(survey, column);
      if (!reason.isEmpty()) {
        reasons.put(measures.features().get(column), reason);
      }
    }
    return reasons;
  }

  private static String reason(Survey survey, int column) {
    if (!survey.measured(column)) {
      return "no customer has a value";
    }
    if (survey.constant(column)) {
      return "every customer who has a value has the same one";
    }
    double[] sorted = survey.sorted(column);
    return sorted.length == 0 || Scaling.of(column, sorted).spread() == 0
        ? "nearly every customer has the same value, or none"
        : "";
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
