package dev.dangol.job;

import dev.dangol.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How a table is read: as it stands, or as readers see it. */
public interface TableReader {
  Dataset<Row> of(Table table);
}
