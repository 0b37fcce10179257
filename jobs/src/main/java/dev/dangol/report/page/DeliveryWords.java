package dev.dangol.report.page;

import dev.dangol.report.data.CheckLine;
import dev.dangol.report.data.ExportLine;
import dev.dangol.report.data.RejectedRows;
import dev.dangol.report.data.ReportStory.DataQuality;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sentences on what came into the house and what left it. */
public record DeliveryWords(PageView view) {

  /**
   * A sentence on the exported lists: how many, with how many customers, and who is not in them.
   */
  public String exports() {
    List<ExportLine> lines = view.story().exports();
    Map<String, Long> reasons = heldBack(lines);
    String sentence =
        say(
            "exports.sentence",
            view.figures().unit("lists", lines.size(), 0),
            view.figures().customers(lines.stream().mapToLong(ExportLine::rows).sum()),
            view.figures().customers(sum(reasons)));
    return reasons.entrySet().stream()
        .filter(reason -> reason.getValue() > 0)
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(
            most ->
                sentence
                    + " "
                    + say(
                        "exports.most",
                        say("exports." + most.getKey()),
                        view.figures().customers(most.getValue())))
        .orElse(sentence);
  }

  /** Customers held back from a list, for whatever reason. */
  public long heldBack(ExportLine line) {
    return sum(line.heldBack());
  }

  /** A sentence on the checks of the data, with the names of those that failed. */
  public String checks() {
    DataQuality quality = view.story().quality();
    if (quality.checks().isEmpty()) {
      return say("data.no_checks");
    }
    String failed =
        quality.checks().stream()
            .filter(check -> check.result() == CheckLine.CheckResult.FAILED)
            .map(view.checks()::name)
            .collect(Collectors.joining(", "));
    return failed.isEmpty() ? say("data.checks_good") : say("data.checks_failed", failed);
  }

  /** A sentence on the rows that could not be used. */
  public String rejections() {
    RejectedRows rejected = view.story().quality().rejections();
    Map<String, Long> rows = rows(rejected);
    return rows.entrySet().stream()
        .findFirst()
        .map(
            most ->
                say(
                    rows.size() == 1 ? "data.rejected_of_one" : "data.rejected",
                    view.figures().rows(rejected.rows()),
                    view.labels().name("source", most.getKey()),
                    view.figures().rows(most.getValue())))
        .orElseGet(() -> say("data.no_quarantine"));
  }

  /** Rejected rows by source, the most first. */
  static Map<String, Long> rows(RejectedRows rejected) {
    Map<String, Long> sums = new TreeMap<>();
    rejected.lines().forEach(line -> sums.merge(line.source(), line.rows(), Long::sum));
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
  }

  private static Map<String, Long> heldBack(List<ExportLine> lines) {
    Map<String, Long> sums = new TreeMap<>();
    lines.forEach(
        line -> line.heldBack().forEach((reason, count) -> sums.merge(reason, count, Long::sum)));
    return sums;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private String say(String key, Object... parts) {
    return view.words().text(key, parts);
  }
}
