package dev.dangol.journey;

import dev.dangol.journey.CostLedger.CostSum;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Journeys of a person to one goal. Touches come in order of time, those of one instant in the
 * order of their stages; orders are known beforehand.
 */
final class GoalTracks {
  private final JourneyRules rules;
  private final GoalRule goal;
  private final Deque<OrderDecision> decisions;
  private final List<JourneyTrack> tracks = new ArrayList<>();
  private final CostLedger loose = new CostLedger();
  private JourneyTrack running;
  private JourneyTrack decided;
  private long noted = JourneyTrack.NEVER;
  private long drivers;

  GoalTracks(JourneyRules rules, GoalRule goal, List<OrderDecision> orders) {
    this.rules = rules;
    this.goal = goal;
    this.decisions = new ArrayDeque<>(orders);
  }

  /** An event that is a decision, at the moment that is followed or later. */
  void decide(OrderDecision event) {
    decisions.addLast(event);
  }

  /** Notes that the person met drivers, before the touches of the same instant. */
  void note(long at, long bits) {
    drivers = at == noted ? drivers | bits : bits;
    noted = at;
    if (running != null) {
      running.see(bits);
    }
  }

  /** Follows a touch. */
  void touch(StageTouch touch) {
    settle(touch.at() - 1);
    boolean rests = decided != null && touch.at() - decided.end() <= rules.times().rest();
    if (rests && touch.at() > decided.end()) {
      evaluate(touch);
    } else if (touch.stage() == rules.evaluation()) {
      settle(touch.at());
      evaluate(touch);
    } else {
      continued(touch.at()).touch(touch);
      place(running, touch.stage(), touch);
    }
  }

  /** Follows the decisions that are left, and the silence until the end of the day. */
  void finish() {
    settle(Long.MAX_VALUE);
    if (running != null && isSilent(rules.times().end())) {
      running.sleep();
    }
  }

  /** The journey in whose time a moment falls; null where there is none. */
  JourneyTrack at(long moment) {
    int low = 0;
    int high = tracks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tracks.get(middle).begin() <= moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    JourneyTrack found = null;
    for (int i = low - 1; i >= 0 && tracks.get(i).contains(moment); i--) {
      found = tracks.get(i);
    }
    return found;
  }

  /**
   * The journey in whose time a moment falls or, after the last touch of a sleeping one, which it
   * follows before the sleep: what stops a person comes after their last touch. Null for none.
   */
  JourneyTrack near(long moment) {
    JourneyTrack found = at(moment);
    return found != null
        ? found
        : tracks.stream()
            .filter(track -> track.begin() <= moment)
            .reduce((earlier, later) -> later)
            .filter(track -> track.state() == TrackState.ASLEEP)
            .filter(track -> moment - track.last() <= rules.times().sleep())
            .orElse(null);
  }

  /** Adds a cost to the journey in whose time it falls, or to what belongs to none. */
  void spend(CostPart part, String channel, long moment, long amount) {
    JourneyTrack track = at(moment);
    int stage = track == null ? TraceItem.NO_STAGE : track.stageAt(moment);
    ledger(track).add(new CostKey(part, 0, stage, channel, null), new CostSum(0, amount));
  }

  GoalRule goal() {
    return goal;
  }

  List<JourneyTrack> tracks() {
    return tracks;
  }

  /** Touches and costs that belong to no journey of the goal. */
  CostLedger loose() {
    return loose;
  }

  private void evaluate(StageTouch touch) {
    if (decided != null) {
      decided.evaluate(touch);
    }
    place(decided, rules.evaluation(), touch);
  }

  private JourneyTrack continued(long at) {
    if (running != null && isSilent(at)) {
      running.sleep();
      running = null;
    }
    if (running == null) {
      running = begun(at);
      running.see(at == noted ? drivers : 0);
    }
    return running;
  }

  private void settle(long until) {
    while (!decisions.isEmpty() && decisions.peekFirst().at() <= until) {
      OrderDecision next = decisions.removeFirst();
      if (running != null && isSilent(next.at())) {
        running.sleep();
        running = null;
      }
      JourneyTrack ended = running == null ? begun(next.at()) : running;
      ended.decide(next);
      decided = ended;
      running = null;
    }
  }

  private boolean isSilent(long at) {
    return at - running.last() > rules.times().sleep();
  }

  private JourneyTrack begun(long at) {
    JourneyTrack track = new JourneyTrack(rules, tracks.size() + 1, at);
    tracks.add(track);
    return track;
  }

  private void place(JourneyTrack track, int stage, StageTouch touch) {
    CostLedger ledger = ledger(track);
    ledger.add(touch.costKey(stage), new CostSum(1, touch.item().amount()));
    MessageTrace message = touch.message();
    if (message != null && message.place(goal.place())) {
      ledger.add(
          new CostKey(CostPart.MESSAGE, 0, stage, message.channel(), null),
          new CostSum(0, message.cost()));
    }
  }

  private CostLedger ledger(JourneyTrack track) {
    return track == null ? loose : track.costs();
  }
}
