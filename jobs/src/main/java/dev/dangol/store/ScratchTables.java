package dev.dangol.store;

import dev.dangol.store.VersionRelation.WrittenFolder;
import dev.dangol.store.files.ScratchFileWriter;
import dev.dangol.store.files.ScratchFileWriter.ScratchFiles;
import dev.dangol.store.files.WrittenFile;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.catalog.BucketSpec;

/**
 * Scratch tables on disk, for rows that a job reads repeatedly. Each is computed once; later steps
 * are planned by its real size and without its history, and a lost machine loses no rows of it.
 * Rows that came in parts by customer, and in order, stay in them, so that joining them with others
 * that did moves and sorts nothing.
 */
public final class ScratchTables implements UnaryOperator<Dataset<Row>>, AutoCloseable {
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
    String path = folder.in(String.valueOf(tables.incrementAndGet())).path();
    ScratchFiles written = new ScratchFileWriter(path).write(rows);
    long bytes = written.files().stream().mapToLong(WrittenFile::size).sum();
    Optional<BucketSpec> parts =
        SmallInputs.areSmall(bytes) ? Optional.empty() : CustomerOrder.of(written.plan());
    WrittenFolder files =
        new WrittenFolder(
            path, rows.schema(), written.files().stream().map(WrittenFile::status).toList());
    return SmallInputs.inOnePart(VersionRelation.read(rows.sparkSession(), files, parts), bytes);
  }

  @Override
  public void close() {
    folder.deleteAll();
  }
}
