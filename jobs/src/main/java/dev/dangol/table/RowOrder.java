package dev.dangol.table;

import static org.apache.spark.sql.functions.coalesce;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Order of rows by customer: those of one customer together, in order of time.
 *
 * @param customer the column of the customer; null in rows of people who are not known
 * @param stranger the column that tells people apart who are not known; empty where all are
 * @param time the column of the moment
 */
public record RowOrder(Field customer, Optional<Field> stranger, Field time) {

  /** The columns that rows are sorted by. */
  public List<Field> sorted() {
    return List.of(customer, time);
  }

  /**
   * Rows in parts by customer. Those of people who are not known are spread over all parts.
   *
   * @param count how many, 1 or more
   */
  public Dataset<Row> part(Dataset<Row> rows, int count) {
    Column whose =
        stranger.map(other -> coalesce(customer.col(), other.col())).orElse(customer.col());
    return count == 1 ? rows.coalesce(1) : rows.repartition(count, whose);
  }

  /** The columns that rows are sorted by, for a query. */
  public Column[] columns() {
    return sorted().stream().map(Field::col).toArray(Column[]::new);
  }
}
