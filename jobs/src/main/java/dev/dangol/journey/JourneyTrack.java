package dev.dangol.journey;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Journey of a person to a goal, while it is followed from touch to touch. */
final class JourneyTrack {
  /** The moment of what has not happened. */
  static final long NEVER = Long.MIN_VALUE;

  private final JourneyRules rules;
  private final int number;
  private final long begin;
  private final long[] entered;
  private final long[] seenAtEntry;
  private final StageTouch[] enteredBy;
  private final CostLedger costs = new CostLedger();
  private final Map<String, Boolean> errors = new TreeMap<>();
  private int furthest = TraceItem.NO_STAGE;
  private long last;
  private long touches;
  private long evaluationTouches;
  private long backSteps;
  private boolean touchedDecision;
  private long seen;
  private boolean asleep;
  private StageTouch first;
  private OrderDecision decision;

  /**
   * A journey without touches so far.
   *
   * @param number from 1 per person and goal
   * @param begin the moment of its first touch, or of its decision where there is none
   */
  JourneyTrack(JourneyRules rules, int number, long begin) {
    this.rules = rules;
    this.number = number;
    this.begin = begin;
    this.last = begin;
    this.entered = new long[rules.stages().size()];
    this.seenAtEntry = new long[rules.stages().size()];
    this.enteredBy = new StageTouch[rules.stages().size()];
    Arrays.fill(entered, NEVER);
  }

  /** Follows a touch of a stage before the last one. */
  void touch(StageTouch touch) {
    if (first == null) {
      first = touch;
    }
    touches++;
    last = touch.at();
    touchedDecision |= touch.stage() == rules.decision();
    backSteps += touch.stage() < furthest ? 1 : 0;
    enter(touch.stage(), touch.at(), touch);
  }

  /** Follows a touch after the decision. */
  void evaluate(StageTouch touch) {
    evaluationTouches++;
    enter(rules.evaluation(), touch.at(), touch);
  }

  /** Ends it with a decision. */
  void decide(OrderDecision how) {
    decision = how;
    enter(rules.decision(), how.at(), null);
  }

  void sleep() {
    asleep = true;
  }

  /** Notes drivers that the person met on it. */
  void see(long drivers) {
    seen |= drivers;
  }

  /** Notes an error that the person met on it; the last one of a kind counts. */
  void meet(String error, boolean repaired) {
    errors.put(error, repaired);
  }

  private void enter(int stage, long at, StageTouch touch) {
    if (stage > furthest) {
      entered[stage] = at;
      enteredBy[stage] = touch;
      seenAtEntry[stage] = seen;
      furthest = stage;
    }
  }

  /** The furthest stage that it had entered by a moment within its time. */
  int stageAt(long moment) {
    int stage = TraceItem.NO_STAGE;
    for (int i = 0; i < entered.length; i++) {
      stage = entered[i] != NEVER && entered[i] <= moment ? i : stage;
    }
    return stage;
  }

  /** True where a moment falls into its time, from begin to end, both included. */
  boolean contains(long moment) {
    return begin <= moment && moment <= end();
  }

  /** Its decision, the last touch of a sleeping one, the end of the day of an open one. */
  long end() {
    return decision != null ? decision.at() : asleep ? last : rules.times().end();
  }

  TrackState state() {
    return decision != null ? TrackState.DECIDED : asleep ? TrackState.ASLEEP : TrackState.OPEN;
  }

  int number() {
    return number;
  }

  long begin() {
    return begin;
  }

  long last() {
    return last;
  }

  long entered(int stage) {
    return entered[stage];
  }

  long seenAtEntry(int stage) {
    return seenAtEntry[stage];
  }

  /** The touch that entered a stage; empty where none did. */
  Optional<StageTouch> enteredBy(int stage) {
    return Optional.ofNullable(enteredBy[stage]);
  }

  int furthest() {
    return furthest;
  }

  long touches() {
    return touches;
  }

  long evaluationTouches() {
    return evaluationTouches;
  }

  long backSteps() {
    return backSteps;
  }

  boolean touchedDecision() {
    return touchedDecision;
  }

  /** The first touch; null where there is none. */
  StageTouch first() {
    return first;
  }

  /** The decision; null where there is none. */
  OrderDecision decision() {
    return decision;
  }

  CostLedger costs() {
    return costs;
  }

  Map<String, Boolean> errors() {
    return errors;
  }
}
