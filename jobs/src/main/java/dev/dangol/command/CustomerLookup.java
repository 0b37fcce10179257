package dev.dangol.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.sql.SqlText;
import dev.dangol.store.TableQueries;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.TextLiteral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lookup of one customer in the published tables, each asked once. Tables of a day are asked for
 * the newest day that has features, or for the day that is named.
 *
 * @param day the day, as yyyy-mm-dd; empty for the newest
 * @param identify true where the tables that hold direct identifiers are asked as well
 */
record CustomerLookup(
    TableQueries queries, List<Table> tables, Optional<String> day, boolean identify) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Tables that a reader looks for first; the others follow in the order of the dictionary. */
  private static final List<String> FIRST =
      List.of(
          "customer_contacts",
          "customer_fit",
          "scorecard_reasons",
          "cohort_members",
          "customer_segments",
          "customer_value",
          "customer_likelihoods");

  private static final List<String> IDENTIFYING = List.of("customer_contacts", "customer_identity");

  /** Events, days of memberships and lists of the erased are no answer to who somebody is. */
  private static final String LEFT_OUT = "clean_.*|landed_.*|cohort_days|erasures";

  /** The card; empty where nothing is published about anybody of that id. */
  Optional<CustomerCard> card(String id) {
    Optional<String> on = newestDay();
    return about(id, on)
        .or(
            () ->
                knownAs(id).filter(known -> !known.equals(id)).flatMap(known -> about(known, on)));
  }

  private Optional<CustomerCard> about(String id, Optional<String> on) {
    Map<Table, List<JsonNode>> found = new LinkedHashMap<>();
    for (Table table : asked()) {
      String ofDay =
          table.daily() ? on.map(date -> " AND as_of = DATE'" + date + "'").orElse("") : "";
      List<JsonNode> rows =
          rows(
              "SELECT * FROM "
                  + table.name()
                  + " WHERE customer_id = "
                  + TextLiteral.of(id)
                  + ofDay);
      if (!rows.isEmpty()) {
        found.put(table, rows);
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new CustomerCard(id, on, found));
  }

  private List<Table> asked() {
    return tables.stream()
        .filter(CustomerLookup::isAboutCustomers)
        .filter(table -> !table.name().matches(LEFT_OUT))
        .filter(table -> identify || !IDENTIFYING.contains(table.name()))
        .sorted(Comparator.comparingInt(table -> place(table.name())))
        .toList();
  }

  private static boolean isAboutCustomers(Table table) {
    return table.fields().stream()
        .anyMatch(field -> field.name().equals(SharedColumns.CUSTOMER_ID.name()));
  }

  private static int place(String table) {
    int place = FIRST.indexOf(table);
    return place < 0 ? FIRST.size() : place;
  }

  private Optional<String> newestDay() {
    return day.or(
        () ->
            rows("SELECT CAST(max(as_of) AS STRING) AS day FROM customer_features").stream()
                .map(row -> row.path("day"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst());
  }

  /** The customer to whom an id of a source belongs. */
  private Optional<String> knownAs(String id) {
    return rows("SELECT customer_id FROM customer_identity WHERE source_id = " + TextLiteral.of(id))
        .stream()
        .map(row -> row.path("customer_id").asText())
        .findFirst();
  }

  private List<JsonNode> rows(String query) {
    List<JsonNode> rows = new ArrayList<>();
    queries.answer(
        query,
        found -> {
          for (String json : SqlText.json(found).collectAsList()) {
            rows.add(parsed(json));
          }
        });
    return rows;
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
