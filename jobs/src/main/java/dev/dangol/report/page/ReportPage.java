package dev.dangol.report.page;

import dev.dangol.report.data.ReportOptions;
import dev.dangol.report.data.ReportStory;
import dev.dangol.report.data.ReportTables;
import dev.dangol.table.AsOf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The report: one page that is complete in itself, in one language or several. */
public final class ReportPage {
  private ReportPage() {}

  /**
   * Writes the page about one day, in UTF-8: it needs no network, shows everything without scripts
   * too, and holds sums only. The same tables give the same page.
   */
  public static String page(ReportTables tables, ReportOptions options) {
    return PageTemplate.html(PageView.of(ReportStory.read(tables, options), options));
  }

  /** Writes the page in every language of the options, by file name; the tables are read once. */
  public static Map<String, String> pages(ReportTables tables, ReportOptions options) {
    ReportStory story = ReportStory.read(tables, options);
    return inEachLanguage(options, page -> PageView.of(story, page));
  }

  /**
   * Writes the same pages with what changed since an earlier day.
   *
   * @param before the tables of the earlier day
   */
  public static Map<String, String> compared(
      ReportTables tables, ReportTables before, ReportOptions options, AsOf earlier) {
    ReportStory today = ReportStory.read(tables, options);
    ReportStory then = ReportStory.read(before, options.describing(earlier));
    return inEachLanguage(
        options,
        page -> PageView.of(today, page).comparedWith(PageView.of(then, page.describing(earlier))));
  }

  private static Map<String, String> inEachLanguage(
      ReportOptions options, Function<ReportOptions, PageView> view) {
    Map<String, String> pages = new LinkedHashMap<>();
    PageFile.of(options.languages())
        .forEach(
            file ->
                pages.put(
                    file.name(),
                    PageTemplate.html(view.apply(options.writtenIn(file.language())))));
    return pages;
  }
}
