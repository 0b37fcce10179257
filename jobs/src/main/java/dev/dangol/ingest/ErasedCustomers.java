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
 * Filters out the rows of erased customers, whatever the sources still hold of them. Not needed
 * where the list of erasures is empty.
 *
 * @param list the table erasures, one row per id
 * @param salt the salt of the hashes on the list
 */
public record ErasedCustomers(Dataset<Row> list, String salt) {
  private static final String BETWEEN_WORDS = "[\\s,;|\"'{}\\[\\]\\\\:=]+";

  /** The columns of a source that hold the customer whose row it is. */
  public static List<Field> keys(Source source) {
    return source.fields().stream()
        .filter(field -> CustomerKeys.OWN.stream().anyMatch(own -> own.name().equals(field.name())))
        .toList();
  }

  /**
   * A source's validated rows without those of erased customers, which are found by their customer
   * columns and, where a row is rejected, by its raw text as well. A row that only names an erased
   * customer, for example as a customer's company, is kept without that name.
   */
  public Dataset<Row> without(Source source, Dataset<Row> judged) {
    Dataset<Row> others = withoutTraces(without(judged, keys(source)));
    for (Field named : CustomerKeys.NAMED) {
      others = source.fields().contains(named) ? detach(others, named) : others;
    }
    return others;
  }

  /** The rows without an erased customer in the columns; null means no customer. */
  public Dataset<Row> without(Dataset<Row> rows, List<Field> keys) {
    Dataset<Row> others = rows;
    for (Field key : keys) {
      Column theirs = CustomerKeys.alone(key).and(isOn(key.col(), key));
      others = others.join(hashes(), theirs, "left_anti");
    }
    return others;
  }

  /** All rows, with null in place of each erased customer in the column. */
  Dataset<Row> detach(Dataset<Row> rows, Field key) {
    Dataset<Row> found = rows.join(hashes(), isOn(key.col(), key), "left");
    return found
        .withColumn(key.name(), key.is(when(ErasureColumns.KEY_HASH.col().isNull(), key.col())))
        .drop(ErasureColumns.KEY_HASH.name());
  }

  /** The rows without rejected ones whose raw text contains the id of an erased customer. */
  private Dataset<Row> withoutTraces(Dataset<Row> judged) {
    Column hashes =
        transform(
            parts(RunColumns.RAW.col()),
            part -> ErasureColumns.hash(SharedColumns.CUSTOMER_ID, part, salt));
    Column all = list.agg(collect_set(ErasureColumns.KEY_HASH.col())).scalar();
    Column named = IngestColumns.FAULT.col().isNotNull().and(arrays_overlap(hashes, all));
    return judged.where(not(coalesce(named, lit(false))));
  }

  /** The parts of a line that may be ids, with the blanks that they may hold and without. */
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
