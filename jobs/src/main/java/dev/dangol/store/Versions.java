package dev.dangol.store;

import dev.dangol.problem.Undoable;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.internal.InternalScanFileUtils;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.FileStatusCache;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.InMemoryFileIndex;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Versions of Delta tables as rows. Delta for Spark asks Spark for a table's files whenever a query
 * is planned, a job each time that takes longer than to read a table of some thousand rows. A table
 * that any reader of Delta's first protocol can read is its Parquet files, and Delta Kernel finds
 * them in the log: such a table is read so, and any other by Delta for Spark. The rows are the
 * same.
 *
 * <p>Source: Delta Transaction Log Protocol, "Reader Version Requirements".
 */
final class Versions {
  /** The files hold the columns under their names, and no row of them is deleted. */
  private static final int PLAIN_READER = 1;

  private final SparkSession spark;
  private final Engine engine;
  private final Map<String, Files> known = new ConcurrentHashMap<>();

  Versions(SparkSession spark) {
    this.spark = spark;
    this.engine = DefaultEngine.create(spark.sessionState().newHadoopConf());
  }

  /** The rows of the table in a folder as they were at a version. */
  Dataset<Row> read(String path, long version) {
    Files files = known.computeIfAbsent(path + "@" + version, key -> find(path, version));
    return files.plain() ? rows(files) : byDelta(path, version);
  }

  private Dataset<Row> byDelta(String path, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(path);
  }

  /** Writes the state of a version in one piece, unless that was done before. */
  void checkpoint(String path, long version) {
    try {
      snapshot(path, version).writeCheckpoint(engine);
    } catch (CheckpointAlreadyExistsException done) {
      // What a purge that was cut short had written already serves this one.
    } catch (IOException failure) {
      throw unusable(path, "written to", failure);
    }
  }

  private Snapshot snapshot(String path, long version) {
    return TableManager.loadSnapshot(path).atVersion(version).build(engine);
  }

  private Files find(String path, long version) {
    Snapshot snapshot = snapshot(path, version);
    boolean plain = snapshot.getProtocol().getMinReaderVersion() == PLAIN_READER;
    StructType schema = (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
    return new Files(new Path(path), schema, plain, plain ? listed(snapshot) : new FileStatus[0]);
  }

  private FileStatus[] listed(Snapshot snapshot) {
    List<FileStatus> listed = new ArrayList<>();
    try (var batches = snapshot.getScanBuilder().build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (var files = batches.next().getRows()) {
          files.forEachRemaining(
              file -> listed.add(status(InternalScanFileUtils.getAddFileStatus(file))));
        }
      }
    } catch (IOException failure) {
      throw unusable(snapshot.getPath(), "read", failure);
    }
    return listed.toArray(FileStatus[]::new);
  }

  private static Undoable unusable(String path, String verb, IOException failure) {
    return new Undoable(
        "The log of "
            + path
            + " cannot be "
            + verb
            + ": "
            + failure.getMessage()
            + ". Check that this user may use the folder.",
        failure);
  }

  private static FileStatus status(io.delta.kernel.utils.FileStatus file) {
    Path path = new Path(file.getPath());
    return new FileStatus(
        file.getSize(), false, 1, file.getSize(), file.getModificationTime(), path);
  }

  private Dataset<Row> rows(Files files) {
    Index index = new Index(spark, files);
    return spark.baseRelationToDataFrame(
        new HadoopFsRelation(
            index,
            index.partitionSchema(),
            files.schema(),
            Option.empty(),
            new ParquetFileFormat(),
            Index.NO_OPTIONS,
            (org.apache.spark.sql.classic.SparkSession) spark));
  }

  /**
   * One version's files. Spark takes all indexes of a folder for the same, and versions are not.
   */
  private static final class Index extends InMemoryFileIndex {
    private static final scala.collection.immutable.Map<String, String> NO_OPTIONS =
        scala.collection.immutable.Map$.MODULE$.empty();

    private final Files files;

    Index(SparkSession spark, Files files) {
      super(
          spark,
          CollectionConverters.asScala(List.of(files.root())).toSeq(),
          NO_OPTIONS,
          Option.apply(files.schema()),
          files,
          Option.empty(),
          Option.empty());
      this.files = files;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Index index && index.files == files;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(files);
    }
  }

  /** The files of one version, handed to Spark where it would list a folder. */
  private static final class Files extends FileStatusCache {
    private final Path root;
    private final StructType schema;
    private final boolean plain;
    private final FileStatus[] files;

    Files(Path root, StructType schema, boolean plain, FileStatus[] files) {
      this.root = root;
      this.schema = schema;
      this.plain = plain;
      this.files = files;
    }

    Path root() {
      return root;
    }

    StructType schema() {
      return schema;
    }

    boolean plain() {
      return plain;
    }

    @Override
    public Option<FileStatus[]> getLeafFiles(Path folder) {
      return Option.apply(files);
    }

    @Override
    public void putLeafFiles(Path folder, FileStatus[] found) {
      throw new UnsupportedOperationException("The log alone says what a table's files are.");
    }

    @Override
    public void invalidateAll() {
      // A version has the same files for ever.
    }
  }
}
