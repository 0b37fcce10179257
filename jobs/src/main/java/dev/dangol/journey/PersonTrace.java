package dev.dangol.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Trace of one person, followed into journeys to every goal. Rows come sorted: first those that are
 * given first, then the others in order of time; rows of one instant in any order.
 */
public final class PersonTrace {
  private final JourneyRules rules;
  private final MessageLog messages;
  private final OrderBook orders = new OrderBook();
  private final ReferralTrace referrals = new ReferralTrace();
  private final List<TraceItem> cases = new ArrayList<>();
  private final List<TraceItem> errors = new ArrayList<>();
  private final List<TraceItem> repeated = new ArrayList<>();
  private List<GoalTracks> goals;
  private Optional<Long> referredAt = Optional.empty();
  private TouchBatch batch;
  private long instant;

  public PersonTrace(JourneyRules rules) {
    this.rules = rules;
    this.messages = new MessageLog(rules.times().machine());
  }

  /** Follows the next row. */
  public void add(TraceItem item) {
    if (item.kind().isGivenFirst()) {
      takeUp(item);
      return;
    }
    if (batch != null && item.at() != instant) {
      followBatch();
    }
    if (batch == null) {
      batch = new TouchBatch();
      instant = item.at();
    }
    batch.add(item);
  }

  /** The journeys to each goal, in the order of the goals; no row may follow. */
  List<GoalTracks> finish() {
    if (batch != null) {
      followBatch();
    }
    for (GoalTracks tracks : goals()) {
      tracks.finish();
      messages.messages().stream()
          .filter(message -> message.place(tracks.goal().place()))
          .forEach(
              message ->
                  tracks.spend(CostPart.MESSAGE, message.channel(), message.at(), message.cost()));
      cases.forEach(one -> tracks.spend(CostPart.CASE, one.channel(), one.at(), one.amount()));
      repeated.forEach(one -> tracks.spend(CostPart.TOUCH, one.channel(), one.at(), one.amount()));
      errors.forEach(error -> meet(tracks, error));
    }
    return goals();
  }

  /** The moment of the referral that brought the person; empty for none without a flag. */
  Optional<Long> referredAt() {
    return referredAt;
  }

  private void takeUp(TraceItem item) {
    switch (item.kind()) {
      case LINE -> orders.add(item);
      case REFERRAL, RING -> referrals.add(item);
      case SENT -> messages.add(item);
      default -> cases.add(item);
    }
  }

  private List<GoalTracks> goals() {
    if (goals == null) {
      messages.close();
      orders.close();
      referredAt = referrals.at(orders.firstAt());
      goals =
          rules.goals().stream()
              .map(goal -> new GoalTracks(rules, goal, orders.decisions(goal)))
              .toList();
    }
    return goals;
  }

  private void followBatch() {
    List<GoalTracks> followed = goals();
    List<StageTouch> touches = new ArrayList<>();
    for (TraceItem item : batch.rows()) {
      note(item);
      touch(item).ifPresent(touches::add);
    }
    touches.sort(StageTouch.IN_STAGES);
    touches.forEach(touch -> followed.forEach(tracks -> tracks.touch(touch)));
    batch = null;
  }

  /** Takes up what a row is besides a touch: a driver, a decision, an error, a cost of its own. */
  private void note(TraceItem item) {
    long referral =
        referredAt.filter(at -> at <= item.at()).isPresent() ? rules.bit(JourneyRules.REFERRAL) : 0;
    for (GoalTracks tracks : goals()) {
      tracks.note(item.at(), item.drivers() | referral);
      if (item.kind() == TraceKind.EVENT && tracks.goal().isServedBy(item.bits())) {
        tracks.decide(new OrderDecision(item.at(), item.key(), 0, null));
      }
    }
    if (item.kind() == TraceKind.EVENT && TraceItem.ERROR.equals(item.name())) {
      errors.add(item);
    }
  }

  /** The row as a touch; empty where no stage names it, or a machine made it. */
  private Optional<StageTouch> touch(TraceItem item) {
    Optional<MessageTrace> message = messages.answered(item);
    boolean counts =
        message.map(answered -> messages.isFirstOfHuman(item, answered)).orElse(true)
            && (message.isPresent() || !item.kind().isResponse());
    if (counts && item.stage() != TraceItem.NO_STAGE) {
      return Optional.of(new StageTouch(item, message.orElse(null)));
    }
    if (item.amount() != 0) {
      spendApart(item, !counts && !messages.isMachine(item, message.orElseThrow()));
    }
    return Optional.empty();
  }

  /**
   * The cost of an event that is no touch: of a response repeated, where it falls; else nowhere.
   */
  private void spendApart(TraceItem item, boolean isRepeated) {
    if (isRepeated) {
      repeated.add(item);
      return;
    }
    CostKey none = new CostKey(CostPart.TOUCH, 0, TraceItem.NO_STAGE, item.channel(), null);
    goals().forEach(tracks -> tracks.loose().add(none, new CostLedger.CostSum(0, item.amount())));
  }

  private void meet(GoalTracks tracks, TraceItem error) {
    JourneyTrack track = tracks.near(error.at());
    if (track != null) {
      long until = error.at() + rules.times().repair();
      long limit = track.decision() == null ? until : Math.min(until, track.decision().at());
      boolean repaired =
          cases.stream()
              .filter(one -> one.until() != null && one.at() >= error.at())
              .anyMatch(one -> one.until() <= limit);
      track.meet(error.label(), repaired);
    }
  }

  /** The order in which rows of one person have to come. */
  public static Comparator<TraceItem> order() {
    return Comparator.comparing((TraceItem item) -> !item.kind().isGivenFirst())
        .thenComparingLong(TraceItem::at);
  }
}
