package dev.dangol.store;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.TextLiteral;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Schema evolution of one stored table. New columns are added, empty in the rows that are there,
 * and columns that may be empty by now no longer refuse null. No file is rewritten.
 */
record SchemaEvolution(SparkSession spark, String path) {

  /**
   * Brings the stored table to the columns that are declared.
   *
   * @return true where something was changed
   */
  boolean evolve(StructType stored, Table declared) {
    List<String> present = List.of(stored.fieldNames());
    boolean changed = false;
    for (Field field : declared.fields()) {
      if (!present.contains(field.name())) {
        add(field);
        changed = true;
      } else if (!field.required() && !stored.apply(field.name()).nullable()) {
        alter("ALTER COLUMN `" + field.name() + "` DROP NOT NULL");
        changed = true;
      }
    }
    return changed;
  }

  private void add(Field field) {
    String column = "`" + field.name() + "` " + field.type().sql();
    String comment = " COMMENT " + TextLiteral.of(field.meaning());
    alter("ADD COLUMNS (" + column + comment + ")");
  }

  private void alter(String change) {
    spark.sql("ALTER TABLE delta.`" + path + "` " + change);
  }
}
