package dev.dangol.job.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dangol.export.GateReason;
import dev.dangol.export.WrittenExport;
import dev.dangol.job.export.DeliveryLedger.DeliveredFile;
import dev.dangol.store.PrivateFolder;
import java.util.Iterator;
import java.util.Optional;

/**
 * Edit of a manifest after people were taken out of the files that it lists.
 *
 * @param folder the folder of a target and day
 */
record ManifestEdit(PrivateFolder folder) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILES = "files";
  private static final String NAME = "file";
  private static final String ROWS = "rows";

  /** Notes that a file lost rows. */
  void shortened(WrittenExport file) {
    edit(
        files -> {
          for (JsonNode node : files) {
            if (node.path(NAME).asText().equals(file.name())) {
              shorten((ObjectNode) node, file);
            }
          }
        });
  }

  private static void shorten(ObjectNode entry, WrittenExport file) {
    long lost = entry.path(ROWS).asLong() - file.rows();
    entry.put(ROWS, file.rows());
    entry.put("sha256", file.sha256());
    if (entry.has("out")) {
      entry.put("out", entry.path("out").asLong() - lost);
      String reason = GateReason.ERASED.word();
      ObjectNode heldBack = entry.withObject("/held_back");
      heldBack.put(reason, heldBack.path(reason).asLong() + lost);
    }
  }

  /** Notes that a file is gone. */
  void gone(String name) {
    edit(
        files -> {
          for (Iterator<JsonNode> all = files.elements(); all.hasNext(); ) {
            if (all.next().path(NAME).asText().equals(name)) {
              all.remove();
            }
          }
        });
  }

  /** Notes a further file of removals. */
  void added(WrittenExport file, DeliveredFile list) {
    edit(
        files ->
            files
                .addObject()
                .put("target", list.target())
                .put("cohort", list.group())
                .put("as_of", list.asOf().toString())
                .put(NAME, file.name())
                .put("kind", file.purpose().word())
                .put(ROWS, file.rows())
                .put("sha256", file.sha256()));
  }

  private void edit(FileListEdit change) {
    Optional<String> text = folder.folder().text(ExportManifest.FILE);
    try {
      if (text.isPresent() && JSON.readTree(text.get()) instanceof ObjectNode manifest) {
        change.apply(manifest.withArray(FILES));
        folder.write(
            ExportManifest.FILE,
            JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
      }
    } catch (JsonProcessingException broken) {
      // A manifest that somebody broke says nothing of its files; the ledger does.
      folder.folder().delete(ExportManifest.FILE);
    }
  }

  private interface FileListEdit {
    void apply(ArrayNode files);
  }
}
