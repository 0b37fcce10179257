package dev.dangol.journey;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.journey.CostSpread.SpreadCost;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.sources.CostSource;
import dev.dangol.table.sources.MoneyArithmetic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Statistics of all journeys of a day: their tally, the spread of costs, and the durations.
 *
 * @param tally counts and costs
 * @param spreads of each goal, by its place
 * @param durations quantiles by group
 */
@RunsSparkJobs
public record JourneyStatistics(
    JourneyRules rules,
    JourneyTally tally,
    List<CostSpread> spreads,
    Map<String, DurationQuantiles> durations) {
  /**
   * Statistics of journeys; starts Spark jobs.
   *
   * @param followed the rows that {@link JourneyTraces} gives, set aside
   * @param costs the clean costs; empty where they are not configured
   */
  public static JourneyStatistics of(
      JourneyRules rules, Dataset<Row> followed, Optional<Dataset<Row>> costs, AsOf asOf) {
    JourneyTally tally = new JourneyTally();
    followed.toJavaRDD().mapPartitions(new JourneyCensus(rules)).collect().forEach(tally::addAll);
    List<SpreadCost> spread = costs.map(rows -> spread(rows, rules, asOf)).orElse(List.of());
    List<CostSpread> spreads = new ArrayList<>();
    for (GoalRule goal : rules.goals()) {
      spreads.add(CostSpread.of(spread, touches(tally, rules, goal.place())));
    }
    return new JourneyStatistics(rules, tally, spreads, durations(rules, followed, tally));
  }

  /** The rows of {@code journeys}. */
  public Dataset<Row> journeys(Dataset<Row> followed, AsOf asOf) {
    return followed
        .where(TrackColumns.STATE.col().isNotNull())
        .map(
            new CostedJourney(spreads, asOf.day()),
            Encoders.row(Field.schema(JourneyColumns.TABLE.fields())));
  }

  /** True where any touch was found. */
  public boolean hasTouches() {
    return rules.goals().stream()
        .anyMatch(goal -> touches(tally, rules, goal.place()).touches() > 0);
  }

  /** All touches of a goal, those of no journey included. */
  private static CostLedger touches(JourneyTally tally, JourneyRules rules, int goal) {
    CostLedger all = new CostLedger();
    for (int stage = 0; stage < rules.stages().size(); stage++) {
      all.addAll(tally.costs(new TallyKey(goal, TallyKind.STAGE, null, stage)));
    }
    all.addAll(tally.costs(new TallyKey(goal, TallyKind.NONE, null, 0)));
    return all;
  }

  private static List<SpreadCost> spread(Dataset<Row> costs, JourneyRules rules, AsOf asOf) {
    List<SpreadCost> spread = new ArrayList<>();
    Column channel = TraceShape.channel();
    costs
        .where(asOf.hasHappened(CostSource.SPENT_AT))
        .groupBy(
            TrackColumns.MONTH.is(TraceShape.monthOf(CostSource.SPENT_AT)),
            CostSource.STAGE.col(),
            SharedColumns.CHANNEL.is(channel),
            SharedColumns.CAMPAIGN_ID.col())
        .agg(
            TrackColumns.AMOUNT.is(
                coalesce(sum(MoneyArithmetic.units(CostSource.AMOUNT.col())), lit(0))))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(
            row ->
                spread.add(
                    new SpreadCost(
                        (int) row.count(TrackColumns.MONTH),
                        row.text(CostSource.STAGE).map(rules.stages()::indexOf).orElse(null),
                        row.text(SharedColumns.CHANNEL).orElse(null),
                        row.text(SharedColumns.CAMPAIGN_ID).orElse(null),
                        row.count(TrackColumns.AMOUNT))));
    return spread;
  }

  private static Map<String, DurationQuantiles> durations(
      JourneyRules rules, Dataset<Row> followed, JourneyTally tally) {
    Map<String, Long> sizes = new HashMap<>();
    for (GoalRule goal : rules.goals()) {
      int place = goal.place();
      tally
          .counts(place, TallyKind.TRANSITION)
          .forEach((key, n) -> sizes.put(DurationColumns.transition(place, key.stage()), n[0]));
      tally
          .counts(place, TallyKind.BAND)
          .forEach((key, n) -> sizes.put(DurationColumns.productClass(place, key.name()), n[0]));
    }
    Map<String, DurationQuantiles> durations = new HashMap<>();
    if (!sizes.isEmpty()) {
      followed
          .flatMap(
              new DurationRows(rules.decision()), Encoders.row(Field.schema(DurationColumns.ALL)))
          .repartition(DurationColumns.GROUP.col())
          .sortWithinPartitions(DurationColumns.GROUP.col(), DurationColumns.SPAN.col())
          .toJavaRDD()
          .mapPartitions(new DurationReader(sizes))
          .collect()
          .forEach(quantiles -> durations.put(quantiles.group(), quantiles));
    }
    return durations;
  }
}
