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
 * Kinds of events that no customer has shown, which a source may just not record. A 0 for everyone
 * would look like a fact, so their counts are null.
 */
public final class UnrecordedEvents {
  private UnrecordedEvents() {}

  /** The customers with null for the counts of such kinds. */
  public static Dataset<Row> without(
      Dataset<Row> customers, PercentileRanks standing, List<Integer> windows) {
    Map<String, Column> nothing = new LinkedHashMap<>();
    fields(standing, windows).forEach(field -> nothing.put(field.name(), field.nullColumn()));
    return nothing.isEmpty() ? customers : customers.withColumns(nothing);
  }

  /** The counts of kinds that no customer has shown. */
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
