package dev.dangol.report.data;

import dev.dangol.table.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Options of the page: the day that it is about, and how it is written.
 *
 * @param asOf the day described
 * @param language en or ko
 * @param currency the reporting currency, as a three-letter code
 * @param windows the configured windows of days, which decide the columns of customer_features
 * @param labels configured labels by language, by kind and name, as cohort.slipping
 * @param languages all languages that a page is written in, the first page's first
 * @param countedGoals the goals of journeys whose progress is a number of decisions and no amount
 */
public record ReportOptions(
    AsOf asOf,
    String language,
    String currency,
    List<Integer> windows,
    Map<String, Map<String, String>> labels,
    List<String> languages,
    Set<String> countedGoals) {
  public ReportOptions {
    windows = List.copyOf(windows);
    labels = Map.copyOf(labels);
    languages = languages.stream().distinct().toList();
    countedGoals = Set.copyOf(countedGoals);
  }

  /** The same options for another day. */
  public ReportOptions describing(AsOf other) {
    return new ReportOptions(other, language, currency, windows, labels, languages, countedGoals);
  }

  /** The same options for the page in another language. */
  public ReportOptions writtenIn(String other) {
    return new ReportOptions(asOf, other, currency, windows, labels, languages, countedGoals);
  }

  /** Options of a page in one language. */
  public ReportOptions(
      AsOf asOf,
      String language,
      String currency,
      List<Integer> windows,
      Map<String, Map<String, String>> labels) {
    this(asOf, language, currency, windows, labels, List.of(language), Set.of());
  }

  /** Options without configured labels. */
  public ReportOptions(AsOf asOf, String language, String currency, List<Integer> windows) {
    this(asOf, language, currency, windows, Map.of());
  }
}
