package dev.dangol.report.data;

import dev.dangol.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tables of the report, each with the rows of the day described, and no others. */
@FunctionalInterface
public interface ReportTables {
  Dataset<Row> of(Table table);
}
