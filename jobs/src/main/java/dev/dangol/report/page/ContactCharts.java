package dev.dangol.report.page;

import dev.dangol.report.data.AffinityLine;
import dev.dangol.report.data.EffectLine;
import dev.dangol.report.data.JourneySummary.FunnelStep;
import dev.dangol.report.data.JourneySummary.GoalPanel;
import dev.dangol.report.data.ReplySummary.ReplyLine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Charts of contacts, journeys and what followed them, each beside a table of the same. */
public record ContactCharts(PageView view) {
  private static final int ROW_HEIGHT = 58;
  private static final int FRAME_HEIGHT = 84;
  private static final int MOST_BARS = 15;
  private static final int WHOLE = 100;

  /** Differences in shares of customers, in percentage points, with their intervals. */
  public ChartSpec effects() {
    List<EffectLine> lines = view.talkWords().shares().stream().limit(MOST_BARS).toList();
    return chart(
        "effects",
        "effects",
        new ChartSpec.ChartData(
            "effects",
            lines.stream().map(line -> view.talkWords().effect(line.effect())).toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    "",
                    1,
                    text("unit.percent_points", "{c}"),
                    lines.stream().map(line -> points(line.range().difference())).toList(),
                    lines.stream().map(ContactCharts::span).toList())),
            new ChartSpec.ChartAxes("", text("axis.effects")),
            null));
  }

  /** Journeys that passed each stage on the way to a goal, and those that went to sleep there. */
  public ChartSpec funnel(GoalPanel panel) {
    List<FunnelStep> steps = panel.steps().stream().limit(MOST_BARS).toList();
    return chart(
        "funnel-" + view.story().journeys().goals().indexOf(panel),
        "funnel",
        bars(
            steps.stream().map(step -> view.journeys().stage(Optional.of(step.from()))),
            List.of(
                series("journey.passed", 1, "{c}", steps.stream().map(step -> 0.0 + step.passed())),
                series(
                    "journey.dropped", 2, "{c}", steps.stream().map(step -> 0.0 + step.dropped()))),
            text("axis.journeys")));
  }

  /** Shares of cases with a first reply within an hour, by channel, in per cent. */
  public ChartSpec replies() {
    List<ReplyLine> lines =
        view.story().contacts().replies().channels().stream().limit(MOST_BARS).toList();
    String unit = text("unit.percent", "{c}");
    return chart(
        "replies",
        "replies",
        bars(
            lines.stream().map(line -> view.contactWords().channel(line.channel())),
            List.of(
                series(
                    "talk.business_hour",
                    1,
                    unit,
                    lines.stream().map(line -> percent(line.businessHour()))),
                series("talk.hour", 2, unit, lines.stream().map(line -> percent(line.hour())))),
            text("axis.percent")));
  }

  /** Responses to the values that differ most, as times of the usual response. */
  public ChartSpec verdicts() {
    List<AffinityLine> lines =
        view.contactWords().firstVerdicts().stream().limit(MOST_BARS).toList();
    return chart(
        "verdicts",
        "verdicts",
        new ChartSpec.ChartData(
            "effects",
            lines.stream()
                .map(
                    line ->
                        PageCharts.shorten(
                            view.contactWords().value(line)
                                + ", "
                                + view.contactWords().group(line)))
                .toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    "",
                    1,
                    text("unit.multiple", "{c}"),
                    lines.stream().map(line -> hundredths(line.lift())).toList(),
                    lines.stream()
                        .map(line -> List.of(hundredths(line.low()), hundredths(line.high())))
                        .toList())),
            new ChartSpec.ChartAxes("", text("axis.lift")),
            null));
  }

  private ChartSpec chart(String id, String words, ChartSpec.ChartData data) {
    return new ChartSpec(
        id + "-chart",
        text(words + ".chart"),
        FRAME_HEIGHT + ROW_HEIGHT * data.names().size(),
        data);
  }

  private static ChartSpec.ChartData bars(
      Stream<String> names, List<ChartSpec.ChartSeries> series, String axis) {
    return new ChartSpec.ChartData(
        "bars",
        names.map(PageCharts::shorten).toList(),
        series,
        new ChartSpec.ChartAxes("", axis),
        null);
  }

  private ChartSpec.ChartSeries series(
      String name, int colour, String unit, Stream<Double> values) {
    return new ChartSpec.ChartSeries(text(name), colour, unit, values.toList());
  }

  private static List<Double> span(EffectLine line) {
    return line.range().low().isEmpty() || line.range().high().isEmpty()
        ? null
        : List.of(points(line.range().low()), points(line.range().high()));
  }

  private static Double points(OptionalDouble share) {
    return share.isEmpty() ? null : Math.round(share.getAsDouble() * WHOLE * 10) / 10.0;
  }

  private static Double percent(OptionalDouble share) {
    return share.isEmpty() ? null : ReadableNumbers.percent(share.getAsDouble());
  }

  private static double hundredths(double value) {
    return Math.round(value * WHOLE) / 100.0;
  }

  private String text(String key, Object... parts) {
    return view.words().text(key, parts);
  }
}
