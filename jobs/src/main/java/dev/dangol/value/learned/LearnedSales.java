package dev.dangol.value.learned;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Later net sales learned from customers' own past, on the scale log(1 + amount / unit).
 *
 * @param unit the mean net sales of a purchase day, above 0, so that the currency does not matter
 * @param regression a straight line, averaged with boosted trees where customers are many
 * @param customers the number of customers it was learned from
 */
public record LearnedSales(double unit, SalesRegression regression, int customers)
    implements Serializable {
  /** From so many customers on trees are learned besides the straight line. */
  public static final int FEWEST_FOR_TREES = 2_000;

  /**
   * Learns from customers as of an earlier cut.
   *
   * @param cases in an order of their own; at least one, with a purchase day of value above 0
   */
  public static LearnedSales fit(List<SalesCase> cases, long seed) {
    double unit = unit(cases);
    double[][] vectors =
        cases.stream().map(one -> scaled(one.features(), unit)).toArray(double[][]::new);
    double[] outcomes =
        cases.stream().mapToDouble(one -> Math.log1p(Math.max(one.later(), 0) / unit)).toArray();
    SalesRegression line = RidgeRegression.fit(vectors, outcomes);
    SalesRegression regression =
        cases.size() < FEWEST_FOR_TREES
            ? line
            : new MeanRegression(List.of(line, BoostedTrees.fit(vectors, outcomes, seed)));
    return new LearnedSales(unit, regression, cases.size());
  }

  /** The mean net sales of a purchase day, by customer; 0 where nobody spent anything. */
  public static double unit(List<SalesCase> cases) {
    return cases.stream()
        .mapToDouble(one -> Math.max(0, SalesFeature.MEAN_VALUE.in(one.features())))
        .average()
        .orElse(0);
  }

  private static double[] scaled(double[] features, double unit) {
    double[] scaled = new double[features.length];
    for (SalesFeature feature : SalesFeature.values()) {
      scaled[feature.place()] = feature.scaled(feature.in(features), unit);
    }
    return scaled;
  }

  /** The amount of a prediction before calibration, 0 or more: its order is that of customers. */
  public double score(double[] features) {
    return Math.max(0, unit * Math.expm1(regression.predict(scaled(features, unit))));
  }

  /** Its parameters by name, those of calibration excepted. */
  public Map<String, Double> parameters() {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("unit", unit);
    parameters.put("trees", (double) regression.trees());
    double[] importances = regression.importances();
    Arrays.stream(SalesFeature.values())
        .forEach(f -> parameters.put("importance_" + f.label(), importances[f.place()]));
    return parameters;
  }
}
