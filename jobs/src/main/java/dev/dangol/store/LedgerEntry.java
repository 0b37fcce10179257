package dev.dangol.store;

import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import org.apache.spark.sql.Row;

/** Line of the ledger: one job of one run. */
public record LedgerEntry(RunInfo stamp, JobRequest work, JobResult outcome) {

  /** True where a job asked to do this work, stamped so, would only repeat this line's. */
  public boolean covers(RunInfo otherStamp, JobRequest otherWork) {
    return outcome.status() != JobResult.JobStatus.FAILED
        && stamp.computesLike(otherStamp)
        && work.equals(otherWork);
  }

  Row row() {
    return RowWriter.of(RunColumns.RUNS)
        .set(RunColumns.RUN, stamp.run())
        .set(RunColumns.JOB, work.job())
        .set(SharedColumns.AS_OF, work.asOf())
        .set(RunColumns.STATUS, outcome.status().word())
        .set(RunColumns.STARTED, outcome.started())
        .set(RunColumns.SECONDS, outcome.seconds())
        .set(RunColumns.ROWS_IN, outcome.rowsIn())
        .set(RunColumns.ROWS_OUT, outcome.rowsOut())
        .set(RunColumns.COUNTS, outcome.counts())
        .set(RunColumns.INPUT_VERSIONS, work.inputs())
        .set(RunColumns.TABLE_VERSIONS, outcome.versions())
        .set(RunColumns.CONFIG_HASH, stamp.configHash())
        .set(RunColumns.SEED, stamp.seed())
        .set(RunColumns.SOFTWARE_VERSION, stamp.softwareVersion())
        .row();
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
