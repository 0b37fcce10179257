package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.table.Table;
import dev.dangol.table.results.CohortColumns;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerCardTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void text_shows_what_is_known_of_every_row() throws IOException {
    assertThat(card().text())
        .startsWith("큰손 <b>🍀</b> on 2026-01-05\n\nscorecard_reasons: ")
        .contains("  criterion                    pays\n", "  value                        81.5\n")
        .contains(
            "  --\n  criterion                    brings\n",
            "  points                       123456789\n")
        .doesNotContain("null", "  as_of", "  customer_id");
  }

  @Test
  void json_keeps_every_cell() throws IOException {
    JsonNode json = JSON.readTree(card().json());

    assertThat(json.path("customer_id").asText()).isEqualTo("큰손 <b>🍀</b>");
    assertThat(json.path("as_of").asText()).isEqualTo("2026-01-05");
    assertThat(json.path("tables").path("scorecard_reasons")).hasSize(2);
    assertThat(json.path("tables").path("scorecard_reasons").get(1).has("value")).isTrue();
  }

  @Test
  void json_writes_amounts_without_exponents() {
    JsonNode row = JSON.createObjectNode().put("value", new BigDecimal("5E+1"));
    CustomerCard card =
        new CustomerCard(
            "c", Optional.empty(), Map.of(CohortColumns.SCORECARD_REASONS, List.of(row)));
    assertThat(card.json()).contains("\"value\":50}");
  }

  @Test
  void the_page_has_no_markup_of_the_data() throws IOException {
    assertThat(card().html())
        .contains("<h1>큰손 &lt;b&gt;🍀&lt;/b&gt; on 2026-01-05</h1>", "<td>81.5</td>")
        .doesNotContain("<b>");
  }

  private static CustomerCard card() throws IOException {
    Table table = CohortColumns.SCORECARD_REASONS;
    List<JsonNode> rows =
        List.of(
            JSON.readTree(
                "{\"as_of\":\"2026-01-05\",\"customer_id\":\"c\",\"criterion\":\"pays\",\"value\":81.5}"),
            JSON.readTree("{\"criterion\":\"brings\",\"value\":null,\"points\":1.23456789E8}"));
    return new CustomerCard("큰손 <b>🍀</b>", Optional.of("2026-01-05"), Map.of(table, rows));
  }
}
