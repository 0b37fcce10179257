package dev.dangol.cohorts;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Attributes of customers on a day: the columns that scorecards and cohort predicates can name. */
public final class CustomerAttributes {
  private static final String[] KEY = {
    SharedColumns.AS_OF.name(), SharedColumns.CUSTOMER_ID.name()
  };

  private CustomerAttributes() {}

  /**
   * One row per customer of the first table, with their columns from the other tables; null where
   * those have no row for them.
   *
   * @param customers one row per day and customer
   * @param more the same; no column but the key is in two of them
   */
  public static Dataset<Row> of(Dataset<Row> customers, List<Dataset<Row>> more) {
    Dataset<Row> described = customers;
    for (Dataset<Row> part : more) {
      described = described.join(part, KEY, "left");
    }
    return described;
  }

  /** The columns of the table and no others; those that the rows do not have yet are null. */
  public static Dataset<Row> conform(Dataset<Row> rows, Table table) {
    List<String> present = Arrays.asList(rows.columns());
    return rows.select(
        table.fields().stream()
            .map(field -> present.contains(field.name()) ? field.col() : field.nullColumn())
            .toArray(Column[]::new));
  }
}
