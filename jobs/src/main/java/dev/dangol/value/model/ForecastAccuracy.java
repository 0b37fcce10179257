package dev.dangol.value.model;

import dev.dangol.value.fitting.WeightedRanking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Forecast accuracy of predicted purchases. Numbers that cannot be computed are NaN: with no
 * customers all of them, the bias where no customer bought, the correlation where all expect or do
 * the same.
 *
 * @param error mean absolute difference of expected and observed purchases of a customer
 * @param bias total expected divided by total observed, less 1: above 0 too much was expected
 * @param rankCorrelation Spearman's, of expected and observed purchases, -1 to 1
 * @param topTenth of the tenth of customers who bought most (of all buyers where they are fewer),
 *     the share that is found among as many customers with the highest predictions; chance decides
 *     among equals
 * @param buckets deciles of customers by predicted purchases, least first
 */
public record ForecastAccuracy(
    double error,
    double bias,
    double rankCorrelation,
    double topTenth,
    List<CalibrationBucket> buckets) {
  private static final int BUCKETS = 10;

  public ForecastAccuracy {
    buckets = List.copyOf(buckets);
  }

  /**
   * A decile of customers by predicted purchases.
   *
   * @param number from 1 for the least
   * @param predicted mean purchases expected
   * @param observed mean purchases that came
   */
  public record CalibrationBucket(
      int number, double predicted, double observed, double customers) {}

  /**
   * Customers with the same prediction and the same outcome.
   *
   * @param predicted purchases expected of each
   * @param observed purchases of each
   */
  public record PredictedCase(double predicted, double observed, double customers) {}

  /** Judges predictions by the history, be they a model's or a plain rule's. */
  public static ForecastAccuracy of(
      HoldoutOutcomes outcomes, ToDoubleFunction<PurchaseHistory> expectation) {
    return of(
        outcomes.all().stream()
            .map(
                o ->
                    new PredictedCase(
                        expectation.applyAsDouble(o.before()), o.later(), o.customers()))
            .toList());
  }

  /** Judges predictions by anything else than the history. */
  public static ForecastAccuracy of(List<PredictedCase> cases) {
    List<PredictedCase> ordered = new ArrayList<>(cases);
    ordered.sort(
        Comparator.comparingDouble(PredictedCase::predicted)
            .thenComparingDouble(PredictedCase::observed)
            .thenComparingDouble(PredictedCase::customers));
    double[] predicted = ordered.stream().mapToDouble(PredictedCase::predicted).toArray();
    double[] observed = ordered.stream().mapToDouble(PredictedCase::observed).toArray();
    double[] customers = ordered.stream().mapToDouble(PredictedCase::customers).toArray();
    return new AccuracyTotals(predicted, observed, customers).judgement();
  }

  /** The part of it that holds for a rule that ranks customers and predicts no numbers. */
  public ForecastAccuracy ofOrder() {
    return new ForecastAccuracy(Double.NaN, Double.NaN, rankCorrelation, topTenth, List.of());
  }

  /** Expected and observed purchases side by side. */
  private static final class AccuracyTotals {
    private final double[] predicted;
    private final double[] observed;
    private final double[] customers;
    private final double[] places;

    AccuracyTotals(double[] predicted, double[] observed, double[] customers) {
      this.predicted = predicted;
      this.observed = observed;
      this.customers = customers;
      this.places = new WeightedRanking(predicted, customers).places();
    }

    ForecastAccuracy judgement() {
      double all = sum(i -> 1);
      double came = sum(i -> observed[i]);
      double error = sum(i -> Math.abs(predicted[i] - observed[i])) / all;
      double bias = came == 0 ? Double.NaN : sum(i -> predicted[i]) / came - 1;
      double ranks = WeightedRanking.correlation(predicted, observed, customers);
      return new ForecastAccuracy(error, bias, ranks, topTenth(all), buckets());
    }

    private interface CasePrediction {
      double of(int i);
    }

    private double sum(CasePrediction value) {
      double sum = 0;
      for (int i = 0; i < customers.length; i++) {
        sum += customers[i] * value.of(i);
      }
      return sum;
    }

    private double topTenth(double all) {
      double buyers = sum(i -> observed[i] > 0 ? 1 : 0);
      double size = Math.min(all / 10, buyers);
      double[] most = new WeightedRanking(observed, customers).top(size);
      double[] foretold = new WeightedRanking(predicted, customers).top(size);
      return size == 0 ? Double.NaN : sum(i -> most[i] * foretold[i]) / size;
    }

    private List<CalibrationBucket> buckets() {
      List<CalibrationBucket> buckets = new ArrayList<>();
      for (int number = 1; number <= BUCKETS; number++) {
        int wanted = number;
        double size = sum(i -> in(i, wanted));
        if (size > 0) {
          double expected = sum(i -> in(i, wanted) * predicted[i]) / size;
          double came = sum(i -> in(i, wanted) * observed[i]) / size;
          buckets.add(new CalibrationBucket(number, expected, came, size));
        }
      }
      return buckets;
    }

    private double in(int i, int number) {
      return (int) (places[i] * BUCKETS) + 1 == number ? 1 : 0;
    }
  }
}
