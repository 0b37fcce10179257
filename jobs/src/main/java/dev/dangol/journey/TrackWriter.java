package dev.dangol.journey;

import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writer of a person's journeys as rows: one per journey, and one per goal of what belongs to none.
 *
 * @param customer null for a visitor
 * @param visitor null for a customer
 */
record TrackWriter(JourneyRules rules, String customer, String visitor) {
  private static final String ROWS = "journeys that are followed";
  private static final String COSTS = "costs of a journey";

  List<Row> rows(PersonTrace trace) {
    List<GoalTracks> goals = trace.finish();
    Optional<Long> referred = trace.referredAt();
    List<Row> rows = new ArrayList<>();
    for (GoalTracks tracks : goals) {
      tracks.tracks().forEach(track -> rows.add(row(tracks.goal(), track, referred)));
      if (tracks.loose().size() > 0) {
        rows.add(loose(tracks));
      }
    }
    return rows;
  }

  private Row row(GoalRule goal, JourneyTrack track, Optional<Long> referred) {
    OrderDecision decision = track.decision();
    RowWriter row =
        named(goal)
            .set(JourneyColumns.JOURNEY_NUMBER.nullable(), (long) track.number())
            .set(JourneyColumns.STAGE, rules.stages().get(track.furthest()))
            .set(JourneyColumns.ENTERED_AT, entered(track))
            .set(JourneyColumns.ENTERED_BY, ofEntering(track, StageTouch::event))
            .set(JourneyColumns.ENTERED_THROUGH, ofEntering(track, StageTouch::channel))
            .set(JourneyColumns.DECIDED_AT, decision == null ? null : at(decision.at()))
            .set(JourneyColumns.DAYS, JourneyTimes.days(span(track)))
            .set(JourneyColumns.TOUCHES, track.touches())
            .set(JourneyColumns.EVALUATION_TOUCHES, track.evaluationTouches())
            .set(JourneyColumns.BACK_STEPS, track.backSteps());
    StageTouch first = track.first();
    Optional<BandRule> band = first == null || decision == null ? Optional.empty() : band(decision);
    row.set(JourneyColumns.ENTRY_SOURCE, first == null ? null : first.item().channel())
        .set(JourneyColumns.FIRST_TOUCH_KIND, first == null ? null : kind(track, referred))
        .set(JourneyColumns.PRODUCT_CLASS, band.map(BandRule::name))
        .set(
            JourneyColumns.BAND_STATUS,
            band.map(rule -> rule.status(JourneyTimes.days(span(track)))))
        .set(JourneyColumns.OPEN.nullable(), track.state() == TrackState.OPEN);
    return followed(row, goal, track).row();
  }

  private RowWriter followed(RowWriter row, GoalRule goal, JourneyTrack track) {
    OrderDecision decision = track.decision();
    long net = decision == null ? 0 : decision.net();
    List<Long> entered = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    for (int stage = 0; stage < rules.stages().size(); stage++) {
      long at = track.entered(stage);
      entered.add(at == JourneyTrack.NEVER ? null : at);
      seen.add(track.seenAtEntry(stage));
    }
    return row.set(TrackColumns.PLACE, (long) goal.place())
        .set(TrackColumns.STATE, track.state().name())
        .set(TrackColumns.BEGIN, track.begin())
        .set(TrackColumns.ENTERED, array(entered))
        .set(TrackColumns.SEEN, array(seen))
        .set(TrackColumns.END, track.end())
        .set(TrackColumns.TOUCHED_DECISION, track.touchedDecision())
        .set(TrackColumns.NET, net)
        .set(TrackColumns.WORTH, decision == null ? 0L : goal.worth() == null ? net : goal.worth())
        .set(TrackColumns.ERRORS, map(track.errors()))
        .set(TrackColumns.COSTS, array(costs(track.costs())));
  }

  private Row loose(GoalTracks tracks) {
    RowWriter row = named(tracks.goal());
    JourneyColumns.FOLLOWED.stream().skip(3).forEach(field -> row.setNull(field.nullable()));
    return row.set(TrackColumns.PLACE, (long) tracks.goal().place())
        .setNull(
            TrackColumns.STATE,
            TrackColumns.BEGIN,
            TrackColumns.ENTERED,
            TrackColumns.SEEN,
            TrackColumns.END,
            TrackColumns.TOUCHED_DECISION,
            TrackColumns.NET,
            TrackColumns.WORTH,
            TrackColumns.ERRORS)
        .set(TrackColumns.COSTS, array(costs(tracks.loose())))
        .row();
  }

  private RowWriter named(GoalRule goal) {
    return RowWriter.of(ROWS, TrackColumns.ALL)
        .set(JourneyColumns.CUSTOMER_ID, customer)
        .set(JourneyColumns.VISITOR_ID, visitor)
        .set(JourneyColumns.GOAL.nullable(), goal.name());
  }

  private static List<Row> costs(CostLedger ledger) {
    List<Row> rows = new ArrayList<>();
    ledger.forEach(
        (key, sum) ->
            rows.add(
                RowWriter.of(COSTS, TrackColumns.COST_FIELDS)
                    .set(TrackColumns.PART, key.part().name())
                    .set(TrackColumns.MONTH, (long) key.month())
                    .set(TrackColumns.STAGE, (long) key.stage())
                    .set(SharedColumns.CHANNEL, key.channel())
                    .set(SharedColumns.CAMPAIGN_ID, key.campaign())
                    .set(TrackColumns.TOUCHES, sum.touches())
                    .set(TrackColumns.AMOUNT, sum.amount())
                    .row()));
    return rows;
  }

  private static String kind(JourneyTrack track, Optional<Long> referred) {
    StageTouch first = track.first();
    boolean isReferred = track.number() == 1 && referred.filter(at -> at < first.at()).isPresent();
    return isReferred ? JourneyRules.REFERRAL : first.kind();
  }

  private Optional<BandRule> band(OrderDecision decision) {
    return Optional.ofNullable(decision.category()).flatMap(rules::band);
  }

  /** From begin to decision, to the last touch of a sleeping one, to the end of the day. */
  private static long span(JourneyTrack track) {
    return track.end() - track.begin();
  }

  private Object entered(JourneyTrack track) {
    Map<String, Timestamp> entered = new LinkedHashMap<>();
    for (int stage = 0; stage < rules.stages().size(); stage++) {
      if (track.entered(stage) != JourneyTrack.NEVER) {
        entered.put(rules.stages().get(stage), at(track.entered(stage)));
      }
    }
    return map(entered);
  }

  /** A fact of the touch that entered each stage, by the stage's name. */
  private Object ofEntering(JourneyTrack track, Function<StageTouch, String> known) {
    Map<String, String> entering = new LinkedHashMap<>();
    for (int stage = 0; stage < rules.stages().size(); stage++) {
      String name = rules.stages().get(stage);
      track.enteredBy(stage).map(known).ifPresent(text -> entering.put(name, text));
    }
    return map(entering);
  }

  private static Timestamp at(long micros) {
    return Timestamp.from(JourneyTimes.instant(micros));
  }

  private static Object array(List<?> items) {
    return CollectionConverters.asScala(items).toSeq();
  }

  private static Object map(Map<String, ?> items) {
    return CollectionConverters.asScala(items);
  }
}
