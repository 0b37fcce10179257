package dev.dangol.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Where one customer asked for help: over late deliveries, refunds and faults if he is one who
 * speaks up, and now and then with a question. Silent leavers say nothing when they go.
 */
final class Cases {
  private static final double QUESTION_SHARE = 0.04;
  private static final double UNJUDGED_SHARE = 0.1;
  private static final double UNSOLVED_SHARE = 0.06;
  private static final double REOPENED_AFTER_FAULT = 0.14;
  private static final double REOPENED_SHARE = 0.04;
  private static final long WON_PER_MINUTE = 400;
  private static final int MINUTES_PER_DAY = 24 * 60;
  private static final List<Desk.Way> WAYS =
      List.of(Desk.Way.CHAT, Desk.Way.KAKAO, Desk.Way.KAKAO, Desk.Way.MAIL, Desk.Way.PHONE);

  private final Shopper shopper;
  private final Draws draws;
  private final History history;
  private final List<Sale> sales;
  private final double voice;
  private final List<Row> rows = new ArrayList<>();

  Cases(Shop shop, Shopper shopper) {
    this.shopper = shopper;
    this.draws = shop.draws(shopper.number(), Draws.Purpose.SUPPORT);
    this.history = History.of(shop, shopper);
    this.sales = Sale.of(shop, shopper, history);
    this.voice = 0.15 + 0.8 * shopper.traits().reviewShare();
  }

  /** His cases, as rows of the desk's file. */
  List<Row> cases() {
    if (shopper.bought() && draws.chance(QUESTION_SHARE)) {
      double day = draws.between(shopper.signedUp(), shopper.firstOrder());
      ask(Desk.Theme.ACCOUNT, shopper.at(day));
    }
    history.orders().forEach(this::about);
    for (Sale sale : sales) {
      if (sale.returned().isPresent() && draws.chance(voice)) {
        int before = draws.whole(60, 3 * MINUTES_PER_DAY);
        ask(Desk.Theme.REFUND, sale.returned().get().minusMinutes(before));
      }
    }
    return rows;
  }

  private void about(Order order) {
    Traits traits = shopper.traits();
    Optional<Delivery> late = order.delivery().filter(Delivery::late);
    if (late.isPresent() && draws.chance(voice)) {
      LocalDateTime morning = late.get().promised().plusDays(1).atTime(8, 0);
      ask(Desk.Theme.DELIVERY, morning.plusMinutes(draws.whole(0, 14 * 60)));
    }
    if (draws.chance(0.5 * traits.frankness() + 0.03 * traits.discontent())) {
      int days = draws.whole(2, 20);
      ask(Desk.Theme.DEFECT, order.at().plusDays(days).plusMinutes(draws.whole(0, 120)));
    }
    if (draws.chance(QUESTION_SHARE)) {
      ask(Desk.Theme.QUESTION, order.at().plusMinutes(draws.whole(5, 6 * MINUTES_PER_DAY)));
    }
  }

  private void ask(Desk.Theme theme, LocalDateTime at) {
    Desk.Way way = draws.one(WAYS);
    LocalDateTime opened = way == Desk.Way.PHONE ? Desk.staffed(at) : at;
    if (Period.covers(opened) && !isSilent(opened)) {
      rows.add(row(theme, way, opened));
    }
  }

  private boolean isSilent(LocalDateTime at) {
    boolean left = shopper.kind() == ShopperKind.SILENT_LEAVER && history.end() < Period.DAYS;
    return left && !at.isBefore(history.orders().get(history.orders().size() - 1).at());
  }

  private Row row(Desk.Theme theme, Desk.Way way, LocalDateTime opened) {
    boolean fault = draws.chance(theme.fault);
    boolean judged = !draws.chance(UNJUDGED_SHARE);
    double minutes = draws.gamma(2, theme.minutes);
    Course course = new Course(way, opened);
    Optional<LocalDateTime> reopened = course.reopened(fault);
    return RowFactory.create(
        "H" + shopper.code() + "-" + (rows.size() + 1),
        RowFactory.create(shopper.id(), way.name().toLowerCase(Locale.ROOT)),
        theme.label,
        RowFactory.create(
            Period.iso(opened), iso(course.replied), iso(course.solved), iso(reopened)),
        Math.max(30, Math.round(60 * minutes)),
        Math.max(1, Math.round(minutes)) * WON_PER_MINUTE,
        judged ? (fault ? "Y" : "N") : null);
  }

  private static String iso(Optional<LocalDateTime> at) {
    return at.map(Period::iso).orElse(null);
  }

  /** How a case goes on: moments after the end of the period are not known yet. */
  private final class Course {
    private final Optional<LocalDateTime> replied;
    private final Optional<LocalDateTime> solved;

    Course(Desk.Way way, LocalDateTime opened) {
      boolean forgotten = draws.chance(way.forgotten);
      boolean unsolved = draws.chance(UNSOLVED_SHARE);
      LocalDateTime reply = Desk.staffed(later(Desk.staffed(opened), way.minutes));
      LocalDateTime end = Desk.staffed(later(reply, way == Desk.Way.PHONE ? 10 : 600));
      this.replied = Optional.of(reply).filter(at -> !forgotten && Period.covers(at));
      this.solved = replied.map(at -> end).filter(at -> !unsolved && Period.covers(at));
    }

    Optional<LocalDateTime> reopened(boolean fault) {
      boolean again = draws.chance(fault ? REOPENED_AFTER_FAULT : REOPENED_SHARE);
      double minutes = draws.exponential(2 * MINUTES_PER_DAY);
      return solved
          .map(at -> at.plusMinutes(1 + Math.round(minutes)))
          .filter(at -> again && Period.covers(at));
    }

    private LocalDateTime later(LocalDateTime than, double minutes) {
      return than.plusMinutes(1 + Math.round(draws.exponential(minutes)));
    }
  }
}
