package dev.dangol.value.learned;

import dev.dangol.value.fitting.WeightedRanking;
import dev.dangol.value.model.ForecastAccuracy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Trial of candidates on the later net sales of the same customers. A candidate beats another one
 * only beyond chance.
 */
public final class SalesTrial {
  /** Standard errors that a difference must be beyond: 95 % of differences by chance are below. */
  private static final double BEYOND_CHANCE = 1.645;

  private final double[] later;
  private final double total;
  private final Map<String, CandidateResult> results = new LinkedHashMap<>();

  /**
   * Prepares a trial.
   *
   * @param later net sales of each customer in the span, in an order without meaning; together
   *     above 0
   */
  public SalesTrial(double[] later) {
    this.later = later.clone();
    this.total = Arrays.stream(later).sum();
  }

  /** Result of a candidate by customer: membership of the top tenth and fifth, and amounts. */
  private static final class CandidateResult {
    private final double[] tenth;
    private final double[] fifth;
    private final double[] amounts;

    CandidateResult(WeightedRanking ranking, double[] amounts) {
      this.tenth = ranking.top(amounts.length / 10.0);
      this.fifth = ranking.top(amounts.length / 5.0);
      this.amounts = amounts;
    }

    /** The share of a customer's sales that is held, averaged over both. */
    double held(int i) {
      return (tenth[i] + fifth[i]) / 2;
    }
  }

  /**
   * Adds a candidate.
   *
   * @param scores one for each customer, higher for more
   * @param fitting fits amounts to scores and net sales
   */
  public void add(
      String name, double[] scores, BiFunction<double[], double[], ? extends AmountCurve> fitting) {
    double[] weights = new double[scores.length];
    Arrays.fill(weights, 1);
    WeightedRanking ranking = new WeightedRanking(scores, weights);
    results.put(name, new CandidateResult(ranking, crossed(scores, fitting)));
  }

  /** Amounts of each half of the customers by a curve that was fitted to the other half. */
  private double[] crossed(
      double[] scores, BiFunction<double[], double[], ? extends AmountCurve> fitting) {
    double[] amounts = new double[scores.length];
    for (int half = 0; half < 2; half++) {
      int[] others = every(1 - half);
      AmountCurve curve =
          fitting.apply(
              Arrays.stream(others).mapToDouble(i -> scores[i]).toArray(),
              Arrays.stream(others).mapToDouble(i -> later[i]).toArray());
      for (int i : every(half)) {
        amounts[i] = curve.amount(scores[i]);
      }
    }
    return amounts;
  }

  private int[] every(int half) {
    return IntStream.range(0, later.length).filter(i -> i % 2 == half).toArray();
  }

  /** The score of a candidate. */
  public SalesScore score(String name) {
    CandidateResult result = results.get(name);
    List<ForecastAccuracy.PredictedCase> cases = new ArrayList<>();
    for (int i = 0; i < later.length; i++) {
      cases.add(new ForecastAccuracy.PredictedCase(result.amounts[i], later[i], 1));
    }
    return new SalesScore(
        sum(i -> result.tenth[i] * later[i]) / total,
        sum(i -> result.fifth[i] * later[i]) / total,
        ForecastAccuracy.of(cases));
  }

  /**
   * True where a candidate holds more of the later net sales than another one, and its amounts are
   * no further off, both judged beyond chance: by one-sided tests of the paired differences. What
   * one customer decides is chance.
   */
  public boolean beats(String challenger, String incumbent) {
    CandidateResult one = results.get(challenger);
    CandidateResult other = results.get(incumbent);
    double more = sum(i -> (one.held(i) - other.held(i)) * later[i]) / total;
    double chance =
        Math.sqrt(sum(i -> Math.pow((one.held(i) - other.held(i)) * later[i] / total, 2)));
    return more > 0 && more > BEYOND_CHANCE * chance && !isWorse(one, other);
  }

  private boolean isWorse(CandidateResult one, CandidateResult other) {
    IntToDoubleFunction worse =
        i -> Math.abs(one.amounts[i] - later[i]) - Math.abs(other.amounts[i] - later[i]);
    double mean = sum(worse) / later.length;
    double squares = sum(i -> Math.pow(worse.applyAsDouble(i) - mean, 2));
    return mean > 0 && mean > BEYOND_CHANCE * Math.sqrt(squares) / later.length;
  }

  private double sum(IntToDoubleFunction part) {
    return IntStream.range(0, later.length).mapToDouble(part).sum();
  }
}
