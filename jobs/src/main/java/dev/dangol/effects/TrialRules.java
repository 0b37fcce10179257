package dev.dangol.effects;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Rules of the single comparisons. What happened is known at the landmark, so many days after the
 * start, and only what comes after the landmark is compared: nobody counts among the treated for
 * having stayed (Anderson, Cain and Gelber, "Analysis of survival by tumor response", Journal of
 * Clinical Oncology 1, 1983).
 *
 * <p>Where a comparison starts with a purchase, each purchase in turn is taken with a chance of one
 * half, by a fingerprint of the customer's id: a choice that knows nothing of what followed.
 *
 * @param landmarkDays days from the start to the landmark
 */
record TrialRules(int landmarkDays) {
  /** Minutes in the hour in which an answer counts as quick. */
  private static final double HOUR = 60;

  /** So many purchase days before the landmark, and more of them, are alike. */
  private static final long MOST_TIMES = 3;

  /** The rating from which a customer is content, 0 to 1. */
  private static final double CONTENT_FROM = 0.75;

  /**
   * Joined the programme since the purchase before; who had joined earlier has no part. Those alike
   * came back as often before the landmark, since who comes back can join then as well.
   */
  TrialRule joins() {
    return (customer, startBy) -> {
      int joined = customer.firstDay(TimelineKind.JOIN);
      List<TimelineEvent> bought = customer.purchases();
      return picked(customer, startBy)
          .filter(place -> place == 0 || joined > bought.get(place - 1).day())
          .boxed()
          .findFirst()
          .map(place -> bought.get(place).day())
          .map(day -> new TrialStart(day, joined <= day + landmarkDays, again(customer, day)));
    };
  }

  /** Took part in a way after a purchase; those alike came back before the landmark, or did not. */
  TrialRule takesPart(TimelineKind way) {
    return (customer, startBy) ->
        purchase(customer, startBy)
            .map(
                day -> {
                  boolean did = happened(customer, day, event -> event.kind() == way);
                  return new TrialStart(day, did, again(customer, day));
                });
  }

  /** Spoke with the service after a purchase, and got no promotion, against the reverse. */
  TrialRule servedNotPromoted() {
    return (customer, startBy) ->
        purchase(customer, startBy)
            .flatMap(
                day -> {
                  boolean served =
                      happened(
                          customer, day, event -> event.isCase() && !Double.isNaN(event.amount()));
                  boolean promoted =
                      happened(customer, day, event -> event.kind() == TimelineKind.PROMOTION);
                  return served == promoted
                      ? Optional.empty()
                      : Optional.of(new TrialStart(day, served, again(customer, day)));
                });
  }

  /** Came back by the landmark after a purchase. */
  TrialRule comesBack() {
    return (customer, startBy) ->
        purchase(customer, startBy)
            .map(day -> new TrialStart(day, customer.boughtBetween(day, day + landmarkDays), ""));
  }

  /** Gave a good rating in their first review. */
  TrialRule isContent() {
    return (customer, startBy) ->
        ofBuyer(customer, startBy, event -> event.kind() == TimelineKind.REVIEW)
            .map(review -> new TrialStart(review.day(), review.amount() >= CONTENT_FROM, ""));
  }

  /** Had their first case with a fault of the business resolved for good by the landmark. */
  TrialRule isRepaired() {
    return (customer, startBy) ->
        ofBuyer(customer, startBy, event -> event.kind() == TimelineKind.FAULT_CASE)
            .map(fault -> new TrialStart(fault.day(), fault.span() <= landmarkDays, fault.mark()));
  }

  /** Had their first case resolved for good by the landmark. */
  TrialRule isResolved() {
    return (customer, startBy) ->
        ofBuyer(customer, startBy, TimelineEvent::isCase)
            .map(first -> new TrialStart(first.day(), first.span() <= landmarkDays, first.mark()));
  }

  /**
   * Was heard: the business acted by the landmark on their first feedback of a kind. Those alike
   * were content with what they reviewed, or were not: whoever is not is heard more often.
   */
  TrialRule isHeard(TimelineKind feedback) {
    return (customer, startBy) ->
        ofBuyer(customer, startBy, event -> event.kind() == feedback)
            .map(
                said -> new TrialStart(said.day(), said.span() <= landmarkDays, contentment(said)));
  }

  private static String contentment(TimelineEvent feedback) {
    if (Double.isNaN(feedback.amount())) {
      return "";
    }
    return feedback.amount() >= CONTENT_FROM ? "content" : "not content";
  }

  /** Was answered within the hour in their first case, against later, but by the landmark. */
  TrialRule isAnsweredWithinTheHour() {
    return (customer, startBy) ->
        ofBuyer(customer, startBy, TimelineEvent::isCase)
            .filter(first -> first.amount() <= landmarkDays * 24 * HOUR)
            .map(first -> new TrialStart(first.day(), first.amount() <= HOUR, first.mark()));
  }

  /** The first such event, where it may start a comparison and a purchase came before it. */
  private static Optional<TimelineEvent> ofBuyer(
      CustomerTimeline customer, int startBy, Predicate<TimelineEvent> which) {
    return customer
        .first(which)
        .filter(event -> event.day() <= startBy)
        .filter(event -> customer.boughtBetween(Integer.MIN_VALUE, event.day() - 1));
  }

  private boolean happened(CustomerTimeline customer, int day, Predicate<TimelineEvent> which) {
    return customer.between(day - 1, day + landmarkDays).anyMatch(which);
  }

  private String again(CustomerTimeline customer, int day) {
    long times =
        customer
            .between(day, day + landmarkDays)
            .filter(event -> event.kind() == TimelineKind.PURCHASE)
            .count();
    return "again " + Math.min(times, MOST_TIMES);
  }

  private static Optional<Integer> purchase(CustomerTimeline customer, int startBy) {
    return picked(customer, startBy)
        .mapToObj(place -> customer.purchases().get(place).day())
        .findFirst();
  }

  /** The places of the purchases that were drawn and may start a comparison, in order. */
  private static IntStream picked(CustomerTimeline customer, int startBy) {
    int seed = customer.customer().hashCode();
    return IntStream.range(0, customer.purchases().size())
        .filter(place -> customer.purchases().get(place).day() <= startBy && drawn(seed, place));
  }

  /** One bit of a mixed number (the finaliser of MurmurHash3). */
  private static boolean drawn(int seed, int place) {
    int mixed = seed + place * 0x9e3779b9;
    mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return ((mixed ^ (mixed >>> 16)) & 1) == 0;
  }
}
