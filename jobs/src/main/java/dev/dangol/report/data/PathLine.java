package dev.dangol.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dangol.table.results.JourneyPathColumns;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Line of a persona's way to the main goal, for a drawing of one box a step.
 *
 * @param text the sentence
 * @param share the share of decided journeys that came this way, 0 to 1
 */
public record PathLine(String text, double share) {
  private static final double WIDTH = 120;

  static PathLine of(JsonNode line) {
    Map<String, JsonNode> cells = new TreeMap<>();
    line.path("from").forEach(cell -> cells.put(cell.path("column").asText(), cell.path("value")));
    return new PathLine(
        line.path("text").asText(),
        cells.containsKey(JourneyPathColumns.SHARE.name())
            ? cells.get(JourneyPathColumns.SHARE.name()).asDouble()
            : 0);
  }

  /** The length of the bar of the share. */
  public String length() {
    return String.format(Locale.ROOT, "%.1f", WIDTH * share);
  }
}
