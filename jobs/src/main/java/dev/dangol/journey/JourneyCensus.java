package dev.dangol.journey;

import dev.dangol.table.results.JourneyColumns;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Census of followed journeys, one tally for the rows of each part. */
final class JourneyCensus implements FlatMapFunction<Iterator<Row>, JourneyTally> {
  private static final long serialVersionUID = 1;
  private static final long DAY = 86_400_000_000L;
  private static final long MINUTE = 60_000_000L;

  private final JourneyRules rules;

  JourneyCensus(JourneyRules rules) {
    this.rules = rules;
  }

  @Override
  public Iterator<JourneyTally> call(Iterator<Row> rows) {
    JourneyTally tally = new JourneyTally();
    while (rows.hasNext()) {
      count(FollowedJourney.of(rows.next()), tally);
    }
    return List.of(tally).iterator();
  }

  void count(FollowedJourney journey, JourneyTally tally) {
    countCosts(journey, tally);
    if (journey.state() == null) {
      return;
    }
    countTransitions(journey, tally);
    SourceCensus.count(journey, tally);
    countErrors(journey, tally);
    countBand(journey, tally);
  }

  private static void countCosts(FollowedJourney journey, JourneyTally tally) {
    journey
        .costs()
        .forEach(
            (key, sum) -> {
              boolean isLoose = journey.state() == null;
              TallyKind kind = isLoose ? TallyKind.NONE : TallyKind.STAGE;
              int stage = isLoose ? 0 : key.stage();
              tally.costs(new TallyKey(journey.goal(), kind, null, stage)).add(key, sum);
              if (journey.isAsleep()) {
                tally
                    .costs(new TallyKey(journey.goal(), TallyKind.WASTED, null, stage))
                    .add(key, sum);
              }
            });
  }

  private void countTransitions(FollowedJourney journey, JourneyTally tally) {
    for (int stage = 0; stage <= rules.decision(); stage++) {
      if (!journey.entersFrom(stage)) {
        continue;
      }
      boolean passed = journey.passedAt(stage).isPresent();
      boolean dropped = !passed && journey.isAsleep();
      tally.add(
          new TallyKey(journey.goal(), TallyKind.TRANSITION, null, stage),
          1,
          passed ? 1 : 0,
          !passed && !dropped ? 1 : 0,
          dropped ? 1 : 0,
          journey.isDecided() ? 1 : 0,
          journey.isDecided() ? journey.worth() : 0);
      if (passed || dropped) {
        countDrivers(journey, stage, passed ? 1 : 0, tally);
      }
    }
  }

  private void countDrivers(FollowedJourney journey, int stage, long passed, JourneyTally tally) {
    long seen = journey.seen().get(stage);
    for (int driver = 0; driver < rules.drivers().size(); driver++) {
      long with = seen >> driver & 1;
      tally.add(
          new TallyKey(journey.goal(), TallyKind.DRIVER, rules.drivers().get(driver), stage),
          with,
          1 - with,
          with * passed,
          (1 - with) * passed);
    }
  }

  private static void countErrors(FollowedJourney journey, JourneyTally tally) {
    if (!journey.isDecided() && !journey.isAsleep()) {
      return;
    }
    journey
        .errors()
        .forEach(
            (error, repaired) ->
                tally.add(
                    new TallyKey(journey.goal(), TallyKind.ERROR, error, 0),
                    1,
                    repaired ? 1 : 0,
                    repaired && journey.isDecided() ? 1 : 0,
                    !repaired && journey.isDecided() ? 1 : 0));
  }

  /** Sums for the trend are of whole days before the end and whole minutes, to be exact. */
  private void countBand(FollowedJourney journey, JourneyTally tally) {
    Optional<String> name = journey.cells().text(JourneyColumns.PRODUCT_CLASS);
    if (name.isPresent() && journey.isDecided()) {
      long before = (rules.times().end() - journey.end()) / DAY;
      long minutes = journey.length() / MINUTE;
      boolean within =
          journey
              .cells()
              .text(JourneyColumns.BAND_STATUS)
              .filter(BandRule.WITHIN::equals)
              .isPresent();
      tally.add(
          new TallyKey(journey.goal(), TallyKind.BAND, name.get(), 0),
          1,
          within ? 1 : 0,
          before,
          minutes,
          before * before,
          before * minutes);
    }
  }
}
