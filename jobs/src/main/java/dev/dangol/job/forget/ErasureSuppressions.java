package dev.dangol.job.forget;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.contacts.ContactSuppressions;
import dev.dangol.job.contacts.ContactsJob;
import dev.dangol.store.JobResult.JobStatus;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.results.SuppressionColumns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Suppressions of erased customers, which stand on every day as soon as they are erased. */
final class ErasureSuppressions {
  private ErasureSuppressions() {}

  /** Adds those that a day lacks: the days of the table, and the newest one of its job. */
  static void add(Lake lake, Ledger ledger) {
    Optional<LocalDate> newest = newest(ledger);
    if (newest.isEmpty() || !lake.exists(SuppressionColumns.TABLE)) {
      return;
    }
    Dataset<Row> held = lake.read(SuppressionColumns.TABLE);
    Dataset<Row> listed = ContactSuppressions.erased(lake.read(ErasureColumns.TABLE));
    Dataset<Row> days =
        held.select(SharedColumns.AS_OF.col())
            .union(listed.select(SharedColumns.AS_OF.is(lit(newest.get()))))
            .distinct();
    Dataset<Row> known =
        held.where(SuppressionColumns.REASON.col().equalTo(SuppressionColumns.ERASED))
            .select(SharedColumns.AS_OF.col(), SuppressionColumns.CUSTOMER_ID.col());
    String[] key = {SharedColumns.AS_OF.name(), SuppressionColumns.CUSTOMER_ID.name()};
    Dataset<Row> fresh =
        listed
            .crossJoin(days)
            .join(known, key, "left_anti")
            .select(
                SuppressionColumns.TABLE.fields().stream().map(Field::col).toArray(Column[]::new));
    if (!fresh.isEmpty()) {
      lake.append(SuppressionColumns.TABLE, fresh);
    }
  }

  private static Optional<LocalDate> newest(Ledger ledger) {
    return ledger.entries().stream()
        .filter(entry -> entry.work().job().equals(ContactsJob.NAME))
        .filter(entry -> entry.outcome().status() != JobStatus.FAILED)
        .map(LedgerEntry::work)
        .flatMap(work -> work.asOf().stream())
        .max(Comparator.naturalOrder());
  }
}
