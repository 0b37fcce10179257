package dev.dangol.store.files;

import dev.dangol.problem.EnvironmentFailure;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.internal.io.FileNameSpec;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map$;

/**
 * Files that the driver writes, by the same Parquet writer that tasks use.
 *
 * @param folder the table's folder
 */
record DriverFiles(String folder, SparkSession spark, RequiredCells required) {

  /** Writes rows, one file for each combination of the values that part the table. */
  WrittenRows write(DriverRows rows, List<Attribute> parting, List<Attribute> data) {
    Map<String, List<InternalRow>> parts = new LinkedHashMap<>();
    for (InternalRow row : rows.rows()) {
      InternalRow cells = rows.cells(row, data);
      required.check(cells);
      parts.computeIfAbsent(parent(rows, row, parting), part -> new ArrayList<>()).add(cells);
    }
    StructType schema =
        new StructType(
            data.stream()
                .map(c -> new StructField(c.name(), c.dataType(), c.nullable(), c.metadata()))
                .toArray(StructField[]::new));
    List<WrittenFile> files = new ArrayList<>();
    parts.forEach((parent, cells) -> files.add(file(parent, cells, schema)));
    return new WrittenRows(files, rows.rows().size());
  }

  private static String parent(DriverRows rows, InternalRow row, List<Attribute> parting) {
    return String.join(
        "/",
        parting.stream()
            .map(
                column ->
                    ExternalCatalogUtils.getPartitionPathString(
                        column.name(), text(rows.cell(row, column), column)))
            .toList());
  }

  private static String text(Object cell, Attribute column) {
    if (cell == null) {
      return null;
    }
    boolean isDay = column.dataType().equals(DataTypes.DateType);
    return isDay ? LocalDate.ofEpochDay((int) cell).toString() : cell.toString();
  }

  private WrittenFile file(String parent, List<InternalRow> rows, StructType schema) {
    try {
      Job job = Job.getInstance(spark.sessionState().newHadoopConf());
      OutputWriterFactory factory =
          new ParquetFileFormat().prepareWrite(spark, job, Map$.MODULE$.empty(), schema);
      TaskAttemptContext task =
          new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
      FileNameSpec spec = new FileNameSpec("", factory.getFileExtension(task));
      String name = DirectCommitProtocol.uniqueName(parent, spec, 0);
      Path path = new Path(folder, name);
      OutputWriter writer = factory.newInstance(path.toString(), schema, task);
      try {
        rows.forEach(writer::write);
      } finally {
        writer.close();
      }
      FileStatus status = path.getFileSystem(job.getConfiguration()).getFileStatus(path);
      return new WrittenFile(folder, name, status.getLen(), status.getModificationTime());
    } catch (IOException failure) {
      throw new EnvironmentFailure(
          "The folder " + folder + " cannot be written to: " + failure.getMessage() + ".", failure);
    }
  }
}
