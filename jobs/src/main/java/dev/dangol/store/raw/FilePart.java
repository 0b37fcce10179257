package dev.dangol.store.raw;

import dev.dangol.config.InputSettings;
import dev.dangol.sql.SqlText;
import dev.dangol.table.IngestColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Part of an input: files that are read together.
 *
 * @param base the folder below which folders are partition columns
 * @param paths the files
 * @param columns their columns, in the order of a header where there is one
 */
record FilePart(Optional<String> base, List<String> paths, StructType columns) {
  private static final Set<String> KEEPING_MALFORMED = Set.of("csv", "json");

  /** The schema that Spark infers from all of the files. */
  static StructType inferSchema(SparkSession lenient, InputSettings input, List<String> paths) {
    StructType found = reader(lenient, input).load(paths.toArray(String[]::new)).schema();
    return new StructType(
        List.of(found.fields()).stream()
            .filter(field -> !field.name().equals(RawReader.MALFORMED))
            .toArray(StructField[]::new));
  }

  /** The columns of a header: texts, unless the options ask for a guess. */
  static StructType namedSchema(
      SparkSession lenient, InputSettings input, List<String> paths, List<String> names) {
    if (input.has("inferSchema")) {
      return inferSchema(lenient, input, paths);
    }
    StructType texts = new StructType();
    for (String name : names) {
      texts = texts.add(name, DataTypes.StringType);
    }
    return texts;
  }

  /** The columns of all parts; text where they do not agree on a type. */
  static StructType columns(List<FilePart> parts) {
    Map<String, StructField> all = new LinkedHashMap<>();
    for (FilePart part : parts) {
      for (StructField field : part.columns.fields()) {
        String key = field.name().toLowerCase(Locale.ROOT);
        StructField before = all.putIfAbsent(key, field);
        if (before != null && !before.dataType().equals(field.dataType())) {
          all.put(key, DataTypes.createStructField(before.name(), DataTypes.StringType, true));
        }
      }
    }
    return new StructType(all.values().toArray(StructField[]::new));
  }

  /**
   * The rows of these files, each with the file that it comes from.
   *
   * @param all the columns of all parts with the types to read them as
   */
  Dataset<Row> read(SparkSession lenient, InputSettings input, StructType all) {
    StructType schema = CsvHeaders.isExpected(input) ? inOrder(all) : all;
    if (KEEPING_MALFORMED.contains(input.format().toLowerCase(Locale.ROOT))) {
      schema = schema.add(RawReader.MALFORMED, DataTypes.StringType);
    }
    DataFrameReader reader = reader(lenient, input).schema(schema);
    base.ifPresent(folder -> reader.option("basePath", folder));
    Dataset<Row> rows = reader.load(paths.toArray(String[]::new));
    return rows.withColumn(IngestColumns.ORIGIN.name(), SqlText.fileOf(rows));
  }

  private StructType inOrder(StructType all) {
    Map<String, DataType> types = new LinkedHashMap<>();
    for (StructField field : all.fields()) {
      types.put(field.name().toLowerCase(Locale.ROOT), field.dataType());
    }
    List<StructField> ordered = new ArrayList<>();
    for (StructField field : columns.fields()) {
      DataType type = types.get(field.name().toLowerCase(Locale.ROOT));
      ordered.add(DataTypes.createStructField(field.name(), type, true));
    }
    return new StructType(ordered.toArray(StructField[]::new));
  }

  private static DataFrameReader reader(SparkSession lenient, InputSettings input) {
    return lenient
        .read()
        .format(input.format())
        .option("mergeSchema", "true")
        .options(input.readerOptions())
        .option("columnNameOfCorruptRecord", RawReader.MALFORMED)
        // These are names of files, not patterns, even with brackets in them.
        .option("__globPaths__", "false");
  }
}
