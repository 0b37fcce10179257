package dev.dangol.report.page;

import dev.dangol.report.data.ReportOptions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * File of the page in one language.
 *
 * @param language the language
 * @param name its name in the report's folder
 */
public record PageFile(String language, String name) {
  /** The page that is opened first. */
  public static final String FIRST = "index.html";

  /** The files of pages in these languages, the first one's first. */
  public static List<PageFile> of(List<String> languages) {
    return IntStream.range(0, languages.size())
        .mapToObj(
            place ->
                new PageFile(
                    languages.get(place), place == 0 ? FIRST : further(languages.get(place))))
        .toList();
  }

  /** The pages in other languages than that of the options. */
  static List<PageFile> others(ReportOptions options) {
    return of(options.languages()).stream()
        .filter(page -> !page.language().equals(options.language()))
        .toList();
  }

  /** Every name that a page may have, whichever languages are configured. */
  public static List<String> names() {
    return Stream.concat(Stream.of(FIRST), PageWords.LANGUAGES.stream().map(PageFile::further))
        .toList();
  }

  /** The language's own name for itself. */
  public String ownName() {
    return PageWords.of(language).text("page.language");
  }

  private static String further(String language) {
    return "index-" + language + ".html";
  }
}
