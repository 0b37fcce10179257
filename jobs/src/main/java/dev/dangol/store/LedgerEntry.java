package dev.dangol.store;

import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import java.sql.Date;
import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Line of the ledger: one job of one run. */
public record LedgerEntry(RunInfo stamp, JobRequest work, JobResult outcome) {

  /** True where a job asked to do this work, stamped so, would only repeat this line's. */
  public boolean covers(RunInfo otherStamp, JobRequest otherWork) {
    return outcome.status() != JobResult.JobStatus.FAILED
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

  static LedgerEntry of(Row row) {
    RowReader cells = new RowReader(row);
    return new LedgerEntry(
        new RunInfo(
            cells.text(RunColumns.RUN).orElseThrow(),
            cells.text(RunColumns.CONFIG_HASH).orElseThrow(),
            cells.count(RunColumns.SEED),
            cells.text(RunColumns.SOFTWARE_VERSION).orElseThrow()),
        new JobRequest(
            cells.text(RunColumns.JOB).orElseThrow(),
            cells.day(SharedColumns.AS_OF),
            cells.texts(RunColumns.INPUT_VERSIONS)),
        new JobResult(
            JobResult.JobStatus.of(cells.text(RunColumns.STATUS).orElseThrow()),
            cells.instant(RunColumns.STARTED).orElseThrow(),
            cells.number(RunColumns.SECONDS).orElse(0),
            cells.count(RunColumns.ROWS_IN),
            cells.count(RunColumns.ROWS_OUT),
            cells.counts(RunColumns.COUNTS),
            cells.counts(RunColumns.TABLE_VERSIONS)));
  }
}
