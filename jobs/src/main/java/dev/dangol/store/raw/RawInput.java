package dev.dangol.store.raw;

import dev.dangol.config.InputSettings;
import dev.dangol.problem.BadSetting;
import dev.dangol.table.IngestColumns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Raw input: one configured raw table, read with Spark's own reader of its format. */
interface RawInput {

  /** The files behind it; empty where it is not read file by file. */
  Optional<List<RawFile>> files();

  /** All of it as it is now, with {@link IngestColumns#ORIGIN}. */
  Dataset<Row> whole();

  /**
   * Only these files, with {@link IngestColumns#ORIGIN} and every known column.
   *
   * @param known columns and types as they were read before
   * @return empty where a column's type has changed, so that everything must be read again
   */
  Optional<Dataset<Row>> only(List<RawFile> files, StructType known);

  static RawInput of(SparkSession lenient, InputSettings input, RequiredColumns needed) {
    String format = input.format().toLowerCase(Locale.ROOT);
    if (FileInput.FORMATS.contains(format)) {
      return new FileInput(lenient, input, needed);
    }
    return format.equals("delta") ? new DeltaInput(lenient, input) : new OtherInput(lenient, input);
  }

  /** A reader with the configured format and options. */
  static DataFrameReader reader(SparkSession lenient, InputSettings input) {
    return lenient.read().format(input.format()).options(input.readerOptions());
  }

  /** Raw input from a database, or from any reader that Spark finds on the class path. */
  record OtherInput(SparkSession lenient, InputSettings input) implements RawInput {
    @Override
    public Optional<List<RawFile>> files() {
      return Optional.empty();
    }

    @Override
    public Dataset<Row> whole() {
      if (input.format().equalsIgnoreCase("jdbc")) {
        requireTable();
      }
      Dataset<Row> rows =
          // A time without zone is local to the business, and not to the machine that reads it.
          lenient
              .read()
              .format(input.format())
              .option("preferTimestampNTZ", "true")
              .options(input.readerOptions())
              .load(input.paths().toArray(String[]::new));
      return rows.withColumn(IngestColumns.ORIGIN.name(), IngestColumns.ORIGIN.nullColumn());
    }

    @Override
    public Optional<Dataset<Row>> only(List<RawFile> files, StructType known) {
      return Optional.of(whole());
    }

    private void requireTable() {
      if (input.option("url").filter(url -> !url.isBlank()).isEmpty()) {
        throw new BadSetting(
            "options.url is not set; a database needs one, as in jdbc:postgresql://host/database.");
      }
      if (input.option("dbtable").or(() -> input.option("query")).isEmpty()) {
        throw new BadSetting(
            "options.dbtable is not set; name the table to read, or give options.query.");
      }
    }
  }
}
