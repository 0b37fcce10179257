package dev.dangol.features.fold;

import dev.dangol.table.RowOrder;
import dev.dangol.table.sources.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of several sources in parts by customer. Those of a customer are in the same part of each
 * source, and together.
 *
 * @param rows by source, sorted by customer and time inside of each part
 * @param count how many parts each has
 */
public record CustomerParts(Map<Source, Dataset<Row>> rows, int count) {
  public CustomerParts {
    rows = Map.copyOf(rows);
  }

  /** Rows in any order, brought into one part; those of sources without an order are left out. */
  public static CustomerParts sort(Map<Source, Dataset<Row>> rows) {
    Map<Source, Dataset<Row>> sorted = new LinkedHashMap<>();
    rows.forEach(
        (source, given) ->
            source.order().ifPresent(order -> sorted.put(source, sort(given, order))));
    return new CustomerParts(sorted, 1);
  }

  private static Dataset<Row> sort(Dataset<Row> rows, RowOrder order) {
    return rows.coalesce(1).sortWithinPartitions(order.columns());
  }
}
