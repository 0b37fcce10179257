package dev.dangol.cohorts.leads;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * First-order probabilities of prospects, and the test of the model behind them.
 *
 * @param prospects one row per prospect of the day, with their probability
 * @param tenths deciles of the tested people, from the least likely; a decile without people is
 *     missing
 * @param auc of the tested people; empty where all or none of them ordered
 * @param recalibrated whether probabilities were corrected by observed outcomes
 */
public record FirstOrderModel(
    Dataset<Row> prospects,
    List<ProbabilityDecile> tenths,
    OptionalDouble auc,
    boolean recalibrated) {
  public FirstOrderModel {
    tenths = List.copyOf(tenths);
  }

  /**
   * A decile of people by predicted probability.
   *
   * @param tenth 1 to 10; 0 for all people
   * @param people how many
   * @param predicted the mean of their probabilities
   * @param ordered the share of them who ordered
   */
  public record ProbabilityDecile(long tenth, long people, double predicted, double ordered) {}

  /** All tested people together. */
  public ProbabilityDecile all() {
    long people = tenths.stream().mapToLong(ProbabilityDecile::people).sum();
    return new ProbabilityDecile(0, people, mean(people, true), mean(people, false));
  }

  /**
   * The expected calibration error: the mean over people of the absolute difference of predicted
   * and observed share in their decile; 0 without people.
   */
  public double error() {
    long people = all().people();
    double off =
        tenths.stream()
            .mapToDouble(tenth -> tenth.people() * Math.abs(tenth.predicted() - tenth.ordered()))
            .sum();
    return people == 0 ? 0 : off / people;
  }

  private double mean(long people, boolean predicted) {
    double sum =
        tenths.stream()
            .mapToDouble(
                tenth -> tenth.people() * (predicted ? tenth.predicted() : tenth.ordered()))
            .sum();
    return people == 0 ? 0 : sum / people;
  }
}
