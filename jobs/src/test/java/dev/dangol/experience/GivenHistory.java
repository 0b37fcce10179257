package dev.dangol.experience;

import dev.dangol.experience.ExperienceEvent.EventMoment;
import dev.dangol.experience.ExperienceEvent.EventSubject;
import dev.dangol.experience.ExperienceRules.DayEnd;
import dev.dangol.experience.ExperienceRules.RatingRules;
import dev.dangol.table.AsOf;
import dev.dangol.testing.TestDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A customer's history written inline, by days since 1970; the as-of day is the thousandth. */
final class GivenHistory {
  static final AsOf DAY = TestDay.of("1972-09-27"); // The thousandth day.
  static final int AS_OF = 1_000;
  static final long MICROS = ExperienceRules.MICROS_PER_DAY;
  static final DayEnd END = new DayEnd(AS_OF, (AS_OF + 1) * MICROS);
  static final ExperienceRules RULES = rules(false);

  final String customer;
  final List<ExperienceEvent> events = new ArrayList<>();

  GivenHistory(String customer) {
    this.customer = customer;
    add(ExperienceKind.GROUP, -1, subject(null, null, null, "everyone:all"), Double.NaN);
  }

  static ExperienceRules rules(boolean verifiedOnly) {
    return new ExperienceRules(
        List.of(30, 90),
        END,
        new RatingRules(1, 5, verifiedOnly),
        new KnownColumns(
            Set.of(
                "purchases",
                "purchases.category",
                "purchases.product_id",
                "purchases.promotion_id",
                "reviews",
                "reviews.product_id",
                "reviews.helpful_votes",
                "reviews.text",
                "reviews.acted_on_at",
                "engagement",
                "engagement.customer_id",
                "engagement.product_id",
                "engagement.category",
                "support",
                "support.resolved_at")));
  }

  private static EventSubject subject(String order, String product, String category, String mark) {
    return new EventSubject(null, order, product, category, mark);
  }

  private GivenHistory add(ExperienceKind kind, double day, EventSubject about, double figure) {
    return add(kind, day, about, new double[] {figure, 0, Double.NaN});
  }

  private GivenHistory add(ExperienceKind kind, double day, EventSubject about, double[] figures) {
    long micros = day < 0 ? Long.MIN_VALUE : Math.round(day * MICROS);
    events.add(
        new ExperienceEvent(
            kind,
            new EventMoment(micros, (int) Math.floor(day)),
            about,
            figures[0],
            figures[1],
            figures[2]));
    return this;
  }

  GivenHistory group(String name) {
    return add(ExperienceKind.GROUP, -1, subject(null, null, null, name), Double.NaN);
  }

  GivenHistory theme(String source, String theme, double ratings, double texts) {
    return add(
        ExperienceKind.THEME,
        -1,
        subject(null, null, source, theme),
        new double[] {ratings, texts, Double.NaN});
  }

  GivenHistory buys(double day, String product, String category, double amount) {
    return buys(day, product, category, new GivenLine(amount, null));
  }

  /** A line: what it cost, and its promotion, or null. */
  record GivenLine(double amount, String promotion) {}

  GivenHistory buys(double day, String product, String category, GivenLine line) {
    return add(
        ExperienceKind.PURCHASE,
        day,
        subject("o" + day, product, category, line.promotion()),
        new double[] {line.amount(), 1, Double.NaN});
  }

  GivenHistory returns(double day, double ordered, String product, double amount) {
    return add(
        ExperienceKind.REFUND,
        day,
        subject("o" + ordered, product, "tea", null),
        new double[] {amount, -1, Double.NaN});
  }

  GivenHistory rates(double day, String product, double rating, double votes) {
    return add(
        ExperienceKind.REVIEW,
        day,
        new EventSubject(customer + day, null, product, null, null),
        new double[] {rating, votes, day % 2 == 0 ? 3 : Double.NaN});
  }

  GivenHistory does(ExperienceKind kind, double day, String product, String category) {
    return add(kind, day, subject(null, product, category, null), Double.NaN);
  }

  GivenHistory clicks(double day, String campaign) {
    return add(ExperienceKind.CLICK, day, subject(null, null, null, campaign), Double.NaN);
  }

  GivenHistory asks(double day, String channel, String theme, double resolvedDays) {
    return add(
        ExperienceKind.CASE,
        day,
        new EventSubject(customer + day, null, null, theme, channel),
        resolvedDays);
  }

  /** The history in order of time. */
  ExperienceHistory history() {
    ExperienceHistory history = new ExperienceHistory(customer);
    events.stream().sorted(Comparator.comparingLong(ExperienceEvent::micros)).forEach(history::add);
    return history;
  }

  /** The sums of a measure over customers. */
  static FactSums sums(CustomerMeasure measure, List<GivenHistory> customers) {
    FactSheet sheet = new FactSheet();
    customers.forEach(customer -> measure.add(customer.history(), sheet));
    return FactSums.of(sheet);
  }
}
