package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.cohorts.leads.ProspectCounter.ProspectCounts;
import dev.dangol.config.LookalikeSettings;
import dev.dangol.probability.ObservationDays;
import dev.dangol.table.AsOf;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Scores prospects by their probability of a first order, or gives the reason why it cannot.
 *
 * @param prospects of the three days, cached, as {@link ProspectRecords} gives them
 * @param windows the spans in which they were counted
 * @param days the three days
 * @param how the settings
 * @param leastHolders with fewer people a value of an attribute is left out
 */
@RunsSparkJobs
public record ProspectScoring(
    Dataset<Row> prospects,
    List<Integer> windows,
    ObservationDays days,
    LookalikeSettings how,
    int leastHolders) {

  /**
   * Outcome of scoring: a model or the reason why there is none.
   *
   * @param orders empty where nothing can be said
   * @param reason why, else empty
   */
  public record ScoringOutcome(Optional<FirstOrderModel> orders, Optional<String> reason) {}

  /** Trains the model and scores the prospects. Starts Spark jobs. */
  public ScoringOutcome score(UnaryOperator<Dataset<Row>> aside) {
    Map<LocalDate, ProspectCounts> census = ProspectCounter.of(prospects);
    Optional<String> reason = reason(census);
    if (reason.isPresent()) {
      return new ScoringOutcome(Optional.empty(), reason);
    }
    List<String> terms =
        ProspectCounter.terms(prospects, days.taught(), leastHolders, how.maxValues());
    long teachers = census.get(days.taught().day()).people();
    Dataset<Row> evidence = ProspectEvidence.of(prospects, windows, terms);
    LogisticRegressionModel model = FirstOrderTraining.train(evidence, days, how, teachers);
    FirstOrderTraining.DatedEvidence dated =
        new FirstOrderTraining.DatedEvidence(
            evidence, days, census.get(days.tested().day()).people());
    return new ScoringOutcome(
        Optional.of(FirstOrderTraining.test(model, dated, aside)), Optional.empty());
  }

  /**
   * The prospects of the day in the columns of the table, with their ranks.
   *
   * @param near the cohort that a prospect resembles, as {@link CohortResemblance} finds it
   */
  public static Dataset<Row> rank(FirstOrderModel orders, Dataset<Row> near, AsOf asOf) {
    Dataset<Row> ordered =
        orders
            .prospects()
            .withColumn(
                LookalikeColumns.ORDER.name(),
                LookalikeColumns.ORDER.is(LookalikeColumns.P_FIRST_ORDER.col().multiply(-1.0)));
    return UniqueRanks.of(ordered, LookalikeColumns.ORDER)
        .join(near, SharedColumns.CUSTOMER_ID.name(), "left")
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            LookalikeColumns.KIND.is(lit(LookalikeColumns.PROSPECT)),
            SharedColumns.CUSTOMER_ID.col(),
            LookalikeColumns.P_FIRST_ORDER.col(),
            LookalikeColumns.NEAREST_COHORT.col(),
            LookalikeColumns.DISTANCE.nullColumn(),
            LookalikeColumns.RANK.col());
  }

  private Optional<String> reason(Map<LocalDate, ProspectCounts> census) {
    ProspectCounts taught = census.getOrDefault(days.taught().day(), ProspectCounts.NOBODY);
    ProspectCounts tested = census.getOrDefault(days.tested().day(), ProspectCounts.NOBODY);
    int least = how.minPositives();
    if (!census.containsKey(days.described().day())) {
      return Optional.of("No prospect is known: everyone known has bought.");
    }
    if (taught.ordered() < least) {
      return few(taught.ordered() + " first orders", days.taught(), "the model learns from");
    }
    if (taught.idle() < least) {
      return few(taught.idle() + " people without one", days.taught(), "the model learns from");
    }
    return tested.ordered() < least
        ? few(tested.ordered() + " first orders", days.tested(), "the model is tested by")
        : Optional.empty();
  }

  private Optional<String> few(String found, AsOf since, String what) {
    return Optional.of(
        "Of people who were known on "
            + since.day()
            + " and had not bought, "
            + found
            + " are known in the "
            + how.horizonDays()
            + " days that followed, which "
            + what
            + "; lookalikes.min-positives is "
            + how.minPositives()
            + ".");
  }
}
