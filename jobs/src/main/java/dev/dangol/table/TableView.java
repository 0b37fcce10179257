package dev.dangol.table;

import java.util.List;

/**
 * View of published tables: a query with a name, which readers ask as they ask a table.
 *
 * @param table its name, what a row is, the key of a row, and its columns
 * @param reads the names of the tables that the query reads
 * @param query the query, in which the name of each of these tables follows {schema}
 */
public record TableView(Table table, List<String> reads, String query) {
  public TableView {
    reads = List.copyOf(reads);
  }

  public String name() {
    return table.name();
  }

  /** The query where the tables have no more than their names. */
  public String question() {
    return query("");
  }

  /**
   * The query over tables of a schema.
   *
   * @param schema the schema with its catalog and the dot that follows; empty for none
   */
  public String query(String schema) {
    return query.replace("{schema}", schema);
  }
}
