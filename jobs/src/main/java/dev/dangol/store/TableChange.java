package dev.dangol.store;

import dev.dangol.store.TableVersion.LiveFile;
import dev.dangol.store.files.WrittenRows;
import dev.dangol.table.Table;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.actions.SingleAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Change of a table: rows that come in the place of a slice.
 *
 * @param added the files that hold the rows
 * @param properties what the table says of itself from then on, beside what it said before
 */
record TableChange(
    ReplacedSlice slice, List<LiveFile> added, CommitNote note, Map<String, String> properties) {

  /**
   * A change by rows that were written.
   *
   * @throws IllegalArgumentException where rows do not belong to the slice
   */
  static TableChange of(Table table, ReplacedSlice slice, WrittenRows rows, CommitNote note) {
    List<LiveFile> added = rows.files().stream().map(LiveFile::of).toList();
    for (LiveFile file : added) {
      if (!slice.admits(file.partitionValues())) {
        throw new IllegalArgumentException(
            "Rows of "
                + file.partitionValues()
                + " are not of the slice of "
                + table.name()
                + " that they replace: "
                + slice.condition().orElse("everything")
                + ".");
      }
    }
    return new TableChange(slice, added, note, Map.of());
  }

  /** The same change of a table whose rows lie in buckets from then on. */
  TableChange into(Optional<TableBuckets> buckets) {
    Map<String, String> said = buckets.map(TableBuckets::properties).orElse(properties);
    return new TableChange(slice, added, note, said);
  }

  /** The properties that a version does not have yet. */
  Map<String, String> news(TableVersion base) {
    Map<String, String> news = new HashMap<>(properties);
    news.entrySet().removeAll(base.snapshot().getTableProperties().entrySet());
    return news;
  }

  /** True where nothing comes and nothing goes. */
  boolean isEmpty(TableVersion base) {
    return added.isEmpty() && base.covered(slice).isEmpty();
  }

  /** The entries of the log. */
  List<Row> actions(TableVersion base) {
    Stream<Row> gone =
        base.covered(slice).stream()
            .map(file -> file.add().toRemoveFileRow(true, Optional.empty()))
            .map(SingleAction::createRemoveFileSingleAction);
    Stream<Row> come =
        added.stream().map(file -> file.add().toRow()).map(SingleAction::createAddFileSingleAction);
    return Stream.concat(gone, come).toList();
  }
}
