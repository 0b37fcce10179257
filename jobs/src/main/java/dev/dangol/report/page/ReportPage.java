package dev.dangol.report.page;

import dev.dangol.report.data.ReportOptions;
import dev.dangol.report.data.ReportStory;
import dev.dangol.report.data.ReportTables;
import dev.dangol.table.AsOf;

/** The report: one page that is complete in itself. */
public final class ReportPage {
  private ReportPage() {}

  /**
   * Writes the page about one day, in UTF-8: it needs no network, shows everything without scripts
   * too, and holds sums only. The same tables give the same page.
   */
  public static String page(ReportTables tables, ReportOptions options) {
    return PageTemplate.html(PageView.of(ReportStory.read(tables, options), options));
  }

  /**
   * Writes the same page with what changed since an earlier day.
   *
   * @param before the tables of the earlier day
   */
  public static String compared(
      ReportTables tables, ReportTables before, ReportOptions options, AsOf earlier) {
    ReportOptions then = options.describing(earlier);
    return PageTemplate.html(
        PageView.of(ReportStory.read(tables, options), options)
            .comparedWith(PageView.of(ReportStory.read(before, then), then)));
  }
}
