package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.identity.SourceKeys;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Source;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Raw rows as they are stored beside canonical ones, with personal identifiers hidden.
 *
 * @param malformed the raw column that holds the text of a line that could not be parsed
 */
record RawRows(Source source, SourceSettings settings, String malformed) {

  /** The raw columns that identify a person. */
  Set<String> hidden(SourceExpressions expressions) {
    Set<String> hidden = new HashSet<>();
    for (Field field : source.fields()) {
      if (tellsWhoSomebodyIs(field)) {
        hidden.addAll(expressions.references(field));
        hidden.add(malformed);
      }
    }
    return hidden;
  }

  /** The raw row as one cell. */
  static Column row(Dataset<Row> raw, Set<String> hidden) {
    Column[] cells =
        Arrays.stream(raw.columns())
            .filter(name -> !name.equals(IngestColumns.ORIGIN.name()))
            .map(name -> cell(name, hidden).as(name))
            .toArray(Column[]::new);
    return struct(cells).as(IngestColumns.RAW_ROW.name());
  }

  /** A raw cell, or a fixed word in its place where it is hidden. */
  static Column cell(String name, Set<String> hidden) {
    Column cell = SqlText.column(name);
    return hidden.contains(name) ? mask(cell) : cell;
  }

  /**
   * Validated rows with the raw row as JSON where the condition is true: converting every row would
   * cost more than all other steps.
   */
  Dataset<Row> withRawJson(Dataset<Row> judged, Column which) {
    Column row = IngestColumns.RAW_ROW.col();
    Column shown = CustomerContacts.withoutAddresses(to_json(row));
    boolean hides = source.fields().stream().anyMatch(this::tellsWhoSomebodyIs);
    // In a line that cannot be parsed, an identifier may be in any column.
    Column safe =
        hides
            ? when(IngestColumns.MALFORMED.col(), to_json(shade(judged, row))).otherwise(shown)
            : shown;
    return judged
        .withColumn(RunColumns.RAW.name(), when(which, safe))
        .drop(IngestColumns.RAW_ROW.name());
  }

  private static Column shade(Dataset<Row> judged, Column row) {
    StructType raw = (StructType) judged.schema().apply(IngestColumns.RAW_ROW.name()).dataType();
    return struct(
        Arrays.stream(raw.fieldNames())
            .map(name -> mask(row.getField(name)).as(name))
            .toArray(Column[]::new));
  }

  private static Column mask(Column cell) {
    return when(cell.isNotNull(), lit(CustomerContacts.HIDDEN));
  }

  private boolean tellsWhoSomebodyIs(Field field) {
    boolean isKey =
        SourceKeys.columns(source).contains(field)
            && settings.options().customerKey() != CustomerKey.ID;
    return settings.maps(field.name())
        && (isKey || CustomerContacts.DIRECT_IDENTIFIERS.contains(field) || identifies(field));
  }

  /** True for attributes among which is one that identifies a person. */
  private boolean identifies(Field field) {
    String expression = settings.columns().getOrDefault(field.name(), "");
    return field.equals(CustomerSource.ATTRIBUTES) && CustomerContacts.movesFrom(expression);
  }
}
