package dev.dangol.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Features of {@code features.sql}, computed by DuckDB over the clean tables of a warehouse. It
 * reads their Parquet files: the same rows that Dangol's features job reads.
 */
final class DuckFeatures {
  private static final List<String> SOURCES =
      List.of("purchases", "reviews", "engagement", "referrals");
  private static final ObjectMapper JSON = new ObjectMapper();

  private DuckFeatures() {}

  /** Writes them as Parquet: the warehouse, the file to write. */
  public static void main(String[] arguments) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      compute(statement, Path.of(arguments[0]));
      statement.execute(
          "COPY (SELECT * FROM customer_features) TO '%s' (FORMAT parquet)"
              .formatted(arguments[1]));
    }
  }

  /**
   * Leaves them in the view {@code customer_features}, as of the shop's last day. Two threads, and
   * as much memory as Dangol's heap has at most; what does not fit goes to disk.
   */
  static void compute(Statement statement, Path warehouse) throws SQLException {
    statement.execute("SET threads = 2");
    statement.execute("SET memory_limit = '4GB'");
    statement.execute(
        "SET temp_directory = '%s'".formatted(warehouse.resolveSibling("duckdb-on-disk")));
    statement.execute("SET preserve_insertion_order = false");
    statement.execute("SET VARIABLE as_of = " + LocalDate.parse(BenchShop.AS_OF).toEpochDay());
    for (String source : SOURCES) {
      statement.execute(
          "CREATE TEMP VIEW %s AS SELECT * FROM read_parquet([%s])"
              .formatted(source, quoted(activeFiles(warehouse.resolve("clean_" + source)))));
    }
    statement.execute(script());
  }

  /** The files that a Delta table consists of now: those added and not removed, by its log. */
  static Set<Path> activeFiles(Path table) {
    Set<Path> files = new LinkedHashSet<>();
    try (Stream<Path> log = Files.list(table.resolve("_delta_log"))) {
      for (Path commit : log.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        for (String line : Files.readAllLines(commit)) {
          JsonNode action = JSON.readTree(line);
          if (action.has("add")) {
            files.add(table.resolve(action.get("add").get("path").asText()));
          } else if (action.has("remove")) {
            files.remove(table.resolve(action.get("remove").get("path").asText()));
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return files;
  }

  private static String quoted(Set<Path> files) {
    return files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", "));
  }

  private static String script() {
    try (InputStream sql = DuckFeatures.class.getResourceAsStream("features.sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
