package dev.dangol.features.voice;

import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
import dev.dangol.table.features.EventColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Kinds of events that nobody has shown: a source that does not record them looks just so, and a 0
 * for everyone would look like a fact.
 */
public final class UnrecordedEvents {
  private UnrecordedEvents() {}

  /** The customers with nothing in the place of such counts. */
  public static Dataset<Row> without(
      Dataset<Row> customers, PercentileRanks standing, List<Integer> windows) {
    Map<String, Column> nothing = new LinkedHashMap<>();
    fields(standing, windows).forEach(field -> nothing.put(field.name(), field.nullColumn()));
    return nothing.isEmpty() ? customers : customers.withColumns(nothing);
  }

  /** The counts of kinds that nobody has shown. */
  public static List<Field> fields(PercentileRanks standing, List<Integer> windows) {
    List<Field> fields = new ArrayList<>();
    for (Field kind : EventColumns.KINDS.keySet()) {
      if (standing.neverSeen(kind)) {
        fields.add(kind);
        windows.forEach(window -> fields.add(EventColumns.kind(kind, window)));
      }
    }
    return fields;
  }
}
