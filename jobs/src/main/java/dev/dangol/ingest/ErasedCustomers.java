package dev.dangol.ingest;

import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.dangol.privacy.CustomerKeys;
import dev.dangol.privacy.IdentifierMatcher;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.sources.Source;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Leaves out the rows of customers who were erased, whatever the sources still say of them. Where
 * the list of the erased is empty there is nothing to call.
 *
 * @param list the table erasures, one row per id
 * @param salt what the hashes on the list were made with
 */
public record ErasedCustomers(Dataset<Row> list, String salt) {
  private static final String BETWEEN_WORDS = "[\\s,;|\"'{}\\[\\]\\\\:=]+";

  /** The columns of a source in which a customer stands whose row it is. */
  public static List<Field> keys(Source source) {
    return source.fields().stream()
        .filter(field -> CustomerKeys.OWN.stream().anyMatch(own -> own.name().equals(field.name())))
        .toList();
  }

  /**
   * A source's judged rows without those of the erased: by their customer columns, and where a row
   * is rejected by its raw text as well. Who only names one of them, such as his company, keeps his
   * row without that name.
   */
  public Dataset<Row> without(Source source, Dataset<Row> judged) {
    Dataset<Row> others = withoutTraces(without(judged, keys(source)));
    for (Field named : CustomerKeys.NAMED) {
      others = source.fields().contains(named) ? detach(others, named) : others;
    }
    return others;
  }

  /** The rows that have none of the erased in the columns; null is nobody. */
  public Dataset<Row> without(Dataset<Row> rows, List<Field> keys) {
    Dataset<Row> others = rows;
    for (Field key : keys) {
      Column theirs = CustomerKeys.alone(key).and(isOn(key.col(), key));
      others = others.join(hashes(), theirs, "left_anti");
    }
    return others;
  }

  /** All the rows, with null for each of the erased in the column. */
  Dataset<Row> detach(Dataset<Row> rows, Field key) {
    Dataset<Row> found = rows.join(hashes(), isOn(key.col(), key), "left");
    return found
        .withColumn(key.name(), key.is(when(ErasureColumns.KEY_HASH.col().isNull(), key.col())))
        .drop(ErasureColumns.KEY_HASH.name());
  }

  /** The rows without those rejected ones in whose raw text an id of the erased stands. */
  private Dataset<Row> withoutTraces(Dataset<Row> judged) {
    Column hashes =
        transform(
            parts(RunColumns.RAW.col()),
            part -> ErasureColumns.hash(SharedColumns.CUSTOMER_ID, part, salt));
    Column all = list.agg(collect_set(ErasureColumns.KEY_HASH.col())).scalar();
    Column told = IngestColumns.FAULT.col().isNotNull().and(arrays_overlap(hashes, all));
    return judged.where(not(coalesce(told, lit(false))));
  }

  /** What in a line may be an id: with the blanks that it may hold, and without. */
  private static Column parts(Column text) {
    Column parts =
        transform(
            split(text, IdentifierMatcher.BETWEEN_PARTS),
            part -> regexp_replace(part, IdentifierMatcher.AROUND_PART, ""));
    return array_union(parts, split(text, BETWEEN_WORDS));
  }

  private Column isOn(Column id, Field kind) {
    return ErasureColumns.hash(kind, id, salt).equalTo(ErasureColumns.KEY_HASH.col());
  }

  private Dataset<Row> hashes() {
    return list.select(ErasureColumns.KEY_HASH.col());
  }
}
