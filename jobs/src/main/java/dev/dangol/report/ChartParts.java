package dev.dangol.report;

import java.util.List;
import java.util.Map;

/** The parts that charts are made of, as options of ECharts. */
final class ChartParts {
  private static final String INK = "var(--ink)";
  private static final String QUIET = "var(--quiet)";
  private static final String LINE = "var(--line)";
  private static final int NAME_WIDTH = 116;

  private ChartParts() {}

  /** Horizontal bars, one group a name, the first name on top. */
  static Map<String, Object> bars(
      List<String> names, List<Map<String, Object>> series, String unit) {
    return Map.of(
        "animation", false,
        "textStyle", Map.of("fontSize", 13, "color", INK),
        "legend", Map.of("top", 0, "left", 0, "selectedMode", false, "textStyle", text(INK)),
        "grid", Map.of("top", 36, "left", 4, "right", 64, "bottom", 28, "containLabel", true),
        "xAxis", valueAxis(unit, "middle"),
        "yAxis",
            Map.of(
                "type",
                "category",
                "data",
                names,
                "inverse",
                true,
                "axisLine",
                Map.of("lineStyle", Map.of("color", LINE)),
                "axisTick",
                Map.of("show", false),
                "axisLabel",
                Map.of("color", INK, "width", NAME_WIDTH, "overflow", "break", "interval", 0)),
        "series", series);
  }

  /** One group of bars, each with its value beside it. */
  static Map<String, Object> bar(String name, int colour, String label, List<Object> values) {
    return Map.of(
        "type",
        "bar",
        "name",
        name,
        "data",
        values,
        "silent",
        true,
        "barMaxWidth",
        16,
        "barGap",
        "15%",
        "itemStyle",
        Map.of("color", colour(colour), "borderRadius", List.of(0, 3, 3, 0)),
        "label",
        Map.of("show", true, "position", "right", "color", INK, "formatter", label));
  }

  /** One line through points that are labelled where there is room. */
  static Map<String, Object> line(
      List<String> names, List<Object> values, String label, List<String> units) {
    return Map.of(
        "animation", false,
        "textStyle", Map.of("fontSize", 13, "color", INK),
        "grid", Map.of("top", 36, "left", 8, "right", 16, "bottom", 28, "containLabel", true),
        "xAxis",
            Map.of(
                "type", "category",
                "data", names,
                "name", units.get(0),
                "nameLocation", "middle",
                "nameGap", 30,
                "nameTextStyle", text(QUIET),
                "axisLine", Map.of("lineStyle", Map.of("color", LINE)),
                "axisTick", Map.of("show", false),
                "axisLabel", text(QUIET)),
        "yAxis", valueAxis(units.get(1), "end"),
        "series",
            List.of(
                Map.of(
                    "type",
                    "line",
                    "data",
                    values,
                    "silent",
                    true,
                    "symbol",
                    "circle",
                    "symbolSize",
                    7,
                    "lineStyle",
                    Map.of("color", colour(1), "width", 2.5),
                    "itemStyle",
                    Map.of("color", colour(1)),
                    "label",
                    Map.of("show", true, "position", "top", "color", INK, "formatter", label),
                    "labelLayout",
                    Map.of("hideOverlap", true))));
  }

  private static Map<String, Object> valueAxis(String unit, String place) {
    return Map.of(
        "type",
        "value",
        "min",
        0,
        "name",
        unit,
        "nameLocation",
        place,
        "nameGap",
        place.equals("middle") ? 30 : 14,
        "nameTextStyle",
        Map.of("color", QUIET, "align", place.equals("middle") ? "center" : "left"),
        "splitNumber",
        4,
        "axisLabel",
        text(QUIET),
        "splitLine",
        Map.of("lineStyle", Map.of("color", LINE)));
  }

  private static Map<String, Object> text(String colour) {
    return Map.of("color", colour);
  }

  private static String colour(int number) {
    return "var(--series-" + number + ")";
  }
}
