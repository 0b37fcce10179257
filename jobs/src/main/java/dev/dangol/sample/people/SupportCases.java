package dev.dangol.sample.people;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Support cases of one customer. Customers who speak up ask for help over late deliveries, refunds
 * and faults, and now and then with a question. Silent leavers say nothing when they go.
 */
public final class SupportCases {
  private static final double QUESTION_SHARE = 0.04;
  private static final double UNJUDGED_SHARE = 0.1;
  private static final double UNSOLVED_SHARE = 0.06;
  private static final double REOPENED_AFTER_FAULT = 0.14;
  private static final double REOPENED_SHARE = 0.04;
  private static final long WON_PER_MINUTE = 400;
  private static final int MINUTES_PER_DAY = 24 * 60;
  private static final List<ServiceDesk.DeskChannel> WAYS =
      List.of(
          ServiceDesk.DeskChannel.CHAT,
          ServiceDesk.DeskChannel.KAKAO,
          ServiceDesk.DeskChannel.KAKAO,
          ServiceDesk.DeskChannel.MAIL,
          ServiceDesk.DeskChannel.PHONE);

  private final SampleShopper shopper;
  private final SeededDraws draws;
  private final ShopperOrders history;
  private final List<LineSale> sales;
  private final double voice;
  private final List<Row> rows = new ArrayList<>();
  private final List<FaultCase> faults = new ArrayList<>();

  /**
   * Case in which the shop did wrong, and says so.
   *
   * @param solved when it was resolved; empty while it is not
   * @param reopened when it was opened again after that
   */
  record FaultCase(
      LocalDateTime opened, Optional<LocalDateTime> solved, Optional<LocalDateTime> reopened) {
    /** True where it was resolved within so many days, and not opened again in that time. */
    boolean isRepairedWithin(int days) {
      LocalDateTime until = opened.plusDays(days);
      return solved.filter(at -> !at.isAfter(until)).isPresent()
          && reopened.filter(at -> !at.isAfter(until)).isEmpty();
    }
  }

  public SupportCases(ShopPopulation shop, SampleShopper shopper) {
    this.shopper = shopper;
    this.draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.SUPPORT);
    this.history = ShopperOrders.of(shop, shopper);
    this.sales = LineSale.of(shop, shopper, history);
    this.voice = 0.15 + 0.8 * shopper.traits().reviewShare();
  }

  /** The moment of a question before the first order, in days; empty where there is none. */
  static Optional<Double> questionBeforeOrder(ShopPopulation shop, SampleShopper shopper) {
    SeededDraws same = shop.draws(shopper.number(), SeededDraws.DrawPurpose.SUPPORT);
    return questionBeforeOrder(shopper, same);
  }

  /** The same, which is what a customer's stream of cases begins with. */
  private static Optional<Double> questionBeforeOrder(SampleShopper shopper, SeededDraws draws) {
    return shopper.bought() && draws.chance(QUESTION_SHARE)
        ? Optional.of(draws.between(shopper.signedUp(), shopper.firstOrder()))
        : Optional.empty();
  }

  /** Their cases, as rows of the desk's file. */
  public List<Row> cases() {
    questionBeforeOrder(shopper, draws)
        .ifPresent(day -> ask(ServiceDesk.CaseTheme.ACCOUNT, shopper.at(day)));
    history.orders().forEach(this::about);
    for (LineSale sale : sales) {
      if (sale.returned().isPresent() && draws.chance(voice)) {
        int before = draws.whole(60, 3 * MINUTES_PER_DAY);
        ask(ServiceDesk.CaseTheme.REFUND, sale.returned().get().minusMinutes(before));
      }
    }
    return rows;
  }

  /** The first of their cases in which the shop did wrong. */
  static Optional<FaultCase> firstFault(ShopPopulation shop, SampleShopper shopper) {
    SupportCases made = new SupportCases(shop, shopper);
    made.cases();
    return made.faults.stream().min(Comparator.comparing(FaultCase::opened));
  }

  private void about(ShopOrder order) {
    ShopperTraits traits = shopper.traits();
    Optional<OrderDelivery> late = order.delivery().filter(OrderDelivery::late);
    if (late.isPresent() && draws.chance(voice)) {
      LocalDateTime morning = late.get().promised().plusDays(1).atTime(8, 0);
      ask(ServiceDesk.CaseTheme.DELIVERY, morning.plusMinutes(draws.whole(0, 14 * 60)));
    }
    if (draws.chance(0.5 * traits.frankness() + 0.03 * traits.discontent())) {
      int days = draws.whole(2, 20);
      ask(ServiceDesk.CaseTheme.DEFECT, order.at().plusDays(days).plusMinutes(draws.whole(0, 120)));
    }
    if (draws.chance(QUESTION_SHARE)) {
      ask(
          ServiceDesk.CaseTheme.QUESTION,
          order.at().plusMinutes(draws.whole(5, 6 * MINUTES_PER_DAY)));
    }
  }

  private void ask(ServiceDesk.CaseTheme theme, LocalDateTime at) {
    ServiceDesk.DeskChannel way = draws.one(WAYS);
    LocalDateTime opened = way == ServiceDesk.DeskChannel.PHONE ? ServiceDesk.staffed(at) : at;
    if (SamplePeriod.covers(opened) && !isSilent(opened)) {
      rows.add(row(theme, way, opened));
    }
  }

  private boolean isSilent(LocalDateTime at) {
    boolean left = shopper.kind() == ShopperKind.SILENT_LEAVER && history.end() < SamplePeriod.DAYS;
    return left && !at.isBefore(history.orders().get(history.orders().size() - 1).at());
  }

  private Row row(ServiceDesk.CaseTheme theme, ServiceDesk.DeskChannel way, LocalDateTime opened) {
    boolean fault = draws.chance(theme.fault);
    boolean judged = !draws.chance(UNJUDGED_SHARE);
    double minutes = draws.gamma(2, theme.minutes);
    CaseCourse course = new CaseCourse(way, opened);
    Optional<LocalDateTime> reopened = course.reopened(fault);
    if (judged && fault) {
      faults.add(new FaultCase(opened, course.solved, reopened));
    }
    return RowFactory.create(
        "H" + shopper.code() + "-" + (rows.size() + 1),
        RowFactory.create(shopper.id(), way.name().toLowerCase(Locale.ROOT)),
        theme.label,
        RowFactory.create(
            SamplePeriod.iso(opened), iso(course.replied), iso(course.solved), iso(reopened)),
        Math.max(30, Math.round(60 * minutes)),
        Math.max(1, Math.round(minutes)) * WON_PER_MINUTE,
        judged ? (fault ? "Y" : "N") : null);
  }

  private static String iso(Optional<LocalDateTime> at) {
    return at.map(SamplePeriod::iso).orElse(null);
  }

  /** Course of a case: moments after the end of the period are not known yet. */
  private final class CaseCourse {
    private final Optional<LocalDateTime> replied;
    private final Optional<LocalDateTime> solved;

    CaseCourse(ServiceDesk.DeskChannel way, LocalDateTime opened) {
      boolean forgotten = draws.chance(way.forgotten);
      boolean unsolved = draws.chance(UNSOLVED_SHARE);
      LocalDateTime reply = ServiceDesk.staffed(later(ServiceDesk.staffed(opened), way.minutes));
      LocalDateTime end =
          ServiceDesk.staffed(later(reply, way == ServiceDesk.DeskChannel.PHONE ? 10 : 600));
      this.replied = Optional.of(reply).filter(at -> !forgotten && SamplePeriod.covers(at));
      this.solved = replied.map(at -> end).filter(at -> !unsolved && SamplePeriod.covers(at));
    }

    Optional<LocalDateTime> reopened(boolean fault) {
      boolean again = draws.chance(fault ? REOPENED_AFTER_FAULT : REOPENED_SHARE);
      double minutes = draws.exponential(2 * MINUTES_PER_DAY);
      return solved
          .map(at -> at.plusMinutes(1 + Math.round(minutes)))
          .filter(at -> again && SamplePeriod.covers(at));
    }

    private LocalDateTime later(LocalDateTime than, double minutes) {
      return than.plusMinutes(1 + Math.round(draws.exponential(minutes)));
    }
  }
}
