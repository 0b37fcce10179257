package dev.dangol.store;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * Tables that a job reads repeatedly, set aside on disk until it is done. Each is computed once;
 * what is made from it is planned by its real size and forgets how it came about, and a machine
 * that is lost takes nothing with it.
 */
public final class ScratchTables implements UnaryOperator<Dataset<Row>>, AutoCloseable {
  /** It is read too soon, and too much of it, for what helps those who look for a few rows. */
  private static final Map<String, String> PLAIN =
      Map.of(
          "parquet.enable.dictionary", "false",
          "parquet.column.statistics.enabled", "false",
          "parquet.size.statistics.enabled", "false",
          "parquet.page.write-checksum.enabled", "false");

  private final StoreFolder folder;
  private final AtomicInteger tables = new AtomicInteger();

  /** What a job that died left behind is removed. */
  ScratchTables(StoreFolder folder) {
    this.folder = folder;
    folder.deleteAll();
  }

  /** The same rows, read from where they were set aside. */
  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    String path = folder.in(String.valueOf(tables.incrementAndGet())).path();
    rows.write().mode(SaveMode.Overwrite).options(PLAIN).parquet(path);
    return rows.sparkSession().read().schema(rows.schema()).parquet(path);
  }

  @Override
  public void close() {
    folder.deleteAll();
  }
}
