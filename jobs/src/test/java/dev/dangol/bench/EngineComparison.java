package dev.dangol.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Dangol's {@code customer_features} beside DuckDB's, column by column and customer by customer.
 * Real numbers may differ by a billionth of their size, scores that are rounded by one in their
 * last digit, and everything else must be the same.
 *
 * @param customers how many rows either has
 * @param differing by column, of how many customers the two do not agree; 0 where they do
 * @param examples one customer for each column with a difference, and what either says
 * @param notWritten columns of Dangol's that the SQL does not compute
 */
public record EngineComparison(
    long customers, Map<String, Long> differing, List<String> examples, List<String> notWritten) {
  private static final String KEY = "customer_id";

  /** Computes with DuckDB and compares with the table of the warehouse. */
  public static EngineComparison of(Path warehouse) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      DuckFeatures.compute(statement, warehouse);
      return of(statement, warehouse);
    }
  }

  private static EngineComparison of(Statement statement, Path warehouse) throws SQLException {
    String files =
        DuckFeatures.activeFiles(warehouse.resolve("customer_features")).stream()
            .map(file -> "'" + file + "'")
            .collect(Collectors.joining(", "));
    statement.execute("CREATE TEMP TABLE theirs AS SELECT * FROM read_parquet([" + files + "])");
    statement.execute("CREATE TEMP TABLE ours AS SELECT * FROM customer_features");
    Map<String, String> theirs = columns(statement, "theirs");
    Map<String, String> ours = columns(statement, "ours");
    Map<String, Long> differing = new LinkedHashMap<>();
    List<String> examples = new ArrayList<>();
    for (String column : ours.keySet()) {
      if (!column.equals(KEY)) {
        String differs = differs(column, theirs.getOrDefault(column, "no such column"));
        long count = number(statement, "SELECT count(*) FROM " + both() + " WHERE " + differs);
        differing.put(column, count);
        if (count > 0) {
          examples.add(example(statement, column, differs));
        }
      }
    }
    List<String> notWritten =
        theirs.keySet().stream().filter(column -> !ours.containsKey(column)).toList();
    long customers = number(statement, "SELECT count(*) FROM " + both());
    return new EngineComparison(customers, differing, examples, notWritten);
  }

  private static String both() {
    return "theirs FULL JOIN ours USING (customer_id)";
  }

  /** A customer that only one of them has differs in every column. */
  private static String differs(String column, String type) {
    String theirs = "theirs." + column;
    String ours = "ours." + column;
    if (type.startsWith("MAP")) {
      String sorted = "(list_sort(map_entries(%s)) IS DISTINCT FROM list_sort(map_entries(%s)))";
      return sorted.formatted(theirs, ours);
    }
    if (!type.equals("DOUBLE")) {
      return "(%s IS DISTINCT FROM %s)".formatted(theirs, ours);
    }
    boolean rounded = column.startsWith("quality_") || column.equals("dangol_index");
    String most = rounded ? "1.1e-6" : "1e-9 * greatest(abs(%1$s), abs(%2$s), 1e-3)";
    return ("((%1$s IS NULL) <> (%2$s IS NULL) OR abs(%1$s - %2$s) > " + most + ")")
        .formatted(theirs, ours);
  }

  private static String example(Statement statement, String column, String differs)
      throws SQLException {
    String query =
        "SELECT customer_id, theirs.%1$s::VARCHAR, ours.%1$s::VARCHAR FROM %2$s WHERE %3$s LIMIT 1"
            .formatted(column, both(), differs);
    try (ResultSet found = statement.executeQuery(query)) {
      found.next();
      return "%s of %s: Dangol %s, DuckDB %s"
          .formatted(column, found.getString(1), found.getString(2), found.getString(3));
    }
  }

  private static Map<String, String> columns(Statement statement, String table)
      throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (ResultSet described = statement.executeQuery("DESCRIBE " + table)) {
      while (described.next()) {
        columns.put(described.getString(1), described.getString(2));
      }
    }
    return columns;
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet counted = statement.executeQuery(query)) {
      counted.next();
      return counted.getLong(1);
    }
  }

  /** Columns on which the two do not agree, and of how many customers. */
  public Map<String, Long> different() {
    Map<String, Long> different = new LinkedHashMap<>(differing);
    different.values().removeIf(count -> count == 0);
    return different;
  }

  /** The columns compared and those left out, to be read. */
  public String summary() {
    return """
        %d customers; %d columns compared, of which %d differ: %s
        %s
        Not written in DuckDB (%d): %s"""
        .formatted(
            customers,
            differing.size(),
            examples.size(),
            String.join(", ", differing.keySet()),
            String.join("\n", examples),
            notWritten.size(),
            String.join(", ", notWritten));
  }

  /** Computes with DuckDB and compares: the warehouse. */
  public static void main(String[] arguments) throws SQLException {
    System.out.println(of(Path.of(arguments[0])).summary());
  }
}
