package dev.dangol.job.cohorts;

import dev.dangol.cohorts.scorecard.CutPoints;
import dev.dangol.cohorts.scorecard.FittedScorecard;
import dev.dangol.job.JobContext;
import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.results.CohortColumns;
import java.util.Map;
import java.util.TreeMap;

/** Criteria of the scorecard on which no customer has a value, with the reasons. */
final class UnmeasuredCriteria {
  private UnmeasuredCriteria() {}

  /** The reasons why no customer has a value on a criterion, by measure. */
  static Map<String, String> reasons(JobContext day, FittedScorecard card) {
    Map<String, String> reasons = new TreeMap<>();
    for (CutPoints bar : card.unmeasuredCriteria()) {
      reasons.put(
          CohortColumns.SCORECARD_REASONS.name() + "." + bar.criterion().name(),
          why(day, bar.criterion().feature()));
    }
    return reasons;
  }

  private static String why(JobContext day, String feature) {
    Table value = AttributeTables.value(day.settings());
    boolean ofValue = value.fields().stream().map(Field::name).anyMatch(feature::equals);
    return ofValue && day.lake().readDay(value, day.asOf()).isEmpty()
        ? "customer_value has no row of the day, which "
            + feature
            + " comes from: run the job value."
        : feature + " is not known of any customer.";
  }
}
