package dev.dangol.report.page;

import dev.dangol.report.data.LikelihoodSummary.LikelihoodBucket;
import dev.dangol.report.data.LikelihoodSummary.LikelihoodPanel;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Charts of the likelihoods, each beside a table with the same numbers. */
public record LikelihoodCharts(PageWords words) {
  private static final int HEIGHT = 340;
  private static final int WHOLE = 100;

  /**
   * Reliability diagram: the share that came true over the probability given, in per cent, with the
   * diagonal on which the two are equal.
   */
  public ChartSpec reliability(LikelihoodPanel panel) {
    String unit = words.text("unit.percent", "{c}");
    List<Double> predicted = percents(panel, LikelihoodBucket::predicted);
    return new ChartSpec(
        panel.likelihood() + "-chart",
        words.text("likelihoods.chart", words.text("likelihoods." + panel.likelihood())),
        HEIGHT,
        new ChartSpec.ChartData(
            "reliability",
            predicted.stream().map(String::valueOf).toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    words.text("likelihoods.came"),
                    1,
                    unit,
                    percents(panel, LikelihoodBucket::observed)),
                new ChartSpec.ChartSeries(words.text("likelihoods.diagonal"), 2, unit, predicted)),
            new ChartSpec.ChartAxes(words.text("axis.predicted"), words.text("axis.observed")),
            WHOLE));
  }

  private static List<Double> percents(
      LikelihoodPanel panel, ToDoubleFunction<LikelihoodBucket> share) {
    return panel.buckets().stream()
        .map(bucket -> ReadableNumbers.percent(share.applyAsDouble(bucket)))
        .toList();
  }
}
