package dev.dangol.report.page;

import dev.dangol.report.data.FigurePanel;
import dev.dangol.report.data.FigurePanel.PanelLine;
import dev.dangol.report.data.PanelColumn;
import dev.dangol.table.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Charts of the panels, each beside a table with the same numbers. */
record PanelCharts(PanelView view) {
  private static final int ROW_HEIGHT = 58;
  private static final int FRAME_HEIGHT = 84;
  private static final int TREND_HEIGHT = 340;
  private static final int MOST_BARS = 25;
  private static final int WHOLE = 100;

  ChartSpec chart() {
    return switch (view.id()) {
      case "moves" -> bars("entered", "left");
      case "groups", "next_orders" -> bars("customers");
      case "advocates" -> bars("referrals_converted");
      case "effort" -> bars("care_cost", "net_margin");
      case "satisfaction" -> bars("mean_expected", "mean_delivered");
      case "gap_curve" -> bars("retained_share");
      case "strikes" -> bars("survival", "survival_benchmark");
      case "referrals" -> bars("referred", "converted");
      case "cohort_uplift" -> bars("gains", "losses");
      case "survival" -> trend(List.of("survival", "survival_low"));
      case "repeat" -> repeat();
      default -> bars(view.figures().get(0).name());
    };
  }

  private ChartSpec bars(String... figures) {
    List<PanelLine> lines = panel().lines().stream().limit(MOST_BARS).toList();
    PanelColumn first = column(figures[0]);
    List<ChartSpec.ChartSeries> series =
        IntStream.range(0, figures.length)
            .mapToObj(place -> series(column(figures[place]), place + 1, lines))
            .toList();
    return spec(
        new ChartSpec.ChartData(
            "bars",
            lines.stream().map(view::name).map(PageCharts::shorten).toList(),
            series,
            new ChartSpec.ChartAxes("", view.header(first)),
            null),
        FRAME_HEIGHT + ROW_HEIGHT * lines.size());
  }

  private ChartSpec trend(List<String> figures) {
    List<PanelLine> lines = panel().lines();
    return spec(
        new ChartSpec.ChartData(
            "trend",
            lines.stream().map(line -> line.keys().get(0).orElse("0")).toList(),
            IntStream.range(0, figures.size())
                .mapToObj(place -> series(column(figures.get(place)), place + 1, lines))
                .toList(),
            new ChartSpec.ChartAxes(axis(), view.header(column(figures.get(0)))),
            WHOLE),
        TREND_HEIGHT);
  }

  /** A line for the second purchase and one for the third, over the days waited for. */
  private ChartSpec repeat() {
    PanelColumn share = column("share");
    List<String> days =
        panel().lines().stream().map(line -> line.keys().get(1).orElse("0")).distinct().toList();
    List<ChartSpec.ChartSeries> series =
        IntStream.of(2, 3).mapToObj(order -> repeatSeries(share, order, days)).toList();
    return spec(
        new ChartSpec.ChartData(
            "trend", days, series, new ChartSpec.ChartAxes(axis(), view.header(share)), WHOLE),
        TREND_HEIGHT);
  }

  private ChartSpec.ChartSeries repeatSeries(PanelColumn share, int order, List<String> days) {
    int place = panel().place(share.name());
    List<Double> values =
        days.stream()
            .map(
                day ->
                    panel()
                        .line(List.of(Optional.of(String.valueOf(order)), Optional.of(day)))
                        .flatMap(line -> line.figures().get(place))
                        .map(figure -> shown(share, figure))
                        .orElse(null))
            .toList();
    return new ChartSpec.ChartSeries(
        view.view().words().text("repeat.order", order), order - 1, "{c}", values);
  }

  private ChartSpec.ChartSeries series(PanelColumn column, int colour, List<PanelLine> lines) {
    int place = panel().place(column.name());
    return new ChartSpec.ChartSeries(
        view.view().words().text("panel." + column.name()),
        colour,
        "{c}",
        lines.stream()
            .map(
                line -> line.figures().get(place).map(figure -> shown(column, figure)).orElse(null))
            .toList());
  }

  private String axis() {
    return view.header(view.keys().get(view.keys().size() - 1));
  }

  private ChartSpec spec(ChartSpec.ChartData data, int height) {
    String id = view.id();
    return new ChartSpec(
        id.replace('_', '-') + "-chart", view.view().words().text(id + ".chart"), height, data);
  }

  private static Double shown(PanelColumn column, BigDecimal figure) {
    BigDecimal number =
        column.unit() == Unit.SHARE ? figure.multiply(BigDecimal.valueOf(WHOLE)) : figure;
    return number.setScale(1, RoundingMode.HALF_UP).doubleValue();
  }

  private FigurePanel panel() {
    return view.panel();
  }

  private PanelColumn column(String name) {
    return view.figures().get(panel().place(name));
  }
}
