package dev.dangol.store;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * Scratch tables on disk, for rows that a job reads repeatedly. Each is computed once; later steps
 * are planned by its real size and without its history, and a lost machine loses no rows of it.
 */
public final class ScratchTables implements UnaryOperator<Dataset<Row>>, AutoCloseable {
  /** Without dictionaries, statistics and checksums: the tables are read soon, and whole. */
  private static final Map<String, String> PLAIN =
      Map.of(
          "parquet.enable.dictionary", "false",
          "parquet.column.statistics.enabled", "false",
          "parquet.size.statistics.enabled", "false",
          "parquet.page.write-checksum.enabled", "false");

  private final StoreFolder folder;
  private final AtomicInteger tables = new AtomicInteger();

  /** Removes the scratch tables that a job which died left behind. */
  ScratchTables(StoreFolder folder) {
    this.folder = folder;
    folder.deleteAll();
  }

  /** The same rows, read from disk. */
  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    String name = String.valueOf(tables.incrementAndGet());
    String path = folder.in(name).path();
    rows.write().mode(SaveMode.Overwrite).options(PLAIN).parquet(path);
    return SmallInputs.inOnePart(
        rows.sparkSession().read().schema(rows.schema()).parquet(path), folder.in(name).bytes());
  }

  @Override
  public void close() {
    folder.deleteAll();
  }
}
