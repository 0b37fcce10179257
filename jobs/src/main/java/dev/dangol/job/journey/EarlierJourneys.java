package dev.dangol.job.journey;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneySettings;
import dev.dangol.job.JobContext;
import dev.dangol.journey.GoalValues;
import dev.dangol.journey.JourneyAttributes;
import dev.dangol.journey.JourneyTraces;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.results.GoalColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Journeys of customers as of an earlier day, followed again by what was known then. Nothing is
 * published, and no cost is spread.
 *
 * @param cut the earlier day
 * @param network the referrals as of that day, with their flags; empty where there are none
 */
public record EarlierJourneys(
    JobContext cut, ScratchTables scratch, Optional<Dataset<Row>> network) {

  /** One row per customer with a journey or a contribution, as of the earlier day. */
  public Dataset<Row> attributes() {
    Map<Source, Dataset<Row>> clean = cut.clean(JourneyJob.READ);
    List<String> goals = cut.settings().journey().goals().stream().map(JourneyGoal::name).toList();
    return new JourneyAttributes(goals).of(journeys(clean), contributions(clean));
  }

  private Dataset<Row> journeys(Map<Source, Dataset<Row>> clean) {
    if (new UnmeasuredJourneys(cut.settings()).reason().isPresent()) {
      return cut.lake().none(JourneyColumns.TABLE);
    }
    JourneySettings settings = cut.settings().journey();
    JourneyTraces traces =
        new JourneyTraces(settings, UnmeasuredJourneys.machine(cut.settings()), cut.asOf());
    return traces.journeys(scratch.apply(traces.of(clean, network, ContactStream.of(cut))));
  }

  private Dataset<Row> contributions(Map<Source, Dataset<Row>> clean) {
    List<JourneyGoal> measured =
        cut.settings().journey().goals().stream()
            .filter(goal -> JourneyJob.isMeasured(goal, clean))
            .toList();
    if (measured.isEmpty()) {
      return cut.lake().none(GoalColumns.CONTRIBUTION);
    }
    GoalValues values = new GoalValues(measured, cut.asOf());
    return values.contributions(
        values.of(clean.get(Sources.PURCHASES), Optional.ofNullable(clean.get(Sources.ENGAGEMENT))),
        Map.of());
  }
}
