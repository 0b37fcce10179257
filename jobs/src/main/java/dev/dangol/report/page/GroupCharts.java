package dev.dangol.report.page;

import dev.dangol.report.data.CohortLine;
import dev.dangol.report.data.CustomerBreakdown;
import dev.dangol.report.data.CustomerTotals;
import dev.dangol.report.data.OriginLine;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Charts of customers by group, each beside a table with the same numbers. */
public record GroupCharts(PageView view) {
  private static final int ROW_HEIGHT = 58;
  private static final int FRAME_HEIGHT = 84;
  private static final int MOST_BARS = 15;
  private static final int ALL = 100;
  private static final int NEAR_ALL = 80;

  /** Shares of customers and of net sales by fit level, in per cent. */
  public ChartSpec fit() {
    CustomerBreakdown customers = view.story().customers();
    CustomerTotals everyone = customers.everyone();
    List<CustomerTotals> levels =
        CustomerBreakdown.FIT_LEVELS.stream().map(customers::atLevel).toList();
    return chart(
        "fit",
        CustomerBreakdown.FIT_LEVELS.stream().map(level -> text("fit." + level)).toList(),
        List.of(
            series(
                "fit.share",
                2,
                levels.stream()
                    .map(level -> part((double) level.customers(), (double) everyone.customers()))),
            series(
                "fit.sales_share",
                1,
                levels.stream()
                    .map(
                        level ->
                            part(
                                level.netSales().doubleValue(),
                                everyone.netSales().doubleValue())))));
  }

  /** Shares of customers and of net sales by cohort, in per cent. */
  public ChartSpec cohorts() {
    List<CohortLine> cohorts = view.story().cohorts().stream().limit(MOST_BARS).toList();
    return chart(
        "cohorts",
        cohorts.stream()
            .map(cohort -> view.labels().name("cohort", cohort.name()))
            .map(PageCharts::shorten)
            .toList(),
        List.of(
            series("cohorts.share", 2, cohorts.stream().map(CohortLine::shareOfCustomers)),
            series("cohorts.sales_share", 1, cohorts.stream().map(CohortLine::shareOfNetSales))));
  }

  /** Customers by what brought them. */
  public ChartSpec sources() {
    List<OriginLine> origins = view.story().talk().origins().stream().limit(MOST_BARS).toList();
    return new ChartSpec(
        "sources-chart",
        text("sources.chart"),
        FRAME_HEIGHT + ROW_HEIGHT * origins.size(),
        new ChartSpec.ChartData(
            "bars",
            origins.stream()
                .map(line -> view.labels().name("acquired_by", view.talkWords().origin(line)))
                .map(PageCharts::shorten)
                .toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    "",
                    1,
                    "{c}",
                    origins.stream().map(line -> (double) line.customers()).toList())),
            new ChartSpec.ChartAxes("", text("sources.customers")),
            null));
  }

  private ChartSpec chart(String section, List<String> names, List<ChartSpec.ChartSeries> series) {
    return new ChartSpec(
        section + "-chart",
        text(section + ".chart"),
        FRAME_HEIGHT + ROW_HEIGHT * names.size(),
        new ChartSpec.ChartData(
            "bars", names, series, new ChartSpec.ChartAxes("", text("axis.percent")), end(series)));
  }

  /** The end of an axis of shares that come near all: no share is above it. */
  private static Integer end(List<ChartSpec.ChartSeries> series) {
    double highest =
        series.stream()
            .flatMap(one -> one.values().stream())
            .mapToDouble(share -> share == null ? 0 : share)
            .max()
            .orElse(0);
    boolean isNearAll = highest > NEAR_ALL && highest <= ALL;
    return isNearAll ? ALL : null;
  }

  private ChartSpec.ChartSeries series(String name, int colour, Stream<OptionalDouble> shares) {
    return new ChartSpec.ChartSeries(
        text(name),
        colour,
        text("unit.percent", "{c}"),
        shares
            .map(share -> share.isEmpty() ? null : ReadableNumbers.percent(share.getAsDouble()))
            .toList());
  }

  private static OptionalDouble part(double part, double whole) {
    return whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }

  private String text(String key, Object... parts) {
    return view.words().text(key, parts);
  }
}
