package dev.dangol.job.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.config.export.ConsentBasis;
import dev.dangol.config.export.ExportSettings;
import dev.dangol.config.export.ExportTarget;
import dev.dangol.config.export.FileColumn;
import dev.dangol.export.AudienceList;
import dev.dangol.export.FilePurpose;
import dev.dangol.export.ListOutcome;
import dev.dangol.export.WrittenExport;
import dev.dangol.privacy.IdentifierForm;
import dev.dangol.privacy.IdentifierHash;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Manifest of a target's folder: an entry for each file, and one for each list that was refused.
 *
 * @param target the target
 * @param settings of all exports
 * @param stamp the run and the day
 */
record ExportManifest(ExportTarget target, ExportSettings settings, ExportStamp stamp) {
  /** The file's name. */
  static final String FILE = "manifest.json";

  /** The manifest as JSON text. */
  String text(List<ListOutcome> outcomes) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("target", target.name());
    manifest.put("format", target.format().name());
    manifest.put("as_of", stamp.asOf().toString());
    manifest.put("run", stamp.run());
    manifest.put("expires_on", stamp.expiresOn().toString());
    manifest.put("min_size", target.minSize());
    manifest.put("hashed", hashes());
    manifest.put("consent", consent());
    manifest.put("normalisers", normalisers());
    if (!target.format().note().isEmpty()) {
      manifest.put("upload", target.format().note());
    }
    manifest.put("files", files(outcomes));
    manifest.put("refused", refused(outcomes));
    return json(manifest);
  }

  private List<Map<String, Object>> files(List<ListOutcome> outcomes) {
    List<Map<String, Object>> files = new ArrayList<>();
    for (ListOutcome outcome : outcomes) {
      for (WrittenExport file : outcome.files()) {
        Map<String, Object> entry = list(outcome.list());
        entry.put("file", file.name());
        entry.put("kind", file.purpose().word());
        entry.put("rows", file.rows());
        entry.put("sha256", file.sha256());
        if (file.purpose() == FilePurpose.FULL) {
          entry.put("in", outcome.in());
          entry.put("out", outcome.out());
          entry.put("held_back", outcome.heldBack());
          entry.put("min_size_met", true);
        }
        files.add(entry);
      }
    }
    return files;
  }

  private List<Map<String, Object>> refused(List<ListOutcome> outcomes) {
    List<Map<String, Object>> refused = new ArrayList<>();
    outcomes.stream()
        .filter(ListOutcome::isRefused)
        .forEach(
            outcome -> {
              Map<String, Object> entry = list(outcome.list());
              entry.put("in", outcome.in());
              entry.put("out", outcome.out());
              entry.put("held_back", outcome.heldBack());
              entry.put("min_size_met", false);
              entry.put("reason", outcome.refusal());
              refused.add(entry);
            });
    return refused;
  }

  private Map<String, Object> list(AudienceList list) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("target", target.name());
    entry.put("cohort", list.group());
    entry.put("as_of", stamp.asOf().toString());
    entry.put("definition", list.definition());
    entry.put("definition_hash", IdentifierHash.sha256(list.definition()));
    entry.put(
        "audience_name",
        "dangol-" + list.fileName() + "-" + stamp.asOf().format(DateTimeFormatter.BASIC_ISO_DATE));
    return entry;
  }

  private Map<String, Object> consent() {
    ConsentBasis basis = target.consent();
    Map<String, Object> consent = new LinkedHashMap<>();
    consent.put("key", basis.key().orElse("none"));
    consent.put("required", basis.required());
    consent.put("night", basis.night());
    consent.put("max_age_days", settings.consentMaxAgeDays());
    basis.basis().ifPresent(text -> consent.put("basis", text));
    return consent;
  }

  private boolean hashes() {
    return target.format().columns().stream()
        .anyMatch(
            column ->
                column.hash() == FileColumn.HashRule.ALWAYS
                    || (target.hashed() && column.hash() == FileColumn.HashRule.OPTIONAL));
  }

  private Map<String, Integer> normalisers() {
    Map<String, Integer> versions = new TreeMap<>();
    Stream.concat(
            target.format().columns().stream()
                .flatMap(column -> (target.hashed() ? column.form() : column.plainForm()).stream()),
            target.format().identifiers().isEmpty()
                ? Stream.empty()
                : Stream.of(target.format().emailForm(), target.format().phoneForm()))
        .forEach((IdentifierForm form) -> versions.put(form.word(), form.version()));
    return versions;
  }

  private static String json(Map<String, Object> manifest) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(manifest)
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
