package dev.dangol.store;

import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.store.log.LogStores;
import dev.dangol.table.RowOrder;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads versions of Delta tables. Delta for Spark runs a job to list a table's files whenever a
 * query is planned, which takes longer than reading a table of some thousand rows. A table that any
 * reader of Delta's first protocol can read consists of its Parquet files, and Delta Kernel finds
 * these in the log: such a table is read from them, and any other by Delta for Spark. The rows are
 * the same.
 *
 * <p>Source: Delta Transaction Log Protocol, "Reader Version Requirements".
 */
final class TableVersions {
  private final SparkSession spark;
  private final Engine engine;

  /** The session that keeps buckets, once it is needed. */
  private Optional<SparkSession> keeping = Optional.empty();

  /** The version of each folder that was asked for last. */
  private final Map<String, TableVersion> known = new ConcurrentHashMap<>();

  TableVersions(SparkSession spark) {
    this.spark = spark;
    this.engine = DefaultEngine.create(LogStores.configure(spark.sessionState().newHadoopConf()));
  }

  /** The rows of the table in a folder as they were at a version. */
  Dataset<Row> read(String path, long number) {
    return read(path, number, ReplacedSlice.everything());
  }

  /** Those of the rows that are in a slice. */
  Dataset<Row> read(String path, long number, ReplacedSlice slice) {
    TableVersion version = version(path, number);
    if (version.files().isEmpty()) {
      Dataset<Row> all = byDelta(spark, path, number);
      return slice.condition().map(all::where).orElse(all);
    }
    long bytes = version.bytes(slice);
    Optional<TableBuckets> buckets =
        SmallInputs.areSmall(bytes) ? Optional.empty() : TableBuckets.of(version);
    Dataset<Row> all = VersionRelation.read(spark, version, buckets);
    return SmallInputs.inOnePart(slice.condition().map(all::where).orElse(all), bytes);
  }

  /**
   * The rows of a version in parts by customer, sorted inside. They belong to a session of their
   * own, in which a query keeps the parts it begins with and starts no job before it is asked to.
   *
   * @param parts how many; a table that is stored in as many, and in order, is read as it lies
   */
  Dataset<Row> readInOrder(String path, long number, RowOrder order, int parts) {
    TableVersion version = version(path, number);
    Optional<TableBuckets> buckets =
        TableBuckets.of(version).filter(known -> known.equals(TableBuckets.of(order, parts)));
    Dataset<Row> rows =
        version.files().isPresent()
            ? VersionRelation.read(keepingSession(), version, buckets)
            : byDelta(keepingSession(), path, number);
    Dataset<Row> parted = buckets.isPresent() ? rows : order.part(rows, parts);
    return parted.sortWithinPartitions(order.columns());
  }

  private synchronized SparkSession keepingSession() {
    keeping = Optional.of(keeping.orElseGet(() -> VersionRelation.keepingSession(spark)));
    return keeping.get();
  }

  /** The rows of a version of a small table, without a Spark job where it can be read so. */
  List<Row> collect(String path, long number) {
    TableVersion version = version(path, number);
    return CollectedRows.suits(version)
        ? new CollectedRows(engine, version).all()
        : read(path, number).collectAsList();
  }

  /** A version of the table in a folder. */
  TableVersion version(String path, long number) {
    return known.compute(
        path,
        (key, last) ->
            last != null && last.number() == number ? last : version(key, snapshot(key, number)));
  }

  /** Notes a version that was just written, so that its log need not be read. */
  void note(String path, TableVersion written) {
    known.put(path, written);
  }

  /** The newest version of the table in a folder. */
  TableVersion newest(String path) {
    TableVersion newest = version(path, TableManager.loadSnapshot(path).build(engine));
    note(path, newest);
    return newest;
  }

  Engine engine() {
    return engine;
  }

  /** Writes the state of a version in one piece, unless that was done before. */
  void checkpoint(String path, long number) {
    try {
      snapshot(path, number).writeCheckpoint(engine);
    } catch (CheckpointAlreadyExistsException done) {
      // A purge that was cut short has written it already.
    } catch (IOException failure) {
      throw unusable(path, "written to", failure);
    }
  }

  private static Dataset<Row> byDelta(SparkSession session, String path, long number) {
    return session.read().format("delta").option("versionAsOf", number).load(path);
  }

  private Snapshot snapshot(String path, long number) {
    return TableManager.loadSnapshot(path).atVersion(number).build(engine);
  }

  private TableVersion version(String path, Snapshot snapshot) {
    return new TableVersion(
        new Path(path),
        snapshot,
        TableVersion.schema(snapshot),
        TableVersion.isPlain(snapshot) ? Optional.of(files(snapshot)) : Optional.empty());
  }

  private List<TableVersion.LiveFile> files(Snapshot snapshot) {
    List<TableVersion.LiveFile> files = new ArrayList<>();
    try (var batches = snapshot.getScanBuilder().build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (var rows = batches.next().getRows()) {
          rows.forEachRemaining(row -> files.add(file(row)));
        }
      }
    } catch (IOException failure) {
      throw unusable(snapshot.getPath(), "read", failure);
    }
    return files;
  }

  private static TableVersion.LiveFile file(io.delta.kernel.data.Row row) {
    return new TableVersion.LiveFile(
        status(InternalScanFileUtils.getAddFileStatus(row)),
        InternalScanFileUtils.getPartitionValues(row),
        new AddFile(row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)));
  }

  private static FileStatus status(io.delta.kernel.utils.FileStatus file) {
    Path path = new Path(file.getPath());
    return new FileStatus(
        file.getSize(), false, 1, file.getSize(), file.getModificationTime(), path);
  }

  static EnvironmentFailure unusable(String path, String verb, IOException failure) {
    return new EnvironmentFailure(
        "The log of "
            + path
            + " cannot be "
            + verb
            + ": "
            + failure.getMessage()
            + ". Check that this user may use the folder.",
        failure);
  }
}
