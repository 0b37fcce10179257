package dev.dangol.report.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Labels of names in the language of the page. The configured one comes first, then the page's own
 * words, then the name as it is written.
 *
 * @param configured texts by language, by kind and name, as cohort.slipping
 */
public record PageLabels(PageWords words, Map<String, Map<String, String>> configured) {
  private static final String OWN = "label.";

  /**
   * The label of a name.
   *
   * @param kind what is named: cohort, criterion, rfm_group, source, benchmark…
   */
  public String name(String kind, String name) {
    String key = kind + "." + name;
    return Optional.ofNullable(configured.getOrDefault(key, Map.of()).get(words.language()))
        .or(() -> own(key))
        .orElse(name);
  }

  /**
   * Warnings, with one more for each language in which a name that the business gives has no label.
   */
  public static List<String> warnings(
      List<String> others, Map<String, Map<String, String>> configured) {
    Stream<String> missing =
        PageWords.LANGUAGES.stream()
            .map(language -> new PageLabels(PageWords.of(language), configured))
            .flatMap(labels -> labels.missing().stream());
    return Stream.concat(others.stream(), missing).toList();
  }

  private Optional<String> missing() {
    List<String> names =
        configured.entrySet().stream()
            .filter(name -> !name.getValue().containsKey(words.language()))
            .map(Map.Entry::getKey)
            .filter(name -> own(name).isEmpty())
            .sorted()
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "No label in "
                + words.language()
                + ", so the report shows the name itself: "
                + String.join(", ", names)
                + ".");
  }

  private Optional<String> own(String key) {
    return words.has(OWN + key) ? Optional.of(words.text(OWN + key)) : Optional.empty();
  }
}
