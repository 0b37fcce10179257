package dev.dangol.sample.people;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Engagement events of one customer, besides orders. They look around before each order, answer or
 * pass over what the shop sends, and at last may unsubscribe.
 */
public final class EngagementTrail {
  private static final double ANONYMOUS_BEFORE = 0.4;
  private static final double ANONYMOUS_LATER = 0.03;
  private static final double DAYS_PER_MONTH = 30.4;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final List<String> BROWSING =
      List.of("VIEW", "VIEW", "VIEW", "VIEW", "SEARCH", "SEARCH", "COMPARE", "CART");
  private static final List<String> ANSWERING = List.of("CLICK", "CLICK", "REPLY", "COMMENT");
  private static final List<String> PASSING =
      List.of("OPEN", "OPEN", "OPEN", "OPEN", "OPEN", "VIEW", "VIEW", "HELP", "ERROR");

  private static final List<String> HELP_PAGES =
      Stream.of(ServiceDesk.CaseTheme.values()).map(theme -> theme.label).toList();

  private final ShopPopulation shop;
  private final SampleShopper shopper;
  private final SeededDraws draws;
  private final String code;
  private final List<Row> events = new ArrayList<>();

  public EngagementTrail(ShopPopulation shop, SampleShopper shopper) {
    this.shop = shop;
    this.shopper = shopper;
    this.draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.ENGAGEMENT);
    this.code = shopper.code();
  }

  /** Their events, as rows of the engagement file. */
  public List<Row> events() {
    ShopperOrders history = ShopperOrders.of(shop, shopper);
    history.orders().forEach(this::beforeOrder);
    contacts(history.end());
    ChannelConsent.of(shop, shopper).stream()
        .filter(consent -> consent.channel() == ChannelConsent.ConsentChannel.EMAIL)
        .forEach(consent -> consent.withdrawn().ifPresent(day -> contact(day, "UNSUBSCRIBE")));
    PlannedJourney.of(shop, shopper).steps().stream()
        .filter(step -> step.day() >= 0 && step.day() < SamplePeriod.DAYS)
        .forEach(this::planned);
    return events;
  }

  private void beforeOrder(ShopOrder order) {
    ShopperPresence presence = shopper.behaviour().presence();
    int views = draws.poisson(presence.viewsPerOrder());
    for (int view = 0; view < views; view++) {
      double before = draws.exponential(presence.decisionDays() / 4);
      double day = Math.max(shopper.signedUp(), order.day() - before);
      visit(day, draws.one(BROWSING), order, draws.one(order.lines()).product());
    }
    if (order.place() != ShopOrder.ShopPlace.STORE) {
      visit(order.day(), "CHECKOUT", order, order.lines().get(0).product());
    }
  }

  private void contacts(double end) {
    double months = Math.max(0, end - shopper.signedUp()) / DAYS_PER_MONTH;
    int contacts = draws.poisson(shopper.behaviour().presence().contactsPerMonth() * months);
    for (int contact = 0; contact < contacts; contact++) {
      contact(draws.between(shopper.signedUp(), end), action());
    }
  }

  private String action() {
    ShopperTraits traits = shopper.traits();
    if (!draws.chance(traits.warmth())) {
      return draws.one(PASSING);
    }
    return draws.chance(0.1 + 0.4 * traits.referralPull()) ? "SHARE" : draws.one(ANSWERING);
  }

  private void contact(double day, String action) {
    LocalDateTime at = shopper.at(day);
    boolean helps = action.equals("HELP");
    String theme = HELP_PAGES.get(events.size() % HELP_PAGES.size());
    String campaign = "NEWS-" + at.minusMonths(1).format(MONTH);
    events.add(
        RowFactory.create(
            id(),
            SamplePeriod.millis(at),
            action,
            member(day),
            device(),
            null,
            "MAIL",
            null,
            helps ? theme : null,
            helps ? null : campaign));
  }

  /** A step of what is planted, which draws nothing. */
  private void planned(PlannedJourney.PlannedStep step) {
    events.add(
        RowFactory.create(
            id(),
            SamplePeriod.millis(shopper.at(step.day())),
            step.action(),
            step.day() >= shopper.firstOrder() ? shopper.id() : null,
            device(),
            null,
            step.place(),
            null,
            step.about().orElse(null),
            null));
  }

  private void visit(double day, String action, ShopOrder order, ShopProduct product) {
    String place = draws.chance(0.6) ? "APP" : "WEB";
    events.add(
        RowFactory.create(
            id(),
            SamplePeriod.millis(shopper.at(day)),
            action,
            member(day),
            device(),
            "S" + order.id(),
            place,
            product.sku(),
            product.category().label,
            null));
  }

  private String id() {
    return "E" + code + "-" + (events.size() + 1);
  }

  /** No customer is known before their first log-in, and some forget to log in later. */
  private String member(double day) {
    boolean known = day >= shopper.firstOrder();
    return draws.chance(known ? ANONYMOUS_LATER : ANONYMOUS_BEFORE) ? null : shopper.id();
  }

  private String device() {
    return "D" + code;
  }
}
