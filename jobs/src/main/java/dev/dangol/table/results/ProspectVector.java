package dev.dangol.table.results;

import dev.dangol.table.Field;
import org.apache.spark.ml.linalg.SQLDataTypes;

/**
 * Column of a prospect's attributes as MLlib takes them, never stored. It stands apart from the
 * tables' columns, so that a query of tables starts without MLlib.
 */
public final class ProspectVector {
  public static final Field FEATURES =
      new Field("_features", SQLDataTypes.VectorType(), false, "All that is known, as numbers.");

  private ProspectVector() {}
}
