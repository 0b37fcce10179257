package dev.dangol.job.journey;

import dev.dangol.config.JourneyGoal;
import dev.dangol.job.JobContext;
import dev.dangol.journey.GoalValues;
import dev.dangol.journey.JourneyPredicates;
import dev.dangol.store.Lake;
import dev.dangol.table.results.GoalColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the progress of goals and each customer's contribution. */
final class GoalTables {
  private GoalTables() {}

  /** Writes both tables; returns why goals could not be measured. */
  static Map<String, String> write(JobContext day, Map<Source, Dataset<Row>> clean) {
    Lake lake = day.lake();
    Dataset<Row> purchases = clean.get(Sources.PURCHASES);
    List<JourneyGoal> all = day.settings().journey().goals();
    JourneyPredicates.prove(day.settings().journey(), lake::none);
    List<JourneyGoal> measured =
        all.stream().filter(goal -> JourneyJob.isMeasured(goal, clean)).toList();
    if (measured.isEmpty()) {
      lake.replaceDay(GoalColumns.CONTRIBUTION, lake.none(GoalColumns.CONTRIBUTION), day.asOf());
      lake.replaceDay(GoalColumns.PROGRESS, lake.none(GoalColumns.PROGRESS), day.asOf());
    } else {
      GoalValues goals = new GoalValues(measured, day.asOf());
      Dataset<Row> values = goals.of(purchases, Optional.ofNullable(clean.get(Sources.ENGAGEMENT)));
      Map<String, BigDecimal> totals = goals.totals(values);
      lake.replaceDay(GoalColumns.CONTRIBUTION, goals.contributions(values, totals), day.asOf());
      JourneyJob.replace(day, GoalColumns.PROGRESS, goals.progress(totals));
    }
    return reasons(all, measured);
  }

  private static Map<String, String> reasons(List<JourneyGoal> all, List<JourneyGoal> measured) {
    Map<String, String> reasons = new TreeMap<>();
    if (measured.isEmpty()) {
      String reason =
          all.isEmpty()
              ? "journey.goals has no goal."
              : "The source engagement is not configured, whose events every goal asks for.";
      reasons.put(GoalColumns.CONTRIBUTION.name(), reason);
      reasons.put(GoalColumns.PROGRESS.name(), reason);
    } else if (measured.size() < all.size()) {
      reasons.put(
          GoalColumns.PROGRESS.name() + "." + GoalColumns.VALUE.name(),
          "The source engagement is not configured, so that goals of events are not known.");
    }
    return reasons;
  }
}
