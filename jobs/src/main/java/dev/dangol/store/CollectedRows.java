package dev.dangol.store;

import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of a small table, read by the driver itself from the table's files. Planning a query and
 * running it takes a second of a process that has only just started.
 */
final class CollectedRows {
  private final Engine engine;
  private final TableVersion version;

  CollectedRows(Engine engine, TableVersion version) {
    this.engine = engine;
    this.version = version;
  }

  /** True where the rows can be read so: all columns are in the files, and of types known here. */
  static boolean suits(TableVersion version) {
    return version.files().isPresent()
        && version.snapshot().getPartitionColumnNames().isEmpty()
        && version.snapshot().getSchema().fields().stream()
            .allMatch(field -> isKnown(field.getDataType()));
  }

  private static boolean isKnown(DataType type) {
    if (type instanceof MapType map) {
      return Stream.of(map.getKeyType(), map.getValueType())
          .allMatch(part -> part instanceof StringType || part instanceof LongType);
    }
    return type instanceof StringType
        || type instanceof LongType
        || type instanceof DoubleType
        || type instanceof DateType
        || type instanceof TimestampType;
  }

  List<org.apache.spark.sql.Row> all() {
    List<org.apache.spark.sql.Row> rows = new ArrayList<>();
    StructType schema = version.snapshot().getSchema();
    try (CloseableIterator<FileReadResult> parts =
        engine.getParquetHandler().readParquetFiles(files(), schema, Optional.empty())) {
      while (parts.hasNext()) {
        try (CloseableIterator<Row> read = parts.next().getData().getRows()) {
          read.forEachRemaining(row -> rows.add(row(row)));
        }
      }
    } catch (IOException failure) {
      throw TableVersions.unusable(version.root().toString(), "read", failure);
    }
    return rows;
  }

  private CloseableIterator<FileStatus> files() {
    return Utils.toCloseableIterator(
        version.files().orElseThrow().stream()
            .map(TableVersion.LiveFile::status)
            .map(
                file ->
                    FileStatus.of(
                        file.getPath().toString(), file.getLen(), file.getModificationTime()))
            .iterator());
  }

  private org.apache.spark.sql.Row row(Row row) {
    StructType schema = row.getSchema();
    Object[] cells = new Object[schema.length()];
    for (int place = 0; place < cells.length; place++) {
      cells[place] = row.isNullAt(place) ? null : cell(row, place, schema.at(place).getDataType());
    }
    return new GenericRowWithSchema(cells, version.schema());
  }

  private static Object cell(Row row, int place, DataType type) {
    if (type instanceof StringType) {
      return row.getString(place);
    }
    if (type instanceof LongType) {
      return row.getLong(place);
    }
    if (type instanceof DoubleType) {
      return row.getDouble(place);
    }
    if (type instanceof DateType) {
      return Date.valueOf(LocalDate.ofEpochDay(row.getInt(place)));
    }
    if (type instanceof TimestampType) {
      return Timestamp.from(Instant.EPOCH.plus(row.getLong(place), ChronoUnit.MICROS));
    }
    return CollectionConverters.asScala(VectorUtils.toJavaMap(row.getMap(place)));
  }
}
