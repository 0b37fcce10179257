package dev.dangol.report.page;

import java.util.List;

/**
 * Chart that the browser draws: page.js makes it of the data.
 *
 * @param id unique in the page
 * @param label what the picture shows, for those who do not see it
 * @param height in pixels
 */
public record ChartSpec(String id, String label, int height, ChartData data) {
  /** The data as JSON, safe inside a script element. */
  public String json() {
    return ChartJson.of(data);
  }

  /**
   * Data of a chart.
   *
   * @param kind bars, line, curve: lines over names that are numbers themselves, from 0 on; or
   *     reliability: dots over such names, and the diagonal
   * @param names what each value is about
   * @param axes what the names and the values are measured in; empty where it goes without saying
   * @param highest where the values' axis ends; null to end it after the highest value
   */
  record ChartData(
      String kind, List<String> names, List<ChartSeries> series, ChartAxes axes, Integer highest) {}

  /** The units of the two axes. */
  record ChartAxes(String names, String values) {}

  /**
   * Values of one kind.
   *
   * @param colour which of the page's colours for series, 1 or 2
   * @param unit the value with its unit, where {c} stands for the value
   * @param values null where nothing was measured
   * @param spans from where to where each value's interval reaches, null for none; null where no
   *     value has one
   */
  record ChartSeries(
      String name, int colour, String unit, List<Double> values, List<List<Double>> spans) {
    ChartSeries(String name, int colour, String unit, List<Double> values) {
      this(name, colour, unit, values, null);
    }
  }
}
