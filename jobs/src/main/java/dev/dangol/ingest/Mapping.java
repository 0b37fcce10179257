package dev.dangol.ingest;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.identity.Keys;
import dev.dangol.ingest.identity.SourceKeys;
import dev.dangol.table.Contacts;
import dev.dangol.table.Engagement;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.Letters;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Source;
import dev.dangol.table.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;

/**
 * How the raw columns of one source become canonical ones, by the configured SQL expressions. A
 * value that cannot be converted becomes null and raises its column's flag.
 *
 * @param malformed the raw column that holds the text of a line that could not be taken apart
 * @param region the country of phone numbers that name none, where customers are known by theirs
 */
public record Mapping(
    Source source, SourceSettings settings, String malformed, Optional<String> region) {

  /** Of a source whose customers are not known by phone numbers. */
  public Mapping(Source source, SourceSettings settings, String malformed) {
    this(source, settings, malformed, Optional.empty());
  }

  /** Spaces, tabs and line ends, and the wider spaces that spreadsheets leave. */
  private static final String BLANKS = " \t\r\n\u00a0\u3000";

  /** As programs write them: comparing beats lowering the case of every id of every event. */
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
          "Undefined");

  /**
   * One row per raw row that the configured predicate takes, and per line that could not be taken
   * apart, about which it cannot know: canonical columns, the raw row as JSON with direct
   * identifiers hidden, and a flag for each column that could not be read.
   *
   * @throws dev.dangol.problem.BadSetting where an expression is wrong
   */
  public Dataset<Row> canonical(Dataset<Row> raw) {
    Expressions expressions = new Expressions(source, settings, raw, isMalformed(raw));
    Dataset<Row> chosen = expressions.chosen();
    List<Column> columns = new ArrayList<>();
    for (Field field : source.fields()) {
      boolean mapped = settings.maps(field.name());
      columns.add(mapped ? value(field, expressions) : field.none());
      if (mapped && !field.type().equals(DataTypes.StringType)) {
        columns.add(IngestColumns.unread(field).is(unreadable(field, expressions)));
        columns.add(IngestColumns.given(field).is(given(field, expressions)));
      }
    }
    if (settings.maps(Engagement.EVENT.name())) {
      Column name = converted(Engagement.EVENT, expressions.of(Engagement.EVENT));
      columns.add(IngestColumns.UNKNOWN_EVENT.is(events().isUnknown(name)));
    }
    columns.add(IngestColumns.MALFORMED.is(isMalformed(chosen)));
    columns.add(IngestColumns.ORIGIN.is(origin(chosen)));
    columns.add(RunColumns.RAW.is(rawJson(chosen, expressions)));
    return chosen
        .select(columns.toArray(Column[]::new))
        .withColumn(IngestColumns.CONTENT.name(), Duplicates.content(source));
  }

  private EventNames events() {
    return new EventNames(settings.options().events());
  }

  private static Column origin(Dataset<Row> raw) {
    String name = IngestColumns.ORIGIN.name();
    return Arrays.asList(raw.columns()).contains(name) ? IngestColumns.ORIGIN.col() : lit(null);
  }

  private Column given(Field field, Expressions expressions) {
    Set<String> hidden = hidden(expressions);
    Column[] cells =
        expressions.references(field).stream()
            .map(name -> hidden.contains(name) ? shaded(name) : Sql.column(name))
            .map(cell -> cell.cast(DataTypes.StringType))
            .toArray(Column[]::new);
    return concat_ws(", ", cells);
  }

  private Column value(Field field, Expressions expressions) {
    return field.is(converted(field, expressions.of(field)));
  }

  /**
   * The raw value as the field's type, or null; texts in normal form and trimmed, blank ones null;
   * entries of a map without a value left out.
   */
  private Column converted(Field field, Column raw) {
    if (field.type() instanceof MapType) {
      Column given = map_filter(raw.try_cast(field.type()), (key, text) -> text.isNotNull());
      return Letters.normalMap(given);
    }
    if (!field.type().equals(DataTypes.StringType)) {
      return raw.try_cast(field.type());
    }
    Column text = trim(Letters.normal(raw.cast(DataTypes.StringType)), BLANKS);
    Column present = when(text.notEqual(""), text);
    if (field.equals(Engagement.EVENT)) {
      return events().canonical(present);
    }
    if (!field.name().endsWith("_id")) {
      return present;
    }
    Column id = when(present.isInCollection(NOBODY).equalTo(false), present);
    return isCustomer(field) ? Keys.id(settings.options().customerKey(), id, region) : id;
  }

  private boolean isCustomer(Field field) {
    return SourceKeys.columns(source).contains(field);
  }

  /**
   * True where there was something to read and nothing came of it. What a required column looks at
   * is its raw columns, since an expression such as to_timestamp is null itself for what it cannot
   * read.
   */
  private Column unreadable(Field field, Expressions expressions) {
    Column lost = converted(field, expressions.of(field)).isNull();
    Column given =
        field.required()
            ? expressions.references(field).stream()
                .map(name -> isGiven(Sql.column(name)))
                .reduce(lit(false), Column::or)
            : isGiven(expressions.of(field));
    return lost.and(given);
  }

  private static Column isGiven(Column raw) {
    return raw.isNotNull().and(trim(raw.cast(DataTypes.StringType)).notEqual(""));
  }

  private Column isMalformed(Dataset<Row> raw) {
    boolean kept = Arrays.asList(raw.columns()).contains(malformed);
    return kept ? Sql.column(malformed).isNotNull() : lit(false);
  }

  /** The raw columns that tell who somebody is. */
  private Set<String> hidden(Expressions expressions) {
    Set<String> hidden = new HashSet<>();
    for (Field field : source.fields()) {
      if (settings.maps(field.name()) && tellsWhoSomebodyIs(field)) {
        hidden.addAll(expressions.references(field));
        hidden.add(malformed);
      }
    }
    return hidden;
  }

  private Column rawJson(Dataset<Row> raw, Expressions expressions) {
    Set<String> hidden = hidden(expressions);
    Column shown = Contacts.withoutAddresses(rawJson(raw, hidden));
    // In a line that cannot be taken apart, an identifier may stand in any column.
    return hidden.isEmpty()
        ? shown
        : when(isMalformed(raw), json(raw, Mapping::shaded)).otherwise(shown);
  }

  private boolean tellsWhoSomebodyIs(Field field) {
    boolean isKey = isCustomer(field) && settings.options().customerKey() != CustomerKey.ID;
    return isKey || Contacts.DIRECT_IDENTIFIERS.contains(field);
  }

  private static Column rawJson(Dataset<Row> raw, Set<String> hidden) {
    return json(raw, name -> hidden.contains(name) ? shaded(name) : Sql.column(name));
  }

  private static Column json(Dataset<Row> raw, Function<String, Column> cell) {
    return to_json(
        struct(
            Arrays.stream(raw.columns())
                .filter(name -> !name.equals(IngestColumns.ORIGIN.name()))
                .map(cell)
                .toArray(Column[]::new)));
  }

  private static Column shaded(String name) {
    return when(Sql.column(name).isNotNull(), lit(Contacts.HIDDEN)).as(name);
  }
}
