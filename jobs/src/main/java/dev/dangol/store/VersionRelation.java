package dev.dangol.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.FileStatusCache;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.InMemoryFileIndex;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** Relation of Spark's over the files of a version, of which Spark is told all that is known. */
final class VersionRelation {
  private VersionRelation() {}

  /**
   * Rows of a version.
   *
   * @param buckets how its files are filled; empty where that is not known or does not matter
   */
  static Dataset<Row> read(
      SparkSession spark, TableVersion version, Optional<TableBuckets> buckets) {
    VersionIndex index = new VersionIndex(spark, version);
    return spark.baseRelationToDataFrame(
        new HadoopFsRelation(
            index,
            index.partitionSchema(),
            version.schema(),
            OptionConverters.toScala(buckets.map(TableBuckets::spec)),
            new ParquetFileFormat(),
            VersionIndex.NO_OPTIONS,
            (org.apache.spark.sql.classic.SparkSession) spark));
  }

  /**
   * A copy of a session, in which queries keep the buckets that they begin with: each is one part,
   * sorted as its file is, and nothing is planned anew while it runs.
   */
  static SparkSession keepingSession(SparkSession spark) {
    SparkSession session = ((org.apache.spark.sql.classic.SparkSession) spark).cloneSession();
    session.conf().set("spark.sql.adaptive.enabled", false);
    session.conf().set("spark.sql.sources.bucketing.enabled", true);
    session.conf().set("spark.sql.sources.bucketing.autoBucketedScan.enabled", false);
    session.conf().set("spark.sql.legacy.bucketedTableScan.outputOrdering", true);
    return session;
  }

  /** Index of a version's files: Spark takes all indexes of a folder as equal, versions differ. */
  private static final class VersionIndex extends InMemoryFileIndex {
    private static final scala.collection.immutable.Map<String, String> NO_OPTIONS =
        scala.collection.immutable.Map$.MODULE$.empty();

    private final TableVersion version;

    VersionIndex(SparkSession spark, TableVersion version) {
      super(
          spark,
          CollectionConverters.asScala(List.of(version.root())).toSeq(),
          NO_OPTIONS,
          Option.apply(version.schema()),
          new ListedFiles(version),
          Option.empty(),
          Option.empty());
      this.version = version;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof VersionIndex index && index.version.isSame(version);
    }

    @Override
    public int hashCode() {
      return Objects.hash(version.root(), version.number());
    }
  }

  /** Files that Spark gets instead of listing a folder. */
  private static final class ListedFiles extends FileStatusCache {
    private final FileStatus[] files;

    ListedFiles(TableVersion version) {
      this.files =
          version.files().orElseThrow().stream()
              .map(TableVersion.LiveFile::status)
              .toArray(FileStatus[]::new);
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
      // The files of a version never change.
    }
  }
}
