package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.dangol.config.SourceSettings;
import dev.dangol.problem.BadSetting;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.sources.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Configured SQL expressions of one source, proven against its raw columns. */
final class SourceExpressions {
  private final Dataset<Row> chosen;
  private final Column undecided;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, List<String>> references = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Proves every expression.
   *
   * @param always true for rows to which the predicate is not applied
   * @throws BadSetting naming every expression that cannot be read or uses no raw column
   */
  SourceExpressions(Source source, SourceSettings settings, Dataset<Row> raw, Column always) {
    String key = "sources." + source.name();
    Dataset<Row> offered = raw.drop(IngestColumns.ORIGIN.name());
    settings
        .where()
        .ifPresent(where -> prove(key + ".where", () -> SqlText.provePredicate(offered, where)));
    settings
        .options()
        .watermark()
        .map(SqlText::quote)
        .ifPresent(
            mark ->
                prove(
                    key + ".watermark", () -> SqlText.prove(offered, mark, DataTypes.StringType)));
    for (Field field : source.fields()) {
      String text = settings.columns().get(field.name());
      if (text != null) {
        String column = key + ".columns." + field.name();
        references.put(
            field.name(), prove(column, () -> SqlText.prove(offered, text, field.type())));
      }
    }
    if (!faults.isEmpty()) {
      throw new BadSetting(String.join("\n", faults) + "\n(" + settings.origin() + ")");
    }
    settings.columns().forEach((name, text) -> columns.put(name, SqlText.expression(text)));
    Optional<Column> where = settings.where().map(SqlText::expression);
    undecided = where.map(asked -> asked.isNull().and(not(always))).orElse(lit(false));
    chosen = where.map(asked -> raw.where(asked.or(asked.isNull()).or(always))).orElse(raw);
  }

  /**
   * The raw rows that the configured predicate selects, those about which it is undecided, and
   * those to which it is not applied.
   */
  Dataset<Row> chooseRows() {
    return chosen;
  }

  /** True for rows of which the predicate is neither true nor false. */
  Column isUndecided() {
    return undecided;
  }

  Column of(Field field) {
    return columns.get(field.name());
  }

  /** The raw columns that the field's expression uses. */
  List<String> references(Field field) {
    return references.get(field.name());
  }

  private List<String> prove(String key, ExpressionProof proof) {
    try {
      return proof.references();
    } catch (SqlText.UnusableExpression wrong) {
      faults.add(key + " = \"" + wrong.text() + "\": " + wrong.explanation());
      return List.of();
    }
  }

  private interface ExpressionProof {
    List<String> references() throws SqlText.UnusableExpression;
  }
}
