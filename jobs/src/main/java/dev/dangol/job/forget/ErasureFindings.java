package dev.dangol.job.forget;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.dangol.job.ParallelTasks;
import dev.dangol.job.TableReader;
import dev.dangol.privacy.CustomerKeys;
import dev.dangol.privacy.ErasureTarget;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.IdentityColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds rows and cells of customers to be erased, by table. */
final class ErasureFindings {
  private final ErasureTarget trace;
  private final Map<String, Long> rows = new ConcurrentHashMap<>();
  private final Map<String, Long> cells = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private ErasureFindings(ErasureTarget trace) {
    this.trace = trace;
  }

  /** Searches the tables, one pass each. */
  static ErasureFindings in(TableReader reading, List<Table> tables, ErasureTarget trace) {
    ErasureFindings findings = new ErasureFindings(trace);
    ParallelTasks.each(tables, table -> findings.look(table, reading.of(table)));
    return findings;
  }

  ErasureTarget trace() {
    return trace;
  }

  /** Rows that are theirs, by table; tables without one are left out. */
  Map<String, Long> rows() {
    return Map.copyOf(rows);
  }

  /** Rows of others that name them, by table. */
  Map<String, Long> cells() {
    return Map.copyOf(cells);
  }

  /** The number of ids that are in no table. */
  long unknown(Set<String> given) {
    return given.stream().filter(id -> !seen.contains(id)).count();
  }

  /** True for the rows of others that name one of them. */
  static Column naming(ErasureTarget trace, Table table, Field named) {
    return trace.key(named).and(not(trace.in(table)));
  }

  private void look(Table table, Dataset<Row> stored) {
    List<Field> keys = keys(table);
    Column[] by = keys.stream().map(Field::col).toArray(Column[]::new);
    Column counted = RunColumns.ROWS_OUT.is(count(lit(1)));
    for (Row row : stored.where(trace.in(table)).groupBy(by).agg(counted).collectAsList()) {
      RowReader found = new RowReader(row);
      add(rows, table, found.count(RunColumns.ROWS_OUT));
      keys.forEach(key -> found.text(key).ifPresent(seen::add));
    }
    for (Field named : CustomerKeys.of(table, CustomerKeys.NAMED)) {
      add(cells, table, stored.where(naming(trace, table, named)).count());
    }
  }

  private List<Field> keys(Table table) {
    boolean identity = table.equals(IdentityColumns.CUSTOMER_IDENTITY);
    return identity
        ? Arrays.asList(
            SharedColumns.CUSTOMER_ID, IdentityColumns.SOURCE_ID, IdentityColumns.MERGED_FROM)
        : trace.keys(table);
  }

  private static void add(Map<String, Long> counts, Table table, long more) {
    if (more > 0) {
      counts.merge(table.name(), more, Long::sum);
    }
  }
}
