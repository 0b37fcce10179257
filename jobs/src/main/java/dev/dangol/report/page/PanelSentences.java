package dev.dangol.report.page;

import dev.dangol.report.data.FigurePanel;
import dev.dangol.report.data.FigurePanel.PanelLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Sentences that open the panels, made of their figures. */
record PanelSentences(PageView view, FigurePanel panel) {
  private static final String YEAR = "360";
  private static final String QUARTER = "90";
  private static final int WEEKS_SOON = 4;

  String text() {
    return switch (panel.query().id()) {
      case "groups" -> groups();
      case "advocates" -> advocates();
      case "moves" -> moves();
      case "next_orders" -> nextOrders();
      case "effort" -> effort();
      case "repeat" -> repeat();
      case "survival" -> survival();
      case "satisfaction" -> satisfaction();
      case "gap_curve" -> gapCurve();
      case "strikes" -> strikes();
      case "referrals" -> referrals();
      case "cohort_uplift" -> uplift();
      default -> drift();
    };
  }

  private String groups() {
    PanelLine largest = panel.lines().get(0);
    return say(
        "groups.sentence",
        new PanelView(view, panel).key(largest, 0),
        customers(figure(largest, "customers")),
        view.figures().share(figure(largest, "customers"), panel.total("customers")),
        view.figures()
            .share(figure(largest, "net_sales_lifetime"), panel.total("net_sales_lifetime")));
  }

  private String advocates() {
    Optional<PanelLine> yes = panel.line(List.of(Optional.of("true")));
    return say(
        "advocates.sentence",
        customers(yes.map(line -> figure(line, "customers")).orElse(BigDecimal.ZERO)),
        customers(panel.total("referrals_converted")),
        money(panel.total("referred_net_sales")));
  }

  private String moves() {
    boolean first =
        view.story().cohorts().stream().allMatch(cohort -> cohort.stayed() + cohort.left() == 0);
    return say(
        first ? "moves.first" : "moves.sentence",
        customers(panel.total("entered")),
        customers(panel.total("left")));
  }

  private String nextOrders() {
    List<PanelLine> soon =
        panel.lines().stream()
            .filter(
                line -> new BigDecimal(line.keys().get(0).orElseThrow()).intValue() <= WEEKS_SOON)
            .toList();
    return say(
        "next_orders.sentence",
        customers(sum(soon, "customers")),
        money(sum(soon, "expected_order_value")));
  }

  private String effort() {
    BigDecimal cost = panel.total("care_cost");
    BigDecimal margin = panel.total("net_margin");
    return cost.signum() > 0
        ? say(
            "effort.sentence",
            money(cost),
            money(margin),
            view.figures().times(margin.doubleValue() / cost.doubleValue()))
        : say("effort.unknown");
  }

  private String repeat() {
    OptionalDouble quarter = share(List.of(Optional.of("2"), Optional.of(QUARTER)), "share");
    OptionalDouble again = share(List.of(Optional.of("3"), Optional.of(QUARTER)), "share");
    return say("repeat.sentence", view.figures().share(quarter), view.figures().share(again));
  }

  private String survival() {
    return share(List.of(Optional.of(YEAR)), "survival").isPresent()
        ? say(
            "survival.sentence",
            view.figures().share(share(List.of(Optional.of(YEAR)), "survival")),
            view.figures().share(share(List.of(Optional.of(YEAR)), "survival_low")),
            view.figures().share(share(List.of(Optional.of(YEAR)), "survival_high")))
        : say("survival.young");
  }

  private String satisfaction() {
    BigDecimal known =
        panel.lines().stream()
            .filter(line -> number(line, "mean_gap").isPresent())
            .map(line -> figure(line, "customers"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (known.signum() == 0) {
      return say("satisfaction.unknown");
    }
    PanelLine first = panel.lines().get(0);
    return say(
        "satisfaction.sentence",
        new PanelView(view, panel).key(first, 0),
        view.figures().share(number(first, "mean_expected")),
        view.figures().share(number(first, "mean_delivered")),
        view.figures().change(number(first, "mean_gap")));
  }

  /** Those who were given less than they expected against all others. */
  private String gapCurve() {
    List<PanelLine> less = panel.lines().stream().filter(PanelSentences::isLess).toList();
    List<PanelLine> more = panel.lines().stream().filter(line -> !isLess(line)).toList();
    return say(
        "gap_curve.sentence",
        view.figures().share(sum(less, "retained"), sum(less, "customers")),
        view.figures().share(sum(more, "retained"), sum(more, "customers")));
  }

  private static boolean isLess(PanelLine line) {
    return line.keys().get(0).map(BigDecimal::new).orElse(BigDecimal.ZERO).signum() < 0;
  }

  private String strikes() {
    List<Optional<String>> two = List.of(Optional.of("2"));
    OptionalDouble quoted = share(two, "survival_benchmark");
    String own = say("strikes.sentence", view.figures().share(share(two, "survival")));
    return quoted.isEmpty()
        ? own
        : own + " " + say("strikes.quoted", view.figures().share(quoted), quotedFrom());
  }

  private String quotedFrom() {
    return view.labels().name("benchmark", "leave_after_two_strikes");
  }

  private String referrals() {
    return say(
        "referrals.sentence",
        customers(panel.total("customers")),
        view.figures().unit("people", panel.total("referred").doubleValue(), 0),
        customers(panel.total("converted")),
        money(panel.total("referred_net_sales")));
  }

  private String uplift() {
    return say(
        "cohort_uplift.sentence",
        view.figures().number(panel.total("gains").longValue()),
        view.figures().number(panel.total("campaigns").longValue()));
  }

  private String drift() {
    PanelLine most = panel.lines().get(0);
    return say(
        "drift.sentence",
        new PanelView(view, panel).key(most, 0),
        view.figures().number(number(most, "population_stability_index").orElse(0), 2));
  }

  private OptionalDouble share(List<Optional<String>> keys, String name) {
    return panel.line(keys).map(line -> number(line, name)).orElse(OptionalDouble.empty());
  }

  private BigDecimal sum(List<PanelLine> lines, String name) {
    return lines.stream().map(line -> figure(line, name)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal figure(PanelLine line, String name) {
    return line.figures().get(panel.place(name)).orElse(BigDecimal.ZERO);
  }

  private OptionalDouble number(PanelLine line, String name) {
    return line.figures()
        .get(panel.place(name))
        .map(figure -> OptionalDouble.of(figure.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  private String customers(BigDecimal count) {
    return view.figures().customers(count.longValue());
  }

  private String money(BigDecimal amount) {
    return view.figures().money(amount);
  }

  private String say(String key, Object... parts) {
    return view.words().text(key, parts);
  }
}
