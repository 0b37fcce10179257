package dev.dangol.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Timeline of one customer: all that happened to them by the as-of day, in order of the days. */
public final class CustomerTimeline {
  private final String customer;
  private final List<TimelineEvent> events = new ArrayList<>();
  private final List<TimelineEvent> purchases = new ArrayList<>();

  public CustomerTimeline(String customer) {
    this.customer = customer;
  }

  /** Adds the next event; events must come in ascending order of their days. */
  public void add(TimelineEvent event) {
    events.add(event);
    if (event.kind() == TimelineKind.PURCHASE) {
      purchases.add(event);
    }
  }

  String customer() {
    return customer;
  }

  /** The purchase days, in order. */
  List<TimelineEvent> purchases() {
    return purchases;
  }

  /** The first event for which the predicate holds. */
  Optional<TimelineEvent> first(Predicate<TimelineEvent> which) {
    return events.stream().filter(which).findFirst();
  }

  /** The first day of a kind; the largest number there is where there is none. */
  int firstDay(TimelineKind kind) {
    return first(event -> event.kind() == kind).map(TimelineEvent::day).orElse(Integer.MAX_VALUE);
  }

  /** Events after a day and up to another one. */
  Stream<TimelineEvent> between(int after, int until) {
    return events.stream().filter(event -> event.day() > after && event.day() <= until);
  }

  /** True where they bought after a day and up to another one. */
  boolean boughtBetween(int after, int until) {
    return purchases.stream().anyMatch(event -> event.day() > after && event.day() <= until);
  }

  /** Net sales after a day and up to another one. */
  double salesBetween(int after, int until) {
    return between(after, until)
        .filter(
            event -> event.kind() == TimelineKind.PURCHASE || event.kind() == TimelineKind.CREDIT)
        .mapToDouble(TimelineEvent::amount)
        .sum();
  }
}
