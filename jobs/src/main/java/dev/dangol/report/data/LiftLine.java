package dev.dangol.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dangol.table.results.ProfileColumns;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lift of one attribute of a persona, for a small bar. The scale is of doublings, from an eighth to
 * eight times as often as everyone, with 1 in the middle.
 *
 * @param name what is more or less frequent
 * @param figures by column of {@code cohort_profiles}
 */
public record LiftLine(String name, Map<String, Double> figures) {
  private static final double WIDTH = 120;
  private static final double DOUBLINGS = 3;

  static LiftLine of(JsonNode line) {
    Map<String, Double> figures = new TreeMap<>();
    for (JsonNode cell : line.path("from")) {
      figures.put(cell.path("column").asText(), cell.path("value").asDouble());
    }
    return new LiftLine(line.path("text").asText(), figures);
  }

  public double share() {
    return figure(ProfileColumns.SHARE.name());
  }

  public double baseShare() {
    return figure(ProfileColumns.BASE_SHARE.name());
  }

  public double lift() {
    return figure(ProfileColumns.LIFT.name());
  }

  public double low() {
    return figure(ProfileColumns.LIFT_LOW.name());
  }

  public double high() {
    return figure(ProfileColumns.LIFT_HIGH.name());
  }

  /** The start of the bar. */
  public String from() {
    return percentage(Math.min(place(lift()), WIDTH / 2));
  }

  /** The length of the bar. */
  public String length() {
    return percentage(Math.abs(place(lift()) - WIDTH / 2));
  }

  /** The position of a lift on the scale. */
  public String at(double lift) {
    return percentage(place(lift));
  }

  /** The word more or less, for the colour of the bar. */
  public String direction() {
    return lift() >= 1 ? "more" : "less";
  }

  private double figure(String column) {
    return figures.getOrDefault(column, 1.0);
  }

  private static double place(double lift) {
    double doublings = lift <= 0 ? -DOUBLINGS : Math.log(lift) / Math.log(2);
    double within = Math.max(-DOUBLINGS, Math.min(DOUBLINGS, doublings));
    return WIDTH / 2 * (1 + within / DOUBLINGS);
  }

  private static String percentage(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }
}
