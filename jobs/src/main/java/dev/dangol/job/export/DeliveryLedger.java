package dev.dangol.job.export;

import dev.dangol.export.ExportTask;
import dev.dangol.export.FilePurpose;
import dev.dangol.export.ListOutcome;
import dev.dangol.export.WrittenExport;
import dev.dangol.store.Lake;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunColumns;
import dev.dangol.table.results.DeliveryColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Ledger of the files that were delivered, without an address of anybody. */
final class DeliveryLedger {
  private final Lake lake;

  DeliveryLedger(Lake lake) {
    this.lake = lake;
  }

  /**
   * One delivered file.
   *
   * @param group the cohort, or what stands in its place
   * @param kind full, added, removed or suppressed
   */
  record DeliveredFile(
      String target, String group, String path, LocalDate asOf, String kind, LocalDate expiresOn) {
    String list() {
      return ExportTask.deliveryKey(target, group);
    }

    /** A file of the same list in another place, made from another day. */
    DeliveredFile movedTo(String otherPath, LocalDate day) {
      return new DeliveredFile(target, group, otherPath, day, kind, expiresOn);
    }

    boolean isFull() {
      return kind.equals(FilePurpose.FULL.word());
    }
  }

  /** Every file that was ever delivered, the latest days first; each path once. */
  List<DeliveredFile> files() {
    Map<String, DeliveredFile> byPath = new LinkedHashMap<>();
    lake.collect(DeliveryColumns.TABLE).stream()
        .map(DeliveryLedger::read)
        .sorted(Comparator.comparing(DeliveredFile::asOf).reversed())
        .forEach(file -> byPath.putIfAbsent(file.path() + "|" + file.list(), file));
    return new ArrayList<>(byPath.values());
  }

  /** The paths of full files of earlier days by list, the newest first. */
  Map<String, List<String>> before(LocalDate day) {
    Map<String, LinkedHashSet<String>> paths = new LinkedHashMap<>();
    for (DeliveredFile file : files()) {
      if (file.isFull() && file.asOf().isBefore(day)) {
        paths.computeIfAbsent(file.list(), key -> new LinkedHashSet<>()).add(file.path());
      }
    }
    Map<String, List<String>> lists = new LinkedHashMap<>();
    paths.forEach((list, found) -> lists.put(list, List.copyOf(found)));
    return lists;
  }

  void append(Collection<Row> rows) {
    lake.append(DeliveryColumns.TABLE, lake.of(DeliveryColumns.TABLE, List.copyOf(rows)));
  }

  /** The row of a file that was written again, or beside. */
  Row row(DeliveredFile file, WrittenExport written, ExportStamp stamp) {
    return RowWriter.of(DeliveryColumns.TABLE)
        .set(RunColumns.RUN, stamp.run())
        .set(DeliveryColumns.TARGET, file.target())
        .set(DeliveryColumns.GROUP, file.group())
        .set(DeliveryColumns.FILE, written.name())
        .set(DeliveryColumns.PATH, file.path())
        .set(DeliveryColumns.EXPORTED_DAY, stamp.asOf())
        .set(DeliveryColumns.KIND, written.purpose().word())
        .set(DeliveryColumns.ROWS, written.rows())
        .set(DeliveryColumns.SHA256, written.sha256())
        .setNull(DeliveryColumns.HELD_BACK)
        .set(DeliveryColumns.EXPIRES_ON, stamp.expiresOn())
        .row();
  }

  /**
   * The rows of a list's files.
   *
   * @param folder the path of their folder
   */
  static List<Row> rows(ListOutcome outcome, ExportStamp stamp, String folder) {
    List<Row> rows = new ArrayList<>();
    for (WrittenExport file : outcome.files()) {
      boolean full = file.purpose() == FilePurpose.FULL;
      rows.add(
          RowWriter.of(DeliveryColumns.TABLE)
              .set(RunColumns.RUN, stamp.run())
              .set(DeliveryColumns.TARGET, outcome.list().target().name())
              .set(DeliveryColumns.GROUP, outcome.list().group())
              .set(DeliveryColumns.FILE, file.name())
              .set(DeliveryColumns.PATH, folder + "/" + file.name())
              .set(DeliveryColumns.EXPORTED_DAY, stamp.asOf())
              .set(DeliveryColumns.KIND, file.purpose().word())
              .set(DeliveryColumns.ROWS, file.rows())
              .set(DeliveryColumns.SHA256, file.sha256())
              .set(
                  DeliveryColumns.HELD_BACK,
                  full ? Optional.of(outcome.heldBack()) : Optional.empty())
              .set(DeliveryColumns.EXPIRES_ON, stamp.expiresOn())
              .row());
    }
    return rows;
  }

  private static DeliveredFile read(Row row) {
    RowReader cells = new RowReader(row);
    return new DeliveredFile(
        cells.text(DeliveryColumns.TARGET).orElseThrow(),
        cells.text(DeliveryColumns.GROUP).orElseThrow(),
        cells.text(DeliveryColumns.PATH).orElseThrow(),
        cells.day(DeliveryColumns.EXPORTED_DAY).orElseThrow(),
        cells.text(DeliveryColumns.KIND).orElseThrow(),
        cells.day(DeliveryColumns.EXPIRES_ON).orElseThrow());
  }
}
