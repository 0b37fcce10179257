package dev.dangol.store.files;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.catalog.BucketSpec;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution$;
import org.apache.spark.sql.execution.datasources.FileFormatWriter;
import org.apache.spark.sql.execution.datasources.FileFormatWriter$;
import org.apache.spark.sql.execution.datasources.WriteJobStatsTracker;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Writer of rows into Parquet files of a table that no version names yet. Rows that have to be
 * computed take one Spark job; those that are in the driver's memory are written from there.
 */
public final class DataFileWriter {
  private final Table table;
  private final String folder;
  private final Optional<BucketSpec> buckets;

  /**
   * A writer for one table.
   *
   * @param folder the table's folder
   * @param buckets how rows are sorted, and into how many files a task parts them; empty for as
   *     they come
   */
  public DataFileWriter(Table table, String folder, Optional<BucketSpec> buckets) {
    this.table = table;
    this.folder = folder;
    this.buckets = buckets;
  }

  /**
   * Writes rows that have the table's columns.
   *
   * @throws IllegalArgumentException where a row lacks a cell that every row must have
   */
  public WrittenRows write(Dataset<Row> rows) {
    QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    Optional<DriverRows> present = DriverRows.of(query.analyzed());
    return present.isPresent() ? byDriver(query, present.get()) : byJob(query);
  }

  private WrittenRows byDriver(QueryExecution query, DriverRows rows) {
    List<Attribute> data = data(rows.columns());
    return new DriverFiles(folder, query.sparkSession(), required(data))
        .write(rows, parting(rows.columns()), data);
  }

  private WrittenRows byJob(QueryExecution query) {
    List<Attribute> columns = CollectionConverters.asJava(query.analyzed().output());
    RowTracker tracker = new RowTracker(required(data(columns)));
    DirectCommitProtocol files =
        new DirectCommitProtocol(
            folder, buckets.map(all -> BucketedNames.mark(all.numBuckets())).orElse(""));
    SQLExecution$.MODULE$.withNewExecutionId(
        query,
        Option.apply("write " + table.name()),
        () ->
            FileFormatWriter$.MODULE$.write(
                query.sparkSession(),
                query.executedPlan(),
                new ParquetFileFormat(),
                files,
                new FileFormatWriter.OutputSpec(
                    folder, Map$.MODULE$.empty(), query.analyzed().output()),
                query.sparkSession().sessionState().newHadoopConf(),
                CollectionConverters.asScala(parting(columns)).toSeq(),
                OptionConverters.toScala(buckets),
                CollectionConverters.asScala(List.<WriteJobStatsTracker>of(tracker)).toSeq(),
                Map$.MODULE$.empty(),
                0));
    // A job over no rows leaves a file without any, which stays unnamed.
    return new WrittenRows(tracker.rows() == 0 ? List.of() : files.files(), tracker.rows());
  }

  private RequiredCells required(List<Attribute> data) {
    return RequiredCells.of(
        table.name(),
        table.fields().stream()
            .filter(Field::required)
            .map(Field::name)
            .collect(Collectors.toSet()),
        data.stream().map(Attribute::name).toList());
  }

  private List<Attribute> parting(List<Attribute> columns) {
    List<String> names = table.partitions().stream().map(Field::name).toList();
    return names.stream()
        .flatMap(name -> columns.stream().filter(column -> column.name().equals(name)))
        .toList();
  }

  private List<Attribute> data(List<Attribute> columns) {
    List<Attribute> parting = parting(columns);
    return columns.stream().filter(column -> !parting.contains(column)).toList();
  }
}
