package dev.dangol.report.page;

import dev.dangol.report.data.CampaignResults.CampaignEffect;
import dev.dangol.report.data.CampaignResults.CampaignResult;
import dev.dangol.report.data.ExportLine;
import dev.dangol.report.data.LookalikeSummary.NearCustomers;
import dev.dangol.report.data.LookalikeSummary.ProspectDecile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Charts of campaigns, of leads and of what comes and goes, each beside a table of the same. */
public record DeliveryCharts(PageView view) {
  private static final int ROW_HEIGHT = 58;
  private static final int FRAME_HEIGHT = 84;
  private static final int MOST_BARS = 15;
  private static final int WHOLE = 100;

  /**
   * Differences that campaigns made to the share who bought, in percentage points, with intervals.
   */
  public ChartSpec uplift() {
    List<CampaignEffect> effects =
        view.story().campaigns().newest().stream().map(CampaignResult::bought).toList();
    return chart(
        "uplift",
        new ChartSpec.ChartData(
            "effects",
            view.story().campaigns().newest().stream().map(DeliveryCharts::name).toList(),
            List.of(
                new ChartSpec.ChartSeries(
                    "",
                    1,
                    text("unit.percent_points", "{c}"),
                    effects.stream().map(effect -> points(effect.difference())).toList(),
                    effects.stream().map(DeliveryCharts::span).toList())),
            new ChartSpec.ChartAxes("", text("axis.uplift")),
            null));
  }

  /** Customers outside the ideal cohort by the cohort that they are most like. */
  public ChartSpec near() {
    List<NearCustomers> near = view.story().likeness().near().stream().limit(MOST_BARS).toList();
    return chart(
        "near",
        bars(
            near.stream().map(one -> view.labels().name("cohort", one.cohort())),
            text("leads.near"),
            List.of(counts("", 1, near.stream().map(NearCustomers::customers)))));
  }

  /** First orders expected and first orders that came, by decile, in per cent. */
  public ChartSpec prospects() {
    List<ProspectDecile> deciles = view.story().likeness().tenths();
    String unit = text("unit.percent", "{c}");
    return chart(
        "prospects",
        bars(
            deciles.stream().map(one -> text("leads.number", one.number())),
            text("axis.percent"),
            List.of(
                new ChartSpec.ChartSeries(
                    text("leads.predicted"),
                    2,
                    unit,
                    deciles.stream().map(one -> percent(one.predicted())).toList()),
                new ChartSpec.ChartSeries(
                    text("leads.ordered"),
                    1,
                    unit,
                    deciles.stream().map(one -> percent(one.ordered())).toList()))));
  }

  /** Customers in each exported list, and those held back from it. */
  public ChartSpec exports() {
    List<ExportLine> lines = view.story().exports().stream().limit(MOST_BARS).toList();
    return chart(
        "exports",
        bars(
            lines.stream()
                .map(
                    line ->
                        view.labels().name("target", line.target())
                            + ", "
                            + view.labels().name("cohort", line.group())),
            text("panel.customers"),
            List.of(
                counts("exports.rows", 1, lines.stream().map(ExportLine::rows)),
                counts("exports.held_back", 2, lines.stream().map(view.deliveries()::heldBack)))));
  }

  /** Rows in quarantine by source. */
  public ChartSpec rejections() {
    Map<String, Long> rows = DeliveryWords.rows(view.story().quality().rejections());
    return chart(
        "data",
        bars(
            rows.keySet().stream().map(source -> view.labels().name("source", source)),
            text("data.rows"),
            List.of(counts("", 1, new ArrayList<>(rows.values()).stream()))));
  }

  private ChartSpec chart(String section, ChartSpec.ChartData data) {
    return new ChartSpec(
        section + "-chart",
        text(section + ".chart"),
        FRAME_HEIGHT + ROW_HEIGHT * data.names().size(),
        data);
  }

  private static ChartSpec.ChartData bars(
      Stream<String> names, String axis, List<ChartSpec.ChartSeries> series) {
    return new ChartSpec.ChartData(
        "bars",
        names.map(PageCharts::shorten).toList(),
        series,
        new ChartSpec.ChartAxes("", axis),
        null);
  }

  private ChartSpec.ChartSeries counts(String name, int colour, Stream<Long> counts) {
    return new ChartSpec.ChartSeries(
        name.isEmpty() ? "" : text(name), colour, "{c}", counts.map(Long::doubleValue).toList());
  }

  private static String name(CampaignResult campaign) {
    return PageCharts.shorten(String.join(", ", campaign.names()));
  }

  private static List<Double> span(CampaignEffect effect) {
    return effect.low().isEmpty() || effect.high().isEmpty()
        ? null
        : List.of(points(effect.low()), points(effect.high()));
  }

  private static Double points(OptionalDouble share) {
    return share.isEmpty() ? null : Math.round(share.getAsDouble() * WHOLE * 10) / 10.0;
  }

  private static Double percent(OptionalDouble share) {
    return share.isEmpty() ? null : ReadableNumbers.percent(share.getAsDouble());
  }

  private String text(String key, Object... parts) {
    return view.words().text(key, parts);
  }
}
