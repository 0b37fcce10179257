package dev.dangol.store;

import static org.apache.spark.sql.functions.col;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.testing.TestDay;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows of a small daily table, on which the store's own tests agree. */
final class VisitorRows {
  static final AsOf MONDAY = TestDay.of("2026-01-05");
  static final AsOf TUESDAY = TestDay.of("2026-01-06");
  static final Field VISITS = Field.count("visits", "The visitor's count, in visits.");
  static final Table TABLE =
      new Table(
          "visitors",
          "A visitor of the day.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, VISITS));

  private VisitorRows() {}

  /** So many visitors of a day, whom a Spark job has to compute. */
  static Dataset<Row> computed(SparkSession spark, AsOf day, int visitors) {
    return spark
        .range(visitors)
        .select(
            day.column().as("as_of"),
            col("id").cast("string").as("customer_id"),
            col("id").as("visits"));
  }
}
