package dev.dangol.job.ingest;

import dev.dangol.store.Lake;
import dev.dangol.store.OrderedTables;
import dev.dangol.table.Table;
import dev.dangol.table.sources.Source;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writer of clean tables. Events of customers come in buckets by customer and in order of time, all
 * other rows as they are.
 *
 * @param buckets how many buckets large tables have; empty for by size
 * @param sources the sources that are configured
 */
record CleanTableWriter(Lake lake, OptionalInt buckets, List<Source> sources) {

  /** Replaces every row of a source's clean table; returns how many there are. */
  long replace(Source source, Dataset<Row> rows) {
    Table table = source.clean();
    source
        .order()
        .ifPresentOrElse(
            order -> {
              OrderedTables tables = new OrderedTables(lake);
              tables.replace(table, order, count(tables, source), rows);
            },
            () -> lake.replaceAll(table, rows));
    return lake.journal().rows().get(table.name());
  }

  private int count(OrderedTables tables, Source source) {
    List<Table> beside =
        sources.stream()
            .filter(other -> other.order().isPresent() && other.keepsRawRows())
            .map(Source::landedTable)
            .toList();
    return tables.choose(source.clean(), source.landedTable(), beside, buckets);
  }
}
