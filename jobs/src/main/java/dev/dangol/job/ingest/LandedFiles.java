package dev.dangol.job.ingest;

import dev.dangol.store.Lake;
import dev.dangol.store.raw.RawFile;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunColumns;
import dev.dangol.table.results.FileColumns;
import dev.dangol.table.sources.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;

/** Record of loaded files by source: their state and the settings they were read with. */
final class LandedFiles {
  private final Lake lake;
  private final Map<String, SourceLandedFiles> known = new ConcurrentHashMap<>();
  private volatile boolean changed;

  /**
   * Record of one source.
   *
   * @param files the files whose rows have been loaded
   * @param readAs a fingerprint of the settings they were read with
   * @param schema the raw columns, as DDL
   */
  record SourceLandedFiles(List<RawFile> files, String readAs, String schema) {
    SourceLandedFiles {
      files = List.copyOf(files);
    }

    /** The state of the only thing read, where it is no list of files; empty before. */
    String state() {
      return files.isEmpty() ? "" : files.get(0).state();
    }
  }

  LandedFiles(Lake lake) {
    this.lake = lake;
    Map<String, List<RowReader>> rows = new HashMap<>();
    lake.read(FileColumns.SOURCE_FILES).collectAsList().stream()
        .map(RowReader::new)
        .forEach(
            cells ->
                rows.computeIfAbsent(text(cells, RunColumns.SOURCE), none -> new ArrayList<>())
                    .add(cells));
    rows.forEach((source, cells) -> known.put(source, fromRows(cells)));
  }

  SourceLandedFiles of(Source source) {
    return known.getOrDefault(source.name(), new SourceLandedFiles(List.of(), "", ""));
  }

  void note(Source source, SourceLandedFiles read) {
    if (!read.equals(known.put(source.name(), read))) {
      changed = true;
    }
  }

  /** Saves the record where it has changed. */
  void keep() {
    if (changed) {
      List<Row> rows = new ArrayList<>();
      known.forEach(
          (source, read) -> {
            String schema = read.schema();
            for (RawFile file : read.files()) {
              rows.add(
                  RowWriter.of(FileColumns.SOURCE_FILES)
                      .set(RunColumns.SOURCE, source)
                      .set(FileColumns.FILE, file.path())
                      .set(FileColumns.STATE, file.state())
                      .set(FileColumns.READ_AS, read.readAs())
                      .set(FileColumns.SCHEMA, schema)
                      .row());
              // Written once per source: there may be as many files as days and shops.
              schema = "";
            }
          });
      lake.replaceAll(FileColumns.SOURCE_FILES, lake.of(FileColumns.SOURCE_FILES, rows));
    }
  }

  private static SourceLandedFiles fromRows(List<RowReader> rows) {
    List<RawFile> files =
        rows.stream()
            .map(
                cells -> new RawFile(text(cells, FileColumns.FILE), text(cells, FileColumns.STATE)))
            .toList();
    String schema =
        rows.stream()
            .map(cells -> text(cells, FileColumns.SCHEMA))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return new SourceLandedFiles(files, text(rows.get(0), FileColumns.READ_AS), schema);
  }

  private static String text(RowReader cells, Field field) {
    return cells.text(field).orElseThrow();
  }
}
