package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.min;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.Source;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Replaces merged ids by the ids of their customers; usually few ids are merged. */
public final class CustomerRenames {
  private CustomerRenames() {}

  /** One row per id that belongs to a customer of another id. */
  public static Dataset<Row> of(Dataset<Row> identities) {
    Column id = IdentityColumns.SOURCE_ID.col();
    return IdentityRows.ofCustomers(identities)
        .where(id.notEqual(SharedColumns.CUSTOMER_ID.col()))
        .groupBy(LinkColumns.OLD_ID.is(id))
        .agg(LinkColumns.NEW_ID.is(min(SharedColumns.CUSTOMER_ID.col())));
  }

  /** A source's rows, as many and in the same columns, naming customers by their ids. */
  public static Dataset<Row> apply(Source source, Dataset<Row> rows, Dataset<Row> renames) {
    Dataset<Row> renamed = rows;
    for (Field field : SourceKeys.columns(source)) {
      renamed = apply(field, renamed, renames);
    }
    return renamed;
  }

  /** The rows with one column renamed. */
  public static Dataset<Row> apply(Field field, Dataset<Row> rows, Dataset<Row> renames) {
    Column newId = LinkColumns.NEW_ID.col();
    return rows.join(renames, field.col().equalTo(LinkColumns.OLD_ID.col()), "left")
        .withColumn(field.name(), coalesce(newId, field.col()))
        .drop(LinkColumns.OLD_ID.name(), LinkColumns.NEW_ID.name());
  }
}
