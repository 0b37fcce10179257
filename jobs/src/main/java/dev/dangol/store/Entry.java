package dev.dangol.store;

import dev.dangol.table.Cells;
import dev.dangol.table.Columns;
import dev.dangol.table.RunColumns;
import java.sql.Date;
import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One line of the ledger. */
public record Entry(Stamp stamp, Work work, Outcome outcome) {

  /** True where a job asked to do this work, stamped so, would only repeat this line's. */
  public boolean covers(Stamp otherStamp, Work otherWork) {
    return outcome.status() != Outcome.Status.FAILED
        && stamp.computesLike(otherStamp)
        && work.equals(otherWork);
  }

  Row row() {
    return RowFactory.create(
        stamp.run(),
        work.job(),
        work.asOf().map(Date::valueOf).orElse(null),
        outcome.status().word(),
        Timestamp.from(outcome.started()),
        outcome.seconds(),
        outcome.rowsIn(),
        outcome.rowsOut(),
        outcome.counts(),
        work.inputs(),
        outcome.versions(),
        stamp.configHash(),
        stamp.seed(),
        stamp.softwareVersion());
  }

  static Entry of(Row row) {
    Cells cells = new Cells(row);
    return new Entry(
        new Stamp(
            cells.text(RunColumns.RUN).orElseThrow(),
            cells.text(RunColumns.CONFIG_HASH).orElseThrow(),
            cells.count(RunColumns.SEED),
            cells.text(RunColumns.SOFTWARE_VERSION).orElseThrow()),
        new Work(
            cells.text(RunColumns.JOB).orElseThrow(),
            cells.day(Columns.AS_OF),
            cells.texts(RunColumns.INPUT_VERSIONS)),
        new Outcome(
            Outcome.Status.of(cells.text(RunColumns.STATUS).orElseThrow()),
            cells.instant(RunColumns.STARTED).orElseThrow(),
            cells.number(RunColumns.SECONDS).orElse(0),
            cells.count(RunColumns.ROWS_IN),
            cells.count(RunColumns.ROWS_OUT),
            cells.counts(RunColumns.COUNTS),
            cells.counts(RunColumns.TABLE_VERSIONS)));
  }
}
