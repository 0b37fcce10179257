package dev.dangol.report.data;

import dev.dangol.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the report finds its tables: each with the rows of the day described, and no others. */
@FunctionalInterface
public interface ReportTables {
  Dataset<Row> of(Table table);
}
