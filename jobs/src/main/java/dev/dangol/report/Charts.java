package dev.dangol.report;

import dev.dangol.table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The charts of the page. Each stands beside a table with the same numbers. Colours are the page's
 * own variables, so that charts follow light, dark and print as the rest does.
 */
public record Charts(View view) {
  private static final int ROW_HEIGHT = 58;
  private static final int FRAME_HEIGHT = 84;

  /** The five qualities of the ideal customers against everyone's. */
  public Chart qualities() {
    Customers customers = view.story().customers();
    Map<Field, Mean> ideal = customers.ideal().qualities();
    Map<Field, Mean> everyone = customers.everyone().qualities();
    List<String> names = everyone.keySet().stream().map(view.features()::name).toList();
    return bars(
        "qualities",
        names,
        List.of(
            series(
                "qualities.ideal",
                1,
                "unit.points",
                ideal.values().stream().map(Mean::value).toList()),
            series(
                "qualities.everyone",
                2,
                "unit.points",
                everyone.values().stream().map(Mean::value).toList())));
  }

  /** Each segment's share of customers and of net sales. */
  public Chart segments() {
    List<SegmentLine> segments = view.story().segments();
    List<String> names =
        segments.stream().map(segment -> segment.name(view.words().language())).toList();
    return bars(
        "segments",
        names,
        List.of(
            series(
                "segments.share",
                2,
                "unit.percent",
                percent(segments.stream().map(s -> s.value().share()).toList())),
            series(
                "segments.sales_share",
                1,
                "unit.percent",
                percent(segments.stream().map(s -> s.value().shareOfNetSales()).toList()))));
  }

  private static List<OptionalDouble> percent(List<OptionalDouble> shares) {
    return shares.stream()
        .map(
            share ->
                share.isEmpty() ? share : OptionalDouble.of(Figures.percent(share.getAsDouble())))
        .toList();
  }

  /** The share of customers who came back, by months since the first purchase. */
  public Chart retention() {
    List<OptionalDouble> rates = percent(view.story().retention().mean());
    List<String> ages = new ArrayList<>();
    for (int age = 1; age < rates.size(); age++) {
      ages.add(Integer.toString(age));
    }
    List<Object> values = values(rates.subList(Math.min(1, rates.size()), rates.size()));
    return new Chart(
        "retention-chart",
        view.words().text("retention.chart"),
        260,
        ChartJson.of(
            ChartParts.line(
                ages,
                values,
                label("unit.percent"),
                List.of(
                    view.words().text("axis.months"),
                    view.words().text("axis.percent_customers")))));
  }

  private Chart bars(String section, List<String> names, List<Map<String, Object>> series) {
    String unit = section.equals("segments") ? "axis.percent" : "axis.points";
    return new Chart(
        section + "-chart",
        view.words().text(section + ".chart"),
        FRAME_HEIGHT + ROW_HEIGHT * names.size(),
        ChartJson.of(ChartParts.bars(names, series, view.words().text(unit))));
  }

  private Map<String, Object> series(
      String key, int colour, String unit, List<OptionalDouble> values) {
    return ChartParts.bar(view.words().text(key), colour, label(unit), values(values));
  }

  // {c} is where ECharts puts the value.
  private String label(String unit) {
    return view.words().text(unit, "{c}");
  }

  // A dash is how ECharts is told that there is no value.
  private static List<Object> values(List<OptionalDouble> values) {
    return values.stream()
        .map(
            value ->
                value.isEmpty()
                    ? (Object) "-"
                    : (Object) (Math.round(value.getAsDouble() * 10) / 10.0))
        .toList();
  }
}
