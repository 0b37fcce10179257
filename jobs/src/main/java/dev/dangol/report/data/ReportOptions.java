package dev.dangol.report.data;

import dev.dangol.table.AsOf;
import java.util.List;
import java.util.Map;

/**
 * Options of the page: the day that it is about, and how it is written.
 *
 * @param asOf the day described
 * @param language en or ko
 * @param currency the reporting currency, as a three-letter code
 * @param windows the configured windows of days, which decide the columns of customer_features
 * @param labels configured labels by language, by kind and name, as cohort.slipping
 */
public record ReportOptions(
    AsOf asOf,
    String language,
    String currency,
    List<Integer> windows,
    Map<String, Map<String, String>> labels) {
  public ReportOptions {
    windows = List.copyOf(windows);
    labels = Map.copyOf(labels);
  }

  /** The same options for another day. */
  public ReportOptions describing(AsOf other) {
    return new ReportOptions(other, language, currency, windows, labels);
  }

  /** Options without configured labels. */
  public ReportOptions(AsOf asOf, String language, String currency, List<Integer> windows) {
    this(asOf, language, currency, windows, Map.of());
  }
}
