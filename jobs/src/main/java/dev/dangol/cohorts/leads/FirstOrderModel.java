package dev.dangol.cohorts.leads;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who may order for the first time, and how far that can be trusted.
 *
 * @param prospects one row per prospect of the day, with his probability
 * @param tenths how the tested people fared, from the least likely; nobody stands for a tenth that
 *     has no people
 * @param auc of the tested people; empty where all or none of them ordered
 * @param recalibrated whether probabilities were corrected by what came
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
   * People of about one probability.
   *
   * @param tenth 1 to 10; 0 for everybody
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

  /** The mean over people of how far their tenth was off; 0 without anybody. */
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
