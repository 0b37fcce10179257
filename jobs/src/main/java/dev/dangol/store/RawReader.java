package dev.dangol.store;

import dev.dangol.config.InputSettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.problem.BadSetting;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.SafeQuery;
import dev.dangol.table.Sql;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads raw tables with Spark's own readers. Expressions over them run with ANSI mode off, so that
 * a value that cannot be converted becomes null and rejects one row instead of the whole run.
 */
public final class RawReader {
  /** Holds the text of a line that the reader could not take apart; null for every other row. */
  public static final String MALFORMED = "_corrupt_record";

  private static final Set<String> TEXT_FORMATS = Set.of("csv", "json");

  private final SparkSession lenient;

  public RawReader(SparkSession spark) {
    this.lenient = spark.newSession();
    lenient.conf().set("spark.sql.ansi.enabled", false);
    lenient.conf().set("spark.sql.mapKeyDedupPolicy", "LAST_WIN");
    lenient.conf().set("spark.sql.csv.parser.columnPruning.enabled", false);
    lenient
        .conf()
        .set("spark.sql.session.timeZone", spark.conf().get("spark.sql.session.timeZone"));
  }

  /**
   * The source's raw rows: its single input, or its query over several.
   *
   * @throws MissingInput where nothing stands at a path
   * @throws BrokenSource where what stands there is not in the format
   * @throws BadSetting where the format or the query is wrong
   */
  public Dataset<Row> read(String source, SourceSettings settings) {
    if (settings.query().isEmpty()) {
      InputSettings input = settings.inputs().values().iterator().next();
      return guarded(source, settings, () -> load(input));
    }
    refuseUnsafe(source, settings);
    for (Map.Entry<String, InputSettings> input : settings.inputs().entrySet()) {
      guarded(source, settings, () -> load(input.getValue()))
          .createOrReplaceTempView(input.getKey());
    }
    String query = settings.query().get();
    return guarded(source, settings, () -> distinctlyNamed(source, lenient.sql(query)));
  }

  /** The session in which raw tables are read. */
  public SparkSession spark() {
    return lenient;
  }

  /** The files behind a source; empty where it is not made of files alone. */
  public Optional<List<RawFile>> files(SourceSettings settings) {
    InputSettings input = settings.inputs().values().iterator().next();
    boolean listable = settings.query().isEmpty() && !input.paths().isEmpty();
    return listable && !input.format().equals("delta")
        ? Optional.of(Fingerprints.files(lenient, input))
        : Optional.empty();
  }

  /** The raw rows of these files alone, each with the file it comes from. */
  public Dataset<Row> read(String source, SourceSettings settings, List<RawFile> files) {
    InputSettings input = settings.inputs().values().iterator().next();
    List<String> paths = files.stream().map(RawFile::path).toList();
    InputSettings only = new InputSettings(input.format(), paths, input.options());
    return guarded(source, settings, () -> load(only))
        .withColumn(IngestColumns.ORIGIN.name(), functions.col("_metadata.file_path"));
  }

  /**
   * The same, with the raw columns of the files read before.
   *
   * @param schema those columns, as DDL
   * @return empty where the two do not go together, so that everything must be read again
   */
  public Optional<Dataset<Row>> readMore(
      String source, SourceSettings settings, List<RawFile> files, String schema) {
    return Optional.of(read(source, settings, files));
  }

  private static void refuseUnsafe(String source, SourceSettings settings) {
    try {
      SafeQuery.refuseUnsafe(settings.query().orElseThrow(), settings.inputs().keySet());
    } catch (Sql.Unusable wrong) {
      throw new BadSetting(
          "sources."
              + source
              + ".query = \""
              + wrong.text()
              + "\": "
              + wrong.explained()
              + "\n("
              + settings.origin()
              + ")",
          wrong);
    }
  }

  /** Joined tables share names easily, and an expression could not tell which one it means. */
  private static Dataset<Row> distinctlyNamed(String source, Dataset<Row> rows) {
    List<String> names =
        Arrays.stream(rows.columns()).map(name -> name.toLowerCase(Locale.ROOT)).toList();
    Set<String> twice =
        names.stream()
            .filter(name -> Collections.frequency(names, name) > 1)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!twice.isEmpty()) {
      throw new BadSetting(
          "sources."
              + source
              + ".query gives more than one column named "
              + String.join(", ", twice)
              + ". Name its columns one by one, each with a name of its own.");
    }
    return rows;
  }

  private Dataset<Row> load(InputSettings input) {
    Dataset<Row> rows = plain(input).load(input.paths().toArray(String[]::new));
    if (rows.columns().length == 0) {
      throw new MissingInput(
          "There is nothing yet in "
              + String.join(", ", input.paths())
              + ". Run again once it holds data.");
    }
    boolean keepsMalformed = Arrays.asList(rows.columns()).contains(MALFORMED);
    if (!TEXT_FORMATS.contains(input.format()) || keepsMalformed) {
      return rows;
    }
    StructType schema = rows.schema().add(MALFORMED, DataTypes.StringType);
    return plain(input)
        .schema(schema)
        .option("columnNameOfCorruptRecord", MALFORMED)
        .load(input.paths().toArray(String[]::new));
  }

  private DataFrameReader plain(InputSettings input) {
    return lenient.read().format(input.format()).options(input.options());
  }

  private static <T> T guarded(String source, SourceSettings settings, Callable<T> reading) {
    return SparkFailures.explaining("sources." + source + " (" + settings.origin() + ")", reading);
  }
}
