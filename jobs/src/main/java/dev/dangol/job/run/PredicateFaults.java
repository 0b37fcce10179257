package dev.dangol.job.run;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.cohorts.Membership;
import dev.dangol.cohorts.scorecard.AdditionalFit;
import dev.dangol.config.Settings;
import dev.dangol.features.custom.CustomPredicates;
import dev.dangol.job.cohorts.AttributeRules;
import dev.dangol.job.cohorts.AttributeTables;
import dev.dangol.journey.JourneyPredicates;
import dev.dangol.problem.Problem;
import dev.dangol.store.Lake;
import dev.dangol.table.results.CohortColumns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Faults of configured predicates, found without a row of data. */
final class PredicateFaults {
  private PredicateFaults() {}

  /**
   * The faults of every section that holds predicates: a fault in one hides none in another. Of
   * sensitive attributes, features, scorecards, cohorts, export targets, journeys, in this order.
   */
  static List<Problem> of(Settings settings, Lake lake) {
    Dataset<Row> customers = AttributeTables.empty(settings, lake);
    Dataset<Row> described =
        CustomerAttributes.of(customers, List.of(lake.none(CohortColumns.CUSTOMER_FIT)));
    Dataset<Row> fitted = AttributeTables.emptyFitted(settings, lake);
    return Stream.<Runnable>of(
            () -> AttributeRules.prove(settings),
            () -> CustomPredicates.prove(settings.features().custom(), lake::none),
            () -> AdditionalFit.prove(customers, settings.scorecard().profiles()),
            () -> Membership.of(fitted, settings.cohorts()),
            () -> Membership.columns(described, "export.targets", settings.export().predicates()),
            () -> JourneyPredicates.prove(settings.journey(), lake::none))
        .map(PredicateFaults::fault)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Problem> fault(Runnable proof) {
    try {
      proof.run();
      return Optional.empty();
    } catch (Problem fault) {
      return Optional.of(fault);
    }
  }
}
