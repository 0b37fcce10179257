package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.testing.SparkExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Programs other than Dangol read its published tables: by queries, and by their files. */
@ExtendWith(SparkExtension.class)
class OtherReadersTest {
  @TempDir private static Path folder;
  private static TinyShop shop;

  @BeforeAll
  static void ingest(SparkSession running) {
    shop = TinyShop.open(folder);
    assertThat(shop.dangol("ingest", "--as-of=2025-03-31").code()).isZero();
    assertThat(running.sparkContext().isStopped()).isFalse();
  }

  @Test
  void a_program_is_answered_statement_by_statement_and_told_of_errors() {
    InputStream in = System.in;
    String asked = "SELECT '하나; 둘' AS a; -- none; of\nSELECT * FROM nonsense;\nSELECT 2 AS b";
    try {
      System.setIn(new ByteArrayInputStream(asked.getBytes(StandardCharsets.UTF_8)));
      CommandOutput answers = shop.dangol("sql", "--format", "json");

      assertThat(answers.lines())
          .containsExactly(
              "{\"a\":\"하나; 둘\"}",
              "",
              "{\"error\":\"The query: there is no table nonsense.\"}",
              "",
              "{\"b\":2}",
              "");
      assertThat(answers.code()).isEqualTo(2);
    } finally {
      System.setIn(in);
    }
  }

  @Test
  void duckdb_reads_every_published_table_from_its_files() throws SQLException {
    String views = shop.dangol("files", "--format", "duckdb").out();
    List<String> tables =
        Pattern.compile("VIEW \"(\\w+)\"")
            .matcher(views)
            .results()
            .map((MatchResult view) -> view.group(1))
            .toList();
    String counts =
        tables.stream()
            .map(table -> "SELECT '" + table + "' AS t, count(*) AS n FROM " + table)
            .collect(Collectors.joining(" UNION ALL "));
    String rejected = "SELECT as_of, source, `column` FROM quarantine";
    String bought = "SELECT customer_id, net_amount, quantity, cost_amount FROM clean_purchases";

    assertThat(tables).contains("clean_purchases", "quarantine", "quality_checks");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(views);
      for (String query : List.of(counts, rejected, bought)) {
        assertThat(answers(statement, query.replace('`', '"')))
            .containsExactlyInAnyOrderElementsOf(shop.rows(query));
      }
    }
  }

  @Test
  void files_are_listed_as_paths_and_as_objects() throws IOException {
    List<String> paths = shop.dangol("files", "quarantine").lines();
    JsonNode object =
        new ObjectMapper().readTree(shop.dangol("files", "quarantine", "--format=json").out());

    assertThat(paths)
        .isNotEmpty()
        .allSatisfy(path -> assertThat(Path.of(URI.create(path))).exists());
    assertThat(object.get("files")).hasSameSizeAs(paths);
    assertThat(object.get("files").get(0).get("partition").get("as_of").asText())
        .isEqualTo("2025-03-31");
  }

  @Test
  void a_table_that_is_unknown_or_not_published_is_told() {
    CommandOutput unknown = shop.dangol("files", "customer_feature");
    CommandOutput unpublished = shop.dangol("files", "customer_features");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("Did you mean customer_features?");
    assertThat(unpublished.code()).isEqualTo(4);
    assertThat(unpublished.err()).contains("not published yet");
  }

  private static List<String> answers(Statement statement, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int place = 1; place <= rows.getMetaData().getColumnCount(); place++) {
          String cell = rows.getString(place);
          cells.add(cell == null ? "" : cell);
        }
        lines.add(String.join(",", cells));
      }
    }
    return lines;
  }
}
