package dev.dangol.report.data;

import dev.dangol.table.AsOf;
import java.util.List;

/**
 * Options of the page: the day that it is about, and how it is written.
 *
 * @param asOf the day described
 * @param language en or ko
 * @param currency the reporting currency, as a three-letter code
 * @param windows the configured windows of days, which decide the columns of customer_features
 */
public record ReportOptions(AsOf asOf, String language, String currency, List<Integer> windows) {
  public ReportOptions {
    windows = List.copyOf(windows);
  }
}
