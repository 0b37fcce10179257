package dev.dangol.store.files;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Cells that every row of a table must have.
 *
 * @param table the table's name
 * @param columns the columns of its rows
 * @param places those of them that may not be empty
 */
record RequiredCells(String table, List<String> columns, List<Integer> places)
    implements Serializable {

  static RequiredCells of(String table, Set<String> required, List<String> columns) {
    List<Integer> places =
        IntStream.range(0, columns.size())
            .filter(place -> required.contains(columns.get(place)))
            .boxed()
            .toList();
    return new RequiredCells(table, columns, places);
  }

  /**
   * Refuses a row that lacks a cell.
   *
   * @throws IllegalArgumentException where it does
   */
  void check(InternalRow row) {
    for (int place : places) {
      if (row.isNullAt(place)) {
        throw new IllegalArgumentException(
            "A row for "
                + table
                + " has no "
                + columns.get(place)
                + ", which every row must have.");
      }
    }
  }
}
