package dev.dangol.command;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dangol.table.Field;
import dev.dangol.table.Table;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Card about one customer, with the rows of each table about them, the first to be read first.
 *
 * @param id the customer
 * @param day the day of the tables that have one, as yyyy-mm-dd; empty where there is none
 * @param rows the rows of each table that has any, as objects of columns
 */
record CustomerCard(String id, Optional<String> day, Map<Table, List<JsonNode>> rows) {
  /** Writes 50 and not 5E+1. */
  private static final ObjectMapper PLAIN =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** Lines for a terminal: a table's name and meaning, then a line per column that has a value. */
  String text() {
    return title()
        + "\n"
        + rows.entrySet().stream()
            .map(
                table ->
                    "\n"
                        + table.getKey().name()
                        + ": "
                        + table.getKey().meaning()
                        + "\n"
                        + table.getValue().stream()
                            .map(row -> text(table.getKey(), row))
                            .collect(Collectors.joining("  --\n")))
            .collect(Collectors.joining());
  }

  /** One object: the id, the day, and by table its rows, nulls included. */
  String json() {
    ObjectNode card = PLAIN.createObjectNode();
    card.put("customer_id", id);
    card.put("as_of", day.orElse(null));
    ObjectNode tables = card.putObject("tables");
    rows.forEach((table, found) -> tables.putArray(table.name()).addAll(found));
    try {
      return PLAIN.writeValueAsString(card) + "\n";
    } catch (JsonProcessingException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  /** A page of its own. */
  String html() {
    return head()
        + rows.entrySet().stream()
            .map(
                table ->
                    "<h2>"
                        + table.getKey().name()
                        + "</h2>\n<p>"
                        + escapeXml10(table.getKey().meaning())
                        + "</p>\n"
                        + table.getValue().stream()
                            .map(row -> html(table.getKey(), row))
                            .collect(Collectors.joining()))
            .collect(Collectors.joining())
        + "</body>\n</html>\n";
  }

  private String head() {
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>{title}</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
      table { border-collapse: collapse; margin-bottom: 1rem; width: 100%; }
      th, td { border-bottom: 1px solid #8886; padding: .2rem .6rem; text-align: left; vertical-align: top; }
      th { font-weight: normal; width: 16rem; }
      td { overflow-wrap: anywhere; }
      </style>
      </head>
      <body>
      <h1>{title}</h1>
      """
        .replace("{title}", escapeXml10(title()));
  }

  private String title() {
    return id + day.map(on -> " on " + on).orElse("");
  }

  private static String text(Table table, JsonNode row) {
    return known(table, row).stream()
        .map(field -> String.format("  %-28s %s\n", field.name(), value(row, field)))
        .collect(Collectors.joining());
  }

  private static String html(Table table, JsonNode row) {
    return known(table, row).stream()
        .map(
            field ->
                String.format(
                    "<tr><th scope=\"row\" title=\"%s\">%s</th><td>%s</td></tr>\n",
                    escapeXml10(field.meaning()), field.name(), escapeXml10(value(row, field))))
        .collect(Collectors.joining("", "<table>\n", "</table>\n"));
  }

  /** The columns that have a value and say more than the title does. */
  private static List<Field> known(Table table, JsonNode row) {
    return table.fields().stream()
        .filter(field -> !List.of("as_of", "customer_id").contains(field.name()))
        .filter(field -> row.hasNonNull(field.name()))
        .toList();
  }

  private static String value(JsonNode row, Field field) {
    JsonNode value = row.get(field.name());
    // A large real number would be written with an exponent.
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.isTextual() ? value.asText() : value.toString();
  }
}
