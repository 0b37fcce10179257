package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.SourceSettings;
import dev.dangol.table.Contacts;
import dev.dangol.table.Engagement;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Source;
import dev.dangol.table.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
 */
public record Mapping(Source source, SourceSettings settings, String malformed) {

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

  private static final String HIDDEN = "(hidden)";

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
      }
    }
    columns.add(IngestColumns.MALFORMED.is(isMalformed(chosen)));
    columns.add(RunColumns.RAW.is(rawJson(chosen, expressions)));
    return chosen.select(columns.toArray(Column[]::new));
  }

  private static Column value(Field field, Expressions expressions) {
    return field.is(converted(field, expressions.of(field)));
  }

  /**
   * The raw value as the field's type, or null; texts trimmed, blank ones null; entries of a map
   * without a value left out.
   */
  private static Column converted(Field field, Column raw) {
    if (field.type() instanceof MapType) {
      return map_filter(raw.try_cast(field.type()), (key, text) -> text.isNotNull());
    }
    if (!field.type().equals(DataTypes.StringType)) {
      return raw.try_cast(field.type());
    }
    Column text = trim(raw.cast(DataTypes.StringType));
    Column present = when(text.notEqual(""), text);
    if (field.equals(Engagement.EVENT)) {
      return lower(present);
    }
    return field.name().endsWith("_id")
        ? when(present.isInCollection(NOBODY).equalTo(false), present)
        : present;
  }

  /**
   * True where there was something to read and nothing came of it. What a required column looks at
   * is its raw columns, since an expression such as to_timestamp is null itself for what it cannot
   * read.
   */
  private static Column unreadable(Field field, Expressions expressions) {
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

  private Column rawJson(Dataset<Row> raw, Expressions expressions) {
    Set<String> hidden = new HashSet<>();
    for (Field field : Contacts.DIRECT_IDENTIFIERS) {
      if (settings.maps(field.name()) && source.fields().contains(field)) {
        hidden.addAll(expressions.references(field));
        hidden.add(malformed);
      }
    }
    Column shown = json(raw, name -> hidden.contains(name) ? shaded(name) : Sql.column(name));
    // In a line that cannot be taken apart, an identifier may stand in any column.
    return hidden.isEmpty()
        ? shown
        : when(isMalformed(raw), json(raw, Mapping::shaded)).otherwise(shown);
  }

  private static Column json(Dataset<Row> raw, Function<String, Column> cell) {
    return to_json(struct(Arrays.stream(raw.columns()).map(cell).toArray(Column[]::new)));
  }

  private static Column shaded(String name) {
    return when(Sql.column(name).isNotNull(), lit(HIDDEN)).as(name);
  }
}
