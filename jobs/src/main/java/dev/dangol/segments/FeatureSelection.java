package dev.dangol.segments;

import dev.dangol.segments.kmeans.RowBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Selection of the configured features that customers are compared by. Left out are those that are
 * no numeric column, that no customer has, in which nearly everyone is the same, and last those
 * that are redundant: their prepared values correlate with those of an earlier one in the list by
 * more than the settings allow (Pearson, over the customers of the sample who are not set aside;
 * fewer than {@link FeatureScaling#FEWEST} customers prove nothing).
 *
 * @param preparation of the features that are used
 * @param leftOut the others, each with the reason
 */
record FeatureSelection(FeaturePreparation preparation, Map<String, String> leftOut) {

  static FeatureSelection of(
      MeasureColumns measures, FeatureStatistics survey, double maxCorrelation) {
    Map<String, String> leftOut = new LinkedHashMap<>();
    measures.absent().forEach(name -> leftOut.put(name, "it is no numeric customer feature"));
    List<String> telling = new ArrayList<>();
    for (int column = 0; column < measures.features().size(); column++) {
      String name = measures.features().get(column);
      String reason = reason(survey, column);
      if (reason.isEmpty()) {
        telling.add(name);
      } else {
        leftOut.put(name, reason);
      }
    }
    FeaturePreparation all = FeaturePreparation.of(telling, measures, survey);
    Map<String, String> repeated = repeated(all, survey, maxCorrelation);
    leftOut.putAll(repeated);
    telling.removeAll(repeated.keySet());
    FeaturePreparation used =
        repeated.isEmpty() ? all : FeaturePreparation.of(telling, measures, survey);
    return new FeatureSelection(used, leftOut);
  }

  private static String reason(FeatureStatistics survey, int column) {
    if (!survey.isMeasured(column)) {
      return "no customer has a value";
    }
    if (survey.constant(column)) {
      return "every customer who has a value has the same one";
    }
    double[] sorted = survey.sortedValues(column);
    return sorted.length == 0 || FeatureScaling.of(column, sorted).spread() == 0
        ? "nearly every customer has the same value, or none"
        : "";
  }

  private static Map<String, String> repeated(
      FeaturePreparation preparation, FeatureStatistics survey, double maxCorrelation) {
    Map<String, String> repeated = new LinkedHashMap<>();
    RowBlock rows = preparation.scaled(survey.sample());
    for (int later = 1; later < rows.width() && rows.rows() >= FeatureScaling.FEWEST; later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        String name = preparation.names().get(later);
        String first = preparation.names().get(earlier);
        double correlation = PearsonCorrelation.of(rows, earlier, later);
        if (Math.abs(correlation) > maxCorrelation && !repeated.containsKey(first)) {
          repeated.putIfAbsent(name, sameAs(first, correlation));
        }
      }
    }
    return repeated;
  }

  private static String sameAs(String first, double correlation) {
    return String.format(
        Locale.ROOT, "it says much the same as %s, with a correlation of %.2f", first, correlation);
  }
}
