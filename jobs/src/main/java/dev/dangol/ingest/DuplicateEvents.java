package dev.dangol.ingest;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.Source;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.MapType;

/**
 * Deduplicates events by id and adds where each came from. Of rows that share an id, those that
 * arrived in time to be known come first; of these the latest arrival is kept, then the greater
 * fingerprint, so that the choice does not depend on the order of the rows. Rows without an id are
 * all kept: two identical lines are two purchases.
 */
public final class DuplicateEvents {
  private DuplicateEvents() {}

  /** One row per event, with the columns of the source's clean table and its direct identifiers. */
  public static Dataset<Row> remove(Source source, Dataset<Row> accepted, AsOf asOf) {
    Dataset<Row> marked =
        accepted
            .withColumn(IngestColumns.HAS_ID.name(), hasId(source))
            .withColumn(IngestColumns.EVENT_KEY.name(), eventKey(source));
    return marked
        .withColumn(IngestColumns.OCCURRENCE.name(), row_number().over(latestFirst(source, asOf)))
        .where(
            IngestColumns.HAS_ID.col().equalTo(false).or(IngestColumns.OCCURRENCE.col().equalTo(1)))
        .withColumn(SharedColumns.SOURCE_ROW.name(), sourceRow(source));
  }

  /** A fingerprint of the canonical columns. */
  static Column content(Source source) {
    List<Column> parts = new ArrayList<>();
    source.fields().forEach(field -> parts.add(hashable(field)));
    // The hash skips nulls: without their positions, two different rows could get one hash.
    source.fields().forEach(field -> parts.add(field.col().isNull()));
    return hex(xxhash64(parts.toArray(Column[]::new)));
  }

  /** Maps have no hash of their own: their sorted entries are hashed instead. */
  private static Column hashable(Field field) {
    return field.type() instanceof MapType ? array_sort(map_entries(field.col())) : field.col();
  }

  private static Column hasId(Source source) {
    List<Field> key = source.key();
    return key.isEmpty() ? lit(false) : key.get(key.size() - 1).col().isNotNull();
  }

  private static Column eventKey(Source source) {
    List<Column> parts = new ArrayList<>();
    source.key().forEach(field -> parts.add(coalesce(field.col(), lit(""))));
    return when(IngestColumns.HAS_ID.col(), concat_ws("\u001f", parts.toArray(Column[]::new)))
        .otherwise(IngestColumns.CONTENT.col());
  }

  private static WindowSpec latestFirst(Source source, AsOf asOf) {
    Column content = IngestColumns.CONTENT.col().desc();
    WindowSpec events =
        Window.partitionBy(IngestColumns.HAS_ID.col(), IngestColumns.EVENT_KEY.col());
    return source.fields().contains(SharedColumns.ARRIVED_AT)
        ? events.orderBy(
            asOf.arrivedInTime().desc(), SharedColumns.ARRIVED_AT.col().desc_nulls_last(), content)
        : events.orderBy(content);
  }

  private static Column sourceRow(Source source) {
    Column fingerprint = concat(lit(source.name() + ":"), IngestColumns.CONTENT.col());
    Column repeated =
        IngestColumns.HAS_ID.col().equalTo(false).and(IngestColumns.OCCURRENCE.col().gt(1));
    return when(repeated, concat_ws("-", fingerprint, IngestColumns.OCCURRENCE.col()))
        .otherwise(fingerprint);
  }
}
