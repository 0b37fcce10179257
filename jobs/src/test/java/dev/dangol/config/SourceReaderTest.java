package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dangol.config.hocon.ConfigLayers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReaderTest {
  private static final String COLUMNS =
      "columns { customer_id = c, purchased_at = t, net_amount = a }";

  @TempDir Path folder;

  @Test
  void a_single_table_is_one_input() {
    SourceSettings purchases =
        read(
            """
            format = csv, path = ["a.csv", "b.csv"], where = "x > 1"
            options { header = true, sep = ";", fetch.size = 010, escape = null }
            columns { net_amount = "a - b", customer_id = c, purchased_at = t, quantity = 1 }
            """);

    assertThat(purchases.inputs())
        .containsExactly(
            entry(
                "raw",
                new InputSettings(
                    "csv",
                    List.of("a.csv", "b.csv"),
                    Map.of("header", "true", "sep", ";", "fetch.size", "010"))));
    assertThat(purchases.query()).isEmpty();
    assertThat(purchases.where()).contains("x > 1");
    assertThat(purchases.columns())
        .containsExactly(
            entry("customer_id", "c"),
            entry("purchased_at", "t"),
            entry("net_amount", "a - b"),
            entry("quantity", "1"));
    assertThat(purchases.origin()).endsWith("shop.conf, line 1");
  }

  @Test
  void several_tables_are_named_and_queried() {
    SourceSettings purchases =
        read(
            """
            inputs { lines { format = json, path = l }, orders { format = jdbc, options { url = u } } }
            query = "SELECT * FROM lines JOIN orders USING (id)"
            """
                + COLUMNS);

    assertThat(purchases.inputs())
        .containsExactly(
            entry("lines", new InputSettings("json", List.of("l"), Map.of())),
            entry("orders", new InputSettings("jdbc", List.of(), Map.of("url", "u"))));
    assertThat(purchases.query()).contains("SELECT * FROM lines JOIN orders USING (id)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "path = a | format is not set; it must be a text that is not blank.",
        "format = csv | path is empty; it must be a list of at least one value.",
        "format = csv, path = \" \" | path holds \" \", but must be a text that is not blank.",
        "format = csv, path = [a, \"\"] | path holds \"\", but must be a text that is not blank.",
        "format = csv, path = a, pth = b | pth is not a setting. Did you mean dangol.sources.purchases.path?",
        "format = csv, path = a, where = \"\" | where is \"\", but must be SQL, not blank, and without reflect and java_method, which would run any Java.",
        "format = csv, path = a, where = \"`Reflect` /**/ ('a.B')\" | where is \"`Reflect` /**/ ('a.B')\", but must be SQL, not blank, and without reflect and java_method, which would run any Java.",
        "format = csv, path = a, options { MODE = dropMalformed } | options.mode is DROPMALFORMED, which loses lines unseen; leave it out, and they go to quarantine.",
        "format = csv, path = a, query = q | query has no inputs; name the tables that it reads.",
        "format = csv, path = a, options { x = [1] } | options.x is a list, but must be a single value.",
        "inputs { a { format = csv, path = a } } | query is not set; inputs need a query that joins them.",
        "inputs { a { format = csv, path = a } }, query = q, path = b | path stands beside inputs; a source is one table with format and path, or inputs with a query.",
        "inputs { a-b { format = csv, path = a } }, query = q | inputs.a-b is no name for a table; it must be letters, digits and underscores, a letter first.",
        "inputs { a { format = csv } }, query = q | inputs.a.path is empty; it must be a list of at least one value.",
        "inputs {}, query = q | inputs is empty; name at least one table.",
      })
  void a_faulty_table_is_reported(String table, String complaint) {
    assertThat(faults("purchases", table + "\n" + COLUMNS))
        .containsExactly("shop.conf, line 1: dangol.sources.purchases." + complaint);
  }

  @Test
  void a_source_that_does_not_exist_suggests_the_nearest() {
    assertThat(faults("review", "format = csv"))
        .containsExactly(
            "shop.conf, line 1: dangol.sources.review is not a source. Did you mean"
                + " dangol.sources.reviews?");
  }

  @Test
  void every_required_column_is_asked_for() {
    assertThat(faults("purchases", "format = csv, path = a\ncolumns { net_amount = a }"))
        .containsExactly(
            "The settings have 2 faults:",
            "shop.conf, line 2: dangol.sources.purchases.columns.customer_id is not set, and purchases cannot do without.",
            "shop.conf, line 2: dangol.sources.purchases.columns.purchased_at is not set, and purchases cannot do without.");
    assertThat(faults("purchases", "format = csv, path = a"))
        .containsExactly(
            "shop.conf, line 1: dangol.sources.purchases.columns is not set; it must be a section"
                + " in braces.");
  }

  @Test
  void a_column_of_no_such_source_suggests_the_nearest() {
    assertThat(faults("purchases", "format = csv, path = a\n" + COLUMNS + "\ncolumns.amount = b"))
        .containsExactly(
            "shop.conf, line 3: dangol.sources.purchases.columns.amount is not a column of"
                + " purchases. Did you mean dangol.sources.purchases.columns.net_amount?");
  }

  @Test
  void an_event_needs_a_customer_or_a_visitor() {
    String events = "format = csv, path = a\ncolumns { occurred_at = t, event = e";

    assertThat(faults("engagement", events + " }"))
        .containsExactly(
            "shop.conf, line 2: dangol.sources.engagement.columns.customer_id is not set, nor is"
                + " visitor_id; engagement needs one.");
    assertThat(faults("engagement", events + ", visitor_id = v }")).isEmpty();
    assertThat(faults("engagement", events + ", customer_id = c }")).isEmpty();
  }

  private SourceSettings read(String purchases) {
    return SettingsReader.read(file("purchases", purchases)).sources().get("purchases");
  }

  private List<String> faults(String source, String text) {
    return GivenConfig.faults(file(source, text));
  }

  private ConfigLayers file(String source, String text) {
    return GivenConfig.file(folder, "dangol.sources." + source + " { " + text + "\n}\n");
  }
}
