package dev.dangol.sample.files;

import dev.dangol.sample.people.SeededDraws;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Flaws of a raw table: some rows arrive twice, and now and then one cannot be understood. Broken
 * rows come beside the sound ones, so that nothing true is lost.
 *
 * @param repeatedShare share of rows that are written twice, alike in every column
 * @param brokenEvery one customer in so many leaves one broken row; 0 for none
 * @param breakages the ways in which a row breaks, taken in turn
 */
record RawFlaws(double repeatedShare, long brokenEvery, List<BrokenValue> breakages)
    implements Serializable {
  static final RawFlaws NONE = new RawFlaws(0, 0, List.of());

  /**
   * A value in the wrong place.
   *
   * @param column where
   * @param value what is written there
   */
  record BrokenValue(int column, Serializable value) implements Serializable {}

  List<Row> in(List<Row> rows, long number, SeededDraws draws) {
    List<Row> flawed = new ArrayList<>(rows.size() + 1);
    for (Row row : rows) {
      flawed.add(row);
      if (draws.chance(repeatedShare)) {
        flawed.add(row);
      }
    }
    if (!rows.isEmpty() && brokenEvery > 0 && number % brokenEvery == brokenEvery / 2) {
      flawed.add(broken(rows.get(0), number / brokenEvery));
    }
    return flawed;
  }

  private Row broken(Row row, long turn) {
    BrokenValue breakage = breakages.get((int) (turn % breakages.size()));
    Object[] cells = new Object[row.size()];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = row.get(column);
    }
    cells[0] = "B" + row.get(0);
    cells[breakage.column()] = breakage.value();
    return RowFactory.create(cells);
  }
}
