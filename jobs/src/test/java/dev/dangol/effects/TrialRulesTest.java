package dev.dangol.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialRulesTest {
  private static final TrialRules RULES = new TrialRules(30);
  private static final int LATE = 10_000;

  @Test
  void only_a_case_resolved_for_good_by_the_landmark_repairs_a_failure() {
    assertThat(treated(RULES.isRepaired(), buyer("a", fault(50, 30)))).contains(true);
    assertThat(treated(RULES.isRepaired(), buyer("b", fault(50, 30.01)))).contains(false);
    assertThat(treated(RULES.isRepaired(), buyer("c", fault(50, Double.NaN)))).contains(false);
    CustomerTimeline refunded = buyer("d", fault(50, Double.NaN));
    refunded.add(TimelineEvent.of(TimelineKind.CREDIT, 51, -10));
    refunded.add(TimelineEvent.of(TimelineKind.REVIEW, 52, 1));
    assertThat(treated(RULES.isRepaired(), refunded))
        .as("a refund and a good rating repair nothing")
        .contains(false);
    CustomerTimeline other = buyer("e", new TimelineEvent(TimelineKind.CASE, 50, 5, 1, ""));
    assertThat(treated(RULES.isRepaired(), other)).as("no failure").isEmpty();
  }

  @Test
  void any_first_case_counts_where_it_is_asked_what_follows_resolving_it() {
    CustomerTimeline soon = buyer("a", new TimelineEvent(TimelineKind.CASE, 50, 5, 30, "mail"));
    CustomerTimeline late = buyer("b", fault(50, 30.1));
    late.add(fault(60, 1));
    assertThat(treated(RULES.isResolved(), soon)).contains(true);
    assertThat(treated(RULES.isResolved(), late)).as("the first case").contains(false);
    assertThat(treated(RULES.isResolved(), buyer("c", fault(50, Double.NaN)))).contains(false);
    assertThat(RULES.isResolved().start(soon, LATE).map(TrialStart::mark)).contains("mail");
  }

  @Test
  void who_was_heard_by_the_landmark_is_compared_with_who_was_not() {
    CustomerTimeline heard = buyer("a", new TimelineEvent(TimelineKind.REVIEW, 50, 1, 30, ""));
    CustomerTimeline never =
        buyer("b", new TimelineEvent(TimelineKind.REVIEW, 50, 1, Double.NaN, ""));
    assertThat(treated(RULES.isHeard(TimelineKind.REVIEW), heard)).contains(true);
    assertThat(treated(RULES.isHeard(TimelineKind.REVIEW), never)).contains(false);
    assertThat(treated(RULES.isHeard(TimelineKind.ANSWER), heard)).isEmpty();
  }

  @Test
  void who_was_heard_is_compared_with_others_as_content_with_what_they_reviewed() {
    TrialRule heard = RULES.isHeard(TimelineKind.REVIEW);
    assertThat(heard.start(buyer("a", rating(0.75)), LATE).orElseThrow().mark())
        .isEqualTo(heard.start(buyer("b", rating(1)), LATE).orElseThrow().mark())
        .isNotEqualTo(heard.start(buyer("c", rating(0.5)), LATE).orElseThrow().mark());
  }

  private static TimelineEvent rating(double rating) {
    return TimelineEvent.of(TimelineKind.REVIEW, 50, rating);
  }

  @Test
  void who_had_bought_nothing_before_has_no_part() {
    CustomerTimeline new1 = new CustomerTimeline("n");
    new1.add(fault(50, 1));
    new1.add(TimelineEvent.of(TimelineKind.PURCHASE, 50, 10));
    assertThat(RULES.isRepaired().start(new1, LATE)).isEmpty();
  }

  @Test
  void the_span_must_be_over() {
    CustomerTimeline customer = buyer("a", fault(50, 1));
    assertThat(RULES.isRepaired().start(customer, 50)).isPresent();
    assertThat(RULES.isRepaired().start(customer, 49)).isEmpty();
  }

  @Test
  void an_answer_after_exactly_one_hour_is_within_it_and_one_after_the_landmark_is_none() {
    assertThat(treated(RULES.isAnsweredWithinTheHour(), buyer("a", answered(60)))).contains(true);
    assertThat(treated(RULES.isAnsweredWithinTheHour(), buyer("b", answered(60.1))))
        .contains(false);
    assertThat(treated(RULES.isAnsweredWithinTheHour(), buyer("c", answered(Double.NaN))))
        .isEmpty();
    assertThat(treated(RULES.isAnsweredWithinTheHour(), buyer("d", answered(30 * 1440 + 1))))
        .isEmpty();
  }

  @Test
  void members_are_compared_from_the_purchase_after_which_they_joined() {
    for (int number = 0; number < 100; number++) {
      CustomerTimeline customer = new CustomerTimeline("m" + number);
      customer.add(TimelineEvent.of(TimelineKind.PURCHASE, 10, 5));
      customer.add(TimelineEvent.of(TimelineKind.PURCHASE, 100, 5));
      customer.add(TimelineEvent.of(TimelineKind.JOIN, 120, Double.NaN));
      customer.add(TimelineEvent.of(TimelineKind.PURCHASE, 300, 5));
      customer.add(TimelineEvent.of(TimelineKind.PURCHASE, 400, 5));
      RULES
          .joins()
          .start(customer, LATE)
          .ifPresent(
              start -> {
                assertThat(start.day()).as("not a member before").isNotEqualTo(400);
                assertThat(start.treated()).isEqualTo(start.day() >= 100);
              });
    }
  }

  @Test
  void a_purchase_is_drawn_without_looking_at_later_ones() {
    for (int number = 0; number < 200; number++) {
      CustomerTimeline some = new CustomerTimeline("c" + number);
      CustomerTimeline more = new CustomerTimeline("c" + number);
      for (int day = 10; day <= 50; day += 10) {
        some.add(TimelineEvent.of(TimelineKind.PURCHASE, day, 5));
        more.add(TimelineEvent.of(TimelineKind.PURCHASE, day, 5));
      }
      more.add(TimelineEvent.of(TimelineKind.PURCHASE, 60, 5));
      Optional<Integer> start = RULES.comesBack().start(some, LATE).map(TrialStart::day);
      if (start.isPresent()) {
        assertThat(RULES.comesBack().start(more, LATE).map(TrialStart::day)).isEqualTo(start);
      }
    }
  }

  private static Optional<Boolean> treated(TrialRule rule, CustomerTimeline customer) {
    return rule.start(customer, LATE).map(TrialStart::treated);
  }

  private static CustomerTimeline buyer(String id, TimelineEvent event) {
    CustomerTimeline customer = new CustomerTimeline(id);
    customer.add(TimelineEvent.of(TimelineKind.PURCHASE, 10, 5));
    customer.add(event);
    return customer;
  }

  private static TimelineEvent fault(int day, double span) {
    return new TimelineEvent(TimelineKind.FAULT_CASE, day, 5, span, "");
  }

  private static TimelineEvent answered(double minutes) {
    return new TimelineEvent(TimelineKind.CASE, 50, minutes, Double.NaN, "");
  }
}
