package dev.dangol.report.page;

import dev.dangol.report.data.BacktestEvidence;
import dev.dangol.report.data.CustomerBreakdown;
import dev.dangol.report.data.CustomerTotals;
import dev.dangol.report.data.GainCurve;
import dev.dangol.report.data.SegmentLine;
import dev.dangol.report.data.ValueSummary;
import dev.dangol.table.features.FeatureColumns;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Charts of the page, each beside a table with the same numbers. */
public record PageCharts(PageView view) {
  private static final int ROW_HEIGHT = 58;
  private static final int FRAME_HEIGHT = 84;
  private static final int LINE_HEIGHT = 260;
  private static final int CURVE_HEIGHT = 400;
  private static final int LONGEST_NAME = 28;

  /** The five qualities of the ideal customers against everyone's, in points of 100. */
  public ChartSpec qualities() {
    CustomerBreakdown customers = view.story().customers();
    return chart(
        "qualities",
        new ChartSpec.ChartData(
            "bars",
            FeatureColumns.QUALITIES.stream().map(view.features()::name).toList(),
            List.of(
                qualities("qualities.ideal", 1, customers.ideal()),
                qualities("qualities.everyone", 2, customers.everyone())),
            new ChartSpec.ChartAxes("", text("axis.points")),
            100));
  }

  /** Each segment's share of customers and of net sales, in per cent. */
  public ChartSpec segments() {
    return chart(
        "segments",
        new ChartSpec.ChartData(
            "bars",
            view.story().segments().stream()
                .map(segment -> shorten(segment.name(view.words().language())))
                .toList(),
            List.of(
                shares("segments.share", 2, SegmentLine.SegmentWeight::share),
                shares("segments.sales_share", 1, SegmentLine.SegmentWeight::shareOfNetSales)),
            new ChartSpec.ChartAxes("", text("axis.percent")),
            null));
  }

  /** The share of customers who came back, in per cent, by months since the first purchase. */
  public ChartSpec retention() {
    List<OptionalDouble> rates = view.story().retention().mean();
    return chart(
        "retention",
        new ChartSpec.ChartData(
            "line",
            IntStream.range(1, rates.size()).mapToObj(Integer::toString).toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    "", 1, text("unit.percent", "{c}"), percents(rates.stream().skip(1)))),
            new ChartSpec.ChartAxes(text("axis.months"), text("axis.percent_customers")),
            null));
  }

  /** Orders expected and orders that came, by what was expected of the customers. */
  public ChartSpec calibration() {
    List<ValueSummary.ValueBucket> buckets = view.story().value().buckets();
    return chart(
        "value",
        new ChartSpec.ChartData(
            "bars",
            buckets.stream().map(bucket -> text("value_section.bucket", bucket.number())).toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    text("value_section.expected"),
                    1,
                    text("unit.purchase_days", "{c}"),
                    buckets.stream().map(bucket -> hundredths(bucket.predicted())).toList()),
                new ChartSpec.ChartSeries(
                    text("value_section.came"),
                    2,
                    text("unit.purchase_days", "{c}"),
                    buckets.stream().map(bucket -> hundredths(bucket.observed())).toList())),
            new ChartSpec.ChartAxes("", text("axis.purchase_days")),
            null));
  }

  /** Repeat purchase days that had come by the end of each week held out, and those expected. */
  public ChartSpec tracking() {
    List<ValueSummary.TrackedWeek> weeks = view.story().value().weeks();
    return chart(
        "tracking",
        new ChartSpec.ChartData(
            "curve",
            weeks.stream().map(week -> Long.toString(week.number())).toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    text("value_section.came"),
                    1,
                    "{c}",
                    weeks.stream().map(week -> Math.rint(week.observed())).toList()),
                new ChartSpec.ChartSeries(
                    text("value_section.expected"),
                    2,
                    "{c}",
                    weeks.stream().map(week -> Math.rint(week.predicted())).toList())),
            new ChartSpec.ChartAxes(text("axis.weeks_held_out"), text("axis.repeat_purchase_days")),
            null));
  }

  /** The share of predicted lifetime value that each decile of the customers holds, in per cent. */
  public ChartSpec worth() {
    List<Double> tenths = view.story().value().tenths();
    return chart(
        "worth",
        new ChartSpec.ChartData(
            "bars",
            IntStream.rangeClosed(1, tenths.size())
                .mapToObj(tenth -> text("value_section.tenth", tenth))
                .toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    "",
                    1,
                    text("unit.percent", "{c}"),
                    percents(tenths.stream().map(OptionalDouble::of)))),
            new ChartSpec.ChartAxes("", text("axis.worth")),
            null));
  }

  /** The share of later net sales that chosen customers hold, in per cent, with its interval. */
  public ChartSpec proof() {
    List<BacktestEvidence.EvidenceChoice> choices = view.story().evidence().choices();
    return chart(
        "proof",
        new ChartSpec.ChartData(
            "bars",
            choices.stream().map(view.verdict()::name).toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    "",
                    1,
                    text("unit.percent", "{c}"),
                    percents(choices.stream().map(BacktestEvidence.EvidenceChoice::revenue)),
                    choices.stream().map(PageCharts::span).toList())),
            new ChartSpec.ChartAxes("", text("axis.later_sales")),
            null));
  }

  /** The share of later net sales that the best customers hold, the more of them are taken. */
  public ChartSpec curve() {
    GainCurve curve = view.story().evidence().curve();
    return chart(
        "curve",
        new ChartSpec.ChartData(
            "curve",
            curve.sizes().stream()
                .map(size -> Double.toString(ReadableNumbers.percent(size)))
                .toList(),
            curve.drawableLines().stream()
                .map(
                    line ->
                        new ChartSpec.ChartSeries(
                            view.verdict().name(line.method()),
                            line.isOurs() ? 1 : 2,
                            text("unit.percent", "{c}"),
                            percents(line.held().stream())))
                .toList(),
            new ChartSpec.ChartAxes(text("axis.best_customers"), text("axis.later_sales")),
            100));
  }

  private static List<Double> span(BacktestEvidence.EvidenceChoice choice) {
    return choice.low().isEmpty() ? null : percents(Stream.of(choice.low(), choice.high()));
  }

  private ChartSpec chart(String section, ChartSpec.ChartData data) {
    return new ChartSpec(section + "-chart", text(section + ".chart"), height(data), data);
  }

  private static int height(ChartSpec.ChartData data) {
    return switch (data.kind()) {
      case "bars" -> FRAME_HEIGHT + ROW_HEIGHT * data.names().size();
      case "curve" -> CURVE_HEIGHT;
      default -> LINE_HEIGHT;
    };
  }

  private ChartSpec.ChartSeries qualities(String name, int colour, CustomerTotals customers) {
    List<Double> values =
        customers.qualities().values().stream()
            .map(mean -> mean.value().isEmpty() ? null : round(mean.value().getAsDouble()))
            .toList();
    return new ChartSpec.ChartSeries(text(name), colour, text("unit.points", "{c}"), values);
  }

  private ChartSpec.ChartSeries shares(
      String name, int colour, Function<SegmentLine.SegmentWeight, OptionalDouble> share) {
    return new ChartSpec.ChartSeries(
        text(name),
        colour,
        text("unit.percent", "{c}"),
        percents(view.story().segments().stream().map(SegmentLine::value).map(share)));
  }

  private static List<Double> percents(Stream<OptionalDouble> shares) {
    return shares
        .map(share -> share.isEmpty() ? null : ReadableNumbers.percent(share.getAsDouble()))
        .toList();
  }

  private static Double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  // The table beside the chart has the whole name.
  static String shorten(String name) {
    int[] signs = name.codePoints().toArray();
    return signs.length <= LONGEST_NAME
        ? name
        : new String(Arrays.copyOf(signs, LONGEST_NAME), 0, LONGEST_NAME) + "…";
  }

  private String text(String key, Object... parts) {
    return view.words().text(key, parts);
  }
}
