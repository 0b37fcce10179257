package dev.dangol.report.page;

import dev.dangol.report.data.CrowdedShop;
import dev.dangol.report.data.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pages of the crowded shop in both languages, to be looked at: names of 60 letters, 40 segments,
 * 12 cohorts and amounts of 13 digits, beside an earlier day.
 */
final class CrowdedPages {
  private CrowdedPages() {}

  /** Writes them to a folder: {@code index.html} in English and {@code index-ko.html}. */
  public static void main(String[] folder) throws IOException {
    Path target = Files.createDirectories(Path.of(folder[0]));
    ReportOptions options = CrowdedShop.options("en", "ko");
    for (PageFile page : PageFile.of(options.languages())) {
      PageView view = PageView.of(CrowdedShop.story(), options.writtenIn(page.language()));
      Files.writeString(target.resolve(page.name()), PageTemplate.html(view.comparedWith(view)));
    }
  }
}
