package dev.dangol.job.export;

import dev.dangol.config.export.ExportTarget;
import dev.dangol.export.DiscardedFiles;
import dev.dangol.export.ExportTask;
import dev.dangol.export.ListExport;
import dev.dangol.export.TargetExport;
import dev.dangol.job.JobContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explanation, for one customer, of each target's lists; no file is written. */
public final class ExportExplanation {
  private final JobContext day;
  private final Map<ListExport, List<String>> found = new LinkedHashMap<>();

  public ExportExplanation(JobContext day) {
    this.day = day;
  }

  /** The lines, a few for each list of each target. */
  public List<String> lines(String customer) {
    List<ExportTarget> targets = day.settings().export().targets();
    if (targets.isEmpty()) {
      return List.of("No target is configured: set export.targets.");
    }
    AudiencePass pass = new AudiencePass(day, targets);
    ExportTask task = pass.task(Map.of());
    List<TargetExport> exports =
        targets.stream()
            .map(target -> new TargetExport(target, task, new DiscardedFiles()))
            .toList();
    pass.stream(
        exports,
        (list, member, reason) -> {
          if (member.id().equals(customer)) {
            found.put(list, list.explain(member, reason));
          }
        });
    List<String> lines = new ArrayList<>();
    exports.forEach(export -> export.lists().values().forEach(list -> lines.addAll(answer(list))));
    return lines;
  }

  private List<String> answer(ListExport list) {
    List<String> lines = new ArrayList<>(found.getOrDefault(list, List.of(list.explainAbsence())));
    if (list.isTooSmall()) {
      lines.add("  the list is below min-size, and no file would be written");
    }
    return lines;
  }
}
