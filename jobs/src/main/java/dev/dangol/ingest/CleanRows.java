package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.Columns;
import dev.dangol.table.Contacts;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Source;
import dev.dangol.table.Table;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judged rows, parted into those that are used and those that are not. */
public final class CleanRows {
  private CleanRows() {}

  /** The rows of the source's clean table. */
  public static Dataset<Row> accepted(Source source, Dataset<Row> judged) {
    Dataset<Row> whole = events(source, judged);
    for (Field made : source.made()) {
      whole = whole.withColumn(made.name(), made.none());
    }
    return only(source.clean(), whole);
  }

  /** How to reach each customer: the part of a customer record that stands in no other table. */
  public static Dataset<Row> contacts(Source source, Dataset<Row> judged) {
    return only(Contacts.TABLE, events(source, judged));
  }

  /** The rows of quarantine. */
  public static Dataset<Row> rejected(Source source, Dataset<Row> judged, LocalDate asOf) {
    return judged
        .where(IngestColumns.FAULT.col().isNotNull())
        .select(
            Columns.AS_OF.is(lit(Date.valueOf(asOf))),
            RunColumns.SOURCE.is(lit(source.name())),
            RunColumns.REASON.is(IngestColumns.FAULT.col()),
            RunColumns.COLUMN.is(IngestColumns.FAULT_COLUMN.col()),
            RunColumns.RAW.col());
  }

  private static Dataset<Row> events(Source source, Dataset<Row> judged) {
    return Duplicates.removed(source, judged.where(IngestColumns.FAULT.col().isNull()));
  }

  private static Dataset<Row> only(Table table, Dataset<Row> rows) {
    return rows.select(table.fields().stream().map(Field::col).toArray(Column[]::new));
  }
}
