package dev.dangol.store.raw;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.InputSettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.problem.BadSetting;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.problem.Problem;
import dev.dangol.sql.SafeQuery;
import dev.dangol.sql.SqlText;
import dev.dangol.store.SparkFailures;
import dev.dangol.table.IngestColumns;
import java.util.ArrayList;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads raw tables with Spark's own readers. Expressions over them run with ANSI mode off, so that
 * a value that cannot be converted becomes null and rejects one row instead of the whole run.
 */
public final class RawReader {
  /** Holds the text of a line that the reader could not parse; null for every other row. */
  public static final String MALFORMED = "_corrupt_record";

  private static final Map<String, String> LENIENT =
      Map.of(
          "spark.sql.ansi.enabled", "false",
          // A name in an expression is a raw column, also where a canonical one has the same name.
          "spark.sql.lateralColumnAlias.enableImplicitResolution", "false",
          "spark.sql.mapKeyDedupPolicy", "LAST_WIN",
          // With fewer columns requested, Spark would not see that a line has too few or too many.
          "spark.sql.csv.parser.columnPruning.enabled", "false",
          // 007 in the name of a folder stays a text, as it does in a file.
          "spark.sql.sources.partitionColumnTypeInference.enabled", "false",
          // A time without zone is local to the business, as it is in text.
          "spark.sql.parquet.inferTimestampNTZ.enabled", "true",
          // A flipped bit inside a page would else be a wrong value.
          "parquet.page.verify-checksum.enabled", "true",
          "spark.sql.legacy.javaCharsets", "true",
          "spark.sql.sources.parallelPartitionDiscovery.parallelism", "32");

  private final SparkSession lenient;

  public RawReader(SparkSession spark) {
    this.lenient = spark.newSession();
    LENIENT.forEach((key, value) -> lenient.conf().set(key, value));
    lenient
        .conf()
        .set("spark.sql.session.timeZone", spark.conf().get("spark.sql.session.timeZone"));
  }

  /**
   * The source's raw rows: its single input, or its query over several. Lines that could not be
   * parsed are rows of {@link #MALFORMED} alone, also those of a query's inputs.
   *
   * @throws MissingInput where there is nothing at a path
   * @throws BrokenSource where the data at a path is not in the format
   * @throws BadSetting where the format or the query is wrong
   */
  public Dataset<Row> read(String source, SourceSettings settings) {
    return whole(source, settings).drop(IngestColumns.ORIGIN.name());
  }

  /**
   * The files behind a source, in order; empty where it cannot be read file by file, as a query or
   * a database.
   */
  public Optional<List<RawFile>> files(String source, SourceSettings settings) {
    return settings.query().isPresent()
        ? Optional.empty()
        : guard(source, settings, () -> single(source, settings).files());
  }

  /**
   * The rows of some of the source's files, each with its file in {@link IngestColumns#ORIGIN}; of
   * a source that cannot be read file by file all rows, without.
   *
   * @param only files that {@link #files} returned
   * @param known the raw columns that the source had before, as {@link #columns} returned them;
   *     blank for none
   * @return empty where a column has another type than it had: then all files must be read together
   * @throws MissingInput where a file has gone or changed since it was listed
   */
  public Optional<Dataset<Row>> read(
      String source, SourceSettings settings, List<RawFile> only, String known) {
    if (settings.query().isPresent()) {
      return Optional.of(whole(source, settings));
    }
    StructType columns = known.isBlank() ? new StructType() : StructType.fromDDL(known);
    return guard(source, settings, () -> single(source, settings).only(only, columns));
  }

  /** The raw columns and their types, as DDL, without those that reading adds. */
  public static String columns(Dataset<Row> raw) {
    return raw.drop(MALFORMED, IngestColumns.ORIGIN.name()).schema().toDDL();
  }

  private Dataset<Row> whole(String source, SourceSettings settings) {
    return settings.query().isEmpty()
        ? guard(source, settings, () -> single(source, settings).whole())
        : query(source, settings);
  }

  private RawInput single(String source, SourceSettings settings) {
    InputSettings input = settings.inputs().values().iterator().next();
    return RawInput.of(lenient, input, RequiredColumns.of(source, settings));
  }

  private Dataset<Row> query(String source, SourceSettings settings) {
    refuseUnsafe(source, settings);
    List<Dataset<Row>> malformed = new ArrayList<>();
    for (Map.Entry<String, InputSettings> input : settings.inputs().entrySet()) {
      Dataset<Row> rows =
          guard(
              source,
              settings,
              () -> RawInput.of(lenient, input.getValue(), RequiredColumns.NOTHING).whole());
      Dataset<Row> shown = rows.drop(IngestColumns.ORIGIN.name());
      if (List.of(rows.columns()).contains(MALFORMED)) {
        malformed.add(linesOf(rows));
        shown = shown.where(SqlText.column(MALFORMED).isNull()).drop(MALFORMED);
      }
      shown.createOrReplaceTempView(input.getKey());
    }
    String query = settings.query().get();
    Dataset<Row> rows = guard(source, settings, () -> distinctlyNamed(source, lenient.sql(query)));
    for (Dataset<Row> lines : malformed) {
      rows = rows.unionByName(lines, true);
    }
    return rows.withColumn(IngestColumns.ORIGIN.name(), IngestColumns.ORIGIN.nullColumn());
  }

  /** The session in which raw tables are read. */
  public SparkSession spark() {
    return lenient;
  }

  private static void refuseUnsafe(String source, SourceSettings settings) {
    try {
      SafeQuery.refuseUnsafe(settings.query().orElseThrow(), settings.inputs().keySet());
    } catch (SqlText.UnusableExpression wrong) {
      throw new BadSetting(
          "sources."
              + source
              + ".query = \""
              + wrong.text()
              + "\": "
              + wrong.explanation()
              + "\n("
              + settings.origin()
              + ")",
          wrong);
    }
  }

  /** Refuses columns of the same name, as joined tables often have: a use would be ambiguous. */
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

  /** Malformed lines: Spark refuses to read their column alone, so another one is read as well. */
  private static Dataset<Row> linesOf(Dataset<Row> rows) {
    Column another = SqlText.column(rows.columns()[0]).cast(DataTypes.StringType);
    return rows.where(SqlText.column(MALFORMED).isNotNull())
        .where(coalesce(length(another), lit(0)).geq(0))
        .select(SqlText.column(MALFORMED));
  }

  private static <T> T guard(String source, SourceSettings settings, Callable<T> reading) {
    String where = "sources." + source + " (" + settings.origin() + ")";
    try {
      return SparkFailures.explaining(where, reading);
    } catch (BrokenSource failure) {
      throw new BrokenSource(withSource(where, failure), failure);
    } catch (MissingInput failure) {
      throw new MissingInput(withSource(where, failure), failure);
    } catch (BadSetting failure) {
      throw new BadSetting(withSource(where, failure), failure);
    }
  }

  private static String withSource(String where, Problem failure) {
    String text = failure.getMessage();
    return text.startsWith("sources.") ? text : where + ": " + text;
  }
}
