package dev.dangol.store.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution$;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.datasources.FileFormatWriter;
import org.apache.spark.sql.execution.datasources.FileFormatWriter$;
import org.apache.spark.sql.execution.datasources.WriteJobStatsTracker;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** Writer of rows into Parquet files that are read soon and whole, a file for each part of them. */
public final class ScratchFileWriter {
  /** Without dictionaries, statistics and checksums. */
  private static final Map<String, String> PLAIN =
      Map.of(
          "parquet.enable.dictionary", "false",
          "parquet.column.statistics.enabled", "false",
          "parquet.size.statistics.enabled", "false",
          "parquet.page.write-checksum.enabled", "false");

  private final Path place;

  /** A writer into a folder of its own. */
  public ScratchFileWriter(String folder) {
    this.place = new Path(folder);
  }

  /**
   * Files of rows, and how these came.
   *
   * @param plan the plan by which they were computed, as it was in the end
   */
  public record ScratchFiles(List<WrittenFile> files, SparkPlan plan) {
    public ScratchFiles {
      files = List.copyOf(files);
    }
  }

  /** Writes the rows in one Spark job beside those that compute them. */
  public ScratchFiles write(Dataset<Row> rows) {
    QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    String folder = address(query.sparkSession().sessionState().newHadoopConf());
    DirectCommitProtocol files = DirectCommitProtocol.byPart(folder);
    var options = Map$.MODULE$.<String, String>from(CollectionConverters.asScala(PLAIN));
    SQLExecution$.MODULE$.withNewExecutionId(
        query,
        Option.apply("set aside"),
        () ->
            FileFormatWriter$.MODULE$.write(
                query.sparkSession(),
                query.executedPlan(),
                new ParquetFileFormat(),
                files,
                new FileFormatWriter.OutputSpec(
                    folder, Map$.MODULE$.empty(), query.analyzed().output()),
                query.sparkSession().sessionState().newHadoopConfWithOptions(options),
                CollectionConverters.asScala(
                        List.<org.apache.spark.sql.catalyst.expressions.Attribute>of())
                    .toSeq(),
                Option.empty(),
                CollectionConverters.asScala(List.<WriteJobStatsTracker>of()).toSeq(),
                options,
                0));
    SparkPlan plan = query.executedPlan();
    return new ScratchFiles(
        files.files(), plan instanceof AdaptiveSparkPlanExec last ? last.executedPlan() : plan);
  }

  /** The folder with its file system, as Spark knows the files below it. */
  private String address(Configuration conf) {
    try {
      return place.getFileSystem(conf).makeQualified(place).toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
