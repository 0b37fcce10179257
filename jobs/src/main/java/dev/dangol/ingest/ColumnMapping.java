package dev.dangol.ingest;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.identity.KeyFingerprints;
import dev.dangol.ingest.identity.SourceKeys;
import dev.dangol.privacy.TextNormalizer;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;

/**
 * Maps the raw columns of one source to canonical columns by the configured SQL expressions. A
 * value that cannot be converted becomes null and raises its column's flag.
 *
 * @param malformed the raw column that holds the text of a line that could not be parsed
 * @param region the country of phone numbers that name none, where customers are known by theirs
 */
public record ColumnMapping(
    Source source, SourceSettings settings, String malformed, Optional<String> region) {

  /** Of a source whose customers are not known by phone numbers. */
  public ColumnMapping(Source source, SourceSettings settings, String malformed) {
    this(source, settings, malformed, Optional.empty());
  }

  /** Spaces, tabs and line ends, and the wider spaces that spreadsheets leave. */
  private static final String BLANKS = " \t\r\n\u00a0\u3000";

  private static final List<Field> KEPT =
      List.of(
          IngestColumns.MALFORMED,
          IngestColumns.UNDECIDED,
          IngestColumns.ORIGIN,
          IngestColumns.RAW_ROW);

  /**
   * Ids that mean no customer, in the spellings that programs write: comparing is faster than
   * lowering the case of every id of every event.
   */
  private static final Set<String> NOBODY =
      Set.of(
          "null",
          "NULL",
          "Null",
          "n/a",
          "N/A",
          "none",
          "NONE",
          "None",
          "nan",
          "NAN",
          "NaN",
          "undefined",
          "UNDEFINED",
          "Undefined",
          "test",
          "TEST",
          "Test",
          "-");

  /**
   * One row per raw row that the configured predicate selects or is undecided about, and per line
   * that could not be parsed, to which the predicate cannot be applied: canonical columns, the raw
   * row, and a flag for each column that could not be read. Every expression is evaluated once:
   * later steps use its value.
   *
   * @throws dev.dangol.problem.BadSetting where an expression is wrong
   */
  public Dataset<Row> canonical(Dataset<Row> raw) {
    SourceExpressions expressions = new SourceExpressions(source, settings, raw, isMalformed(raw));
    Dataset<Row> taken = normal(select(expressions.chooseRows(), expressions));
    List<Column> columns = new ArrayList<>();
    for (Field field : source.fields()) {
      boolean mapped = settings.maps(field.name());
      columns.add(mapped ? field.is(convert(field)) : field.nullColumn());
      if (mapped && !isText(field)) {
        columns.add(IngestColumns.isUnreadable(field).is(unreadable(field)));
        columns.add(IngestColumns.rawValue(field).col());
      }
    }
    if (settings.maps(EngagementSource.EVENT.name())) {
      Column name = convert(EngagementSource.EVENT);
      columns.add(IngestColumns.UNKNOWN_EVENT.is(events().isUnknown(name)));
    }
    KEPT.forEach(field -> columns.add(field.col()));
    return taken
        .select(columns.toArray(Column[]::new))
        .withColumn(IngestColumns.CONTENT.name(), DuplicateEvents.content(source));
  }

  /**
   * The validated rows with the raw row as JSON where the condition is true; personal identifiers
   * in it are hidden.
   */
  public Dataset<Row> withRawJson(Dataset<Row> judged, Column which) {
    return rawRows().withRawJson(judged, which);
  }

  private RawRows rawRows() {
    return new RawRows(source, settings, malformed);
  }

  /** The configured expressions over the raw rows, each once. */
  private Dataset<Row> select(Dataset<Row> chosen, SourceExpressions expressions) {
    Set<String> hidden = rawRows().hidden(expressions);
    List<Column> columns = new ArrayList<>();
    for (Field field : source.fields()) {
      if (settings.maps(field.name())) {
        columns.add(expressions.of(field).as(IngestColumns.mappedValue(field).name()));
        if (!isText(field)) {
          List<String> looked = expressions.references(field);
          columns.add(IngestColumns.rawValue(field).is(rawText(looked, hidden)));
          columns.add(IngestColumns.isOffered(field).is(isOffered(looked)));
        }
      }
    }
    columns.add(IngestColumns.MALFORMED.is(isMalformed(chosen)));
    columns.add(IngestColumns.UNDECIDED.is(expressions.isUndecided()));
    columns.add(IngestColumns.ORIGIN.is(origin(chosen)));
    columns.add(RawRows.row(chosen, hidden));
    return chosen.select(columns.toArray(Column[]::new));
  }

  /** Texts in normal form, without blanks around them. */
  private Dataset<Row> normal(Dataset<Row> taken) {
    Map<String, Column> texts = new LinkedHashMap<>();
    for (Field field : source.fields()) {
      if (settings.maps(field.name()) && isText(field)) {
        Field value = IngestColumns.mappedValue(field);
        Column text = TextNormalizer.normal(value.col().cast(DataTypes.StringType));
        texts.put(value.name(), trim(text, BLANKS));
      }
    }
    return taken.withColumns(texts);
  }

  private static boolean isText(Field field) {
    return field.type().equals(DataTypes.StringType);
  }

  private EventNames events() {
    return new EventNames(settings.options().events());
  }

  private static Column origin(Dataset<Row> raw) {
    String name = IngestColumns.ORIGIN.name();
    return Arrays.asList(raw.columns()).contains(name) ? IngestColumns.ORIGIN.col() : lit(null);
  }

  private static Column rawText(List<String> looked, Set<String> hidden) {
    Column[] cells =
        looked.stream()
            .map(name -> RawRows.cell(name, hidden).cast(DataTypes.StringType))
            .toArray(Column[]::new);
    return concat_ws(", ", cells);
  }

  private static Column isOffered(List<String> looked) {
    return looked.stream()
        .map(name -> isGiven(SqlText.column(name)))
        .reduce(lit(false), Column::or);
  }

  /**
   * The value taken as the field's type, or null; blank texts null; entries of a map without a
   * value left out.
   */
  private Column convert(Field field) {
    Column taken = IngestColumns.mappedValue(field).col();
    if (field.type() instanceof MapType) {
      Column given = map_filter(taken.try_cast(field.type()), (key, text) -> text.isNotNull());
      return TextNormalizer.normalMap(given);
    }
    if (!isText(field)) {
      return taken.try_cast(field.type());
    }
    Column present = when(taken.notEqual(""), taken);
    if (field.equals(EngagementSource.EVENT)) {
      return events().canonical(present);
    }
    if (!field.name().endsWith("_id")) {
      return present;
    }
    Column id = when(present.isInCollection(NOBODY).equalTo(false), present);
    return isCustomer(field)
        ? KeyFingerprints.id(settings.options().customerKey(), id, region)
        : id;
  }

  private boolean isCustomer(Field field) {
    return SourceKeys.columns(source).contains(field);
  }

  /**
   * True where a value was given and could not be read. A required column is checked by its raw
   * columns, since an expression such as to_timestamp is itself null for a value that it cannot
   * read.
   */
  private static Column unreadable(Field field) {
    Column taken = IngestColumns.mappedValue(field).col();
    Column given = field.required() ? IngestColumns.isOffered(field).col() : isGiven(taken);
    return taken.try_cast(field.type()).isNull().and(given);
  }

  private static Column isGiven(Column raw) {
    return raw.isNotNull().and(trim(raw.cast(DataTypes.StringType)).notEqual(""));
  }

  private Column isMalformed(Dataset<Row> raw) {
    boolean kept = Arrays.asList(raw.columns()).contains(malformed);
    return kept ? SqlText.column(malformed).isNotNull() : lit(false);
  }
}
