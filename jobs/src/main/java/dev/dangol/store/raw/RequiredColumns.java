package dev.dangol.store.raw;

import dev.dangol.config.SourceSettings;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Raw columns that a source requires: those of its predicate and of its required columns. */
interface RequiredColumns {
  /** For an input of a query: only the query knows which columns it needs. */
  RequiredColumns NOTHING = rows -> Set.of();

  Set<String> in(Dataset<Row> rows);

  static RequiredColumns of(String sourceName, SourceSettings settings) {
    return rows -> {
      Set<String> needed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      settings
          .where()
          .ifPresent(where -> addAll(needed, () -> SqlText.provePredicate(rows, where)));
      for (Source source : Sources.ALL) {
        if (source.name().equals(sourceName)) {
          for (Field field : source.required()) {
            String text = settings.columns().getOrDefault(field.name(), "NULL");
            addAll(needed, () -> SqlText.prove(rows, text, field.type()));
          }
        }
      }
      return needed;
    };
  }

  private static void addAll(Set<String> needed, ColumnProof proof) {
    try {
      needed.addAll(proof.references());
    } catch (SqlText.UnusableExpression wrong) {
      // The mapping reports wrong expressions, all of them together.
      return;
    }
  }

  /** Proves an expression and gives the columns that it uses. */
  interface ColumnProof {
    List<String> references() throws SqlText.UnusableExpression;
  }
}
