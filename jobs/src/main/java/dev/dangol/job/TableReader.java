package dev.dangol.job;

import dev.dangol.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads a table, either as it is stored or as readers see it. */
public interface TableReader {
  Dataset<Row> of(Table table);
}
