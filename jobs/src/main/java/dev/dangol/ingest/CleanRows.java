package dev.dangol.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Source;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Splits validated rows into accepted rows and rows for quarantine. */
public final class CleanRows {
  private CleanRows() {}

  private static final int LONGEST_VALUE = 100;

  /** The rows as they are stored before they are validated together with those of other loads. */
  public static Dataset<Row> toLand(Source source, Dataset<Row> validated) {
    return only(source.landedTable(), validated);
  }

  /**
   * The validated rows, where those that are rejected for lying in the future show their canonical
   * columns in the place of the raw row. Any row is in the future of some day: to keep the raw row
   * of each would store everything twice more.
   */
  public static Dataset<Row> showFuture(Source source, Dataset<Row> validated) {
    Column[] cells = source.fields().stream().map(Field::col).toArray(Column[]::new);
    Column shown = CustomerContacts.withoutAddresses(to_json(struct(cells)));
    return source
        .time()
        .map(time -> when(IngestColumns.waits(time), shown).otherwise(RunColumns.RAW.col()))
        .map(raw -> validated.withColumn(RunColumns.RAW.name(), raw))
        .orElse(validated);
  }

  /** The accepted rows, deduplicated, with the columns of the source's clean table. */
  public static Dataset<Row> accept(Source source, Dataset<Row> judged, AsOf asOf) {
    return DuplicateEvents.remove(source, judged.where(IngestColumns.FAULT.col().isNull()), asOf);
  }

  /** The columns of the source's clean table; a column that no step made is null. */
  public static Dataset<Row> clean(Source source, Dataset<Row> unique) {
    Dataset<Row> whole = unique;
    for (Field made : source.made()) {
      if (!Arrays.asList(unique.columns()).contains(made.name())) {
        whole = whole.withColumn(made.name(), made.nullColumn());
      }
    }
    return only(
        source.clean(),
        source.fields().contains(CustomerSource.ATTRIBUTES) ? withoutMoved(whole) : whole);
  }

  /** The rows without the attributes that identify a person, which have a table of their own. */
  private static Dataset<Row> withoutMoved(Dataset<Row> rows) {
    Object[] moved = CustomerContacts.MOVED_ATTRIBUTES.stream().map(Field::name).toArray();
    Column left =
        map_filter(
            CustomerSource.ATTRIBUTES.col(), (name, text) -> name.isin(moved).equalTo(false));
    return rows.withColumn(CustomerSource.ATTRIBUTES.name(), CustomerSource.ATTRIBUTES.is(left));
  }

  /** The rows of quarantine. */
  public static Dataset<Row> reject(Source source, Dataset<Row> judged, AsOf asOf) {
    return judged
        .where(IngestColumns.isRejected())
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            RunColumns.SOURCE.is(lit(source.name())),
            RunColumns.REASON.is(concat(IngestColumns.FAULT.col(), value())),
            RunColumns.COLUMN.is(IngestColumns.FAULT_COLUMN.col()),
            RunColumns.RAW.col());
  }

  /** The value at fault, in quotes; empty where there was none or where it identifies a person. */
  private static Column value() {
    String[] hidden =
        CustomerContacts.DIRECT_IDENTIFIERS.stream().map(Field::name).toArray(String[]::new);
    Column value = substring(IngestColumns.FAULT_VALUE.col(), 1, LONGEST_VALUE);
    Column shown =
        value
            .notEqual("")
            .and(
                not(
                    coalesce(
                        IngestColumns.FAULT_COLUMN.col().isin((Object[]) hidden), lit(false))));
    return when(shown, concat(lit(": '"), value, lit("'"))).otherwise("");
  }

  private static Dataset<Row> only(Table table, Dataset<Row> rows) {
    return rows.select(table.fields().stream().map(Field::col).toArray(Column[]::new));
  }
}
