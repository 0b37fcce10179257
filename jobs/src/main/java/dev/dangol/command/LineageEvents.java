package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.store.JobResult.JobStatus;
import dev.dangol.store.LedgerEntry;
import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.results.Tables;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Events of lineage, made from lines of the ledger. A job has one of its start and one of its end.
 * They name sources, tables and columns, and nothing that is in them.
 *
 * <p>Source: OpenLineage 2.0.2, "Object model" and "Facets".
 */
final class LineageEvents {
  private static final String SPEC = "https://openlineage.io/spec/";
  private static final String EVENT = SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String RUN = "run";

  private final Settings settings;
  private final URI warehouse;
  private final Map<String, Table> tables = new TreeMap<>();

  /**
   * Events about a warehouse.
   *
   * @param warehouse the address of its folder
   */
  LineageEvents(Settings settings, URI warehouse) {
    this.settings = settings;
    this.warehouse = warehouse;
    Tables.all(settings.features().windows(), settings.value().horizons())
        .forEach(table -> tables.put(table.name(), table));
  }

  /**
   * The start and the end of a job.
   *
   * @param checks what was checked, and whether it held
   * @param failure the sentence that it ended with; empty where it ended well
   */
  List<Map<String, Object>> of(
      LedgerEntry line, Map<String, Boolean> checks, Optional<String> failure) {
    boolean failed = line.outcome().status() == JobStatus.FAILED;
    Instant started = line.outcome().started();
    Instant ended = started.plus(Duration.ofMillis(Math.round(line.outcome().seconds() * 1000)));
    Map<String, Object> begins = event("START", started, line, Optional.empty());
    Map<String, Object> ends =
        event(failed ? "FAIL" : "COMPLETE", ended, line, failed ? failure : Optional.empty());
    ends.put("inputs", inputs(line, checks));
    ends.put("outputs", outputs(line));
    return List.of(begins, ends);
  }

  private Map<String, Object> event(
      String type, Instant time, LedgerEntry line, Optional<String> failure) {
    Map<String, Object> facets = new LinkedHashMap<>();
    line.work()
        .asOf()
        .ifPresent(
            day ->
                facets.put(
                    "nominalTime",
                    facet(
                        line,
                        "facets/1-0-1/NominalTimeRunFacet.json",
                        Map.of(
                            "nominalStartTime",
                            day.atStartOfDay(settings.timeZone()).toOffsetDateTime().toString()))));
    facets.put("parent", facet(line, "facets/1-0-1/ParentRunFacet.json", parent(line)));
    failure.ifPresent(
        sentence ->
            facets.put(
                "errorMessage",
                facet(
                    line,
                    "facets/1-0-1/ErrorMessageRunFacet.json",
                    Map.of("message", sentence, "programmingLanguage", "Java"))));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventType", type);
    event.put("eventTime", time.toString());
    event.put(RUN, Map.of("runId", runId(line, line.work().job()), "facets", facets));
    event.put("job", job(line.work().job()));
    event.put("producer", producer(line));
    event.put("schemaURL", EVENT);
    return event;
  }

  private Map<String, Object> parent(LedgerEntry line) {
    return Map.of(RUN, Map.of("runId", runId(line, RUN)), "job", job("dangol"));
  }

  private Map<String, Object> job(String name) {
    return Map.of("namespace", settings.warehouse().lineage().namespace(), "name", name);
  }

  private static String runId(LedgerEntry line, String part) {
    return NameUuid.of(line.stamp().run() + "/" + part).toString();
  }

  /** Sources and tables that the job's results come from, as the ledger names them. */
  private List<Object> inputs(LedgerEntry line, Map<String, Boolean> checks) {
    List<Object> inputs = new ArrayList<>();
    for (String name : new TreeMap<>(line.work().inputs()).keySet()) {
      Map<String, Object> input = new LinkedHashMap<>();
      input.put("namespace", settings.warehouse().lineage().namespace());
      input.put("name", "sources." + name);
      List<Object> assertions = new ArrayList<>();
      checks.forEach(
          (check, held) -> {
            if (check.contains(name)) {
              assertions.add(Map.of("assertion", check, "success", held));
            }
          });
      if (!assertions.isEmpty()) {
        Map<String, Object> said = Map.of("assertions", assertions);
        String schema = "facets/1-0-1/DataQualityAssertionsDatasetFacet.json";
        input.put("inputFacets", Map.of("dataQualityAssertions", facet(line, schema, said)));
      }
      inputs.add(input);
    }
    return inputs;
  }

  private List<Object> outputs(LedgerEntry line) {
    List<Object> outputs = new ArrayList<>();
    new TreeMap<>(line.outcome().versions())
        .forEach((name, version) -> outputs.add(output(line, name, version)));
    return outputs;
  }

  private Map<String, Object> output(LedgerEntry line, String name, long version) {
    Map<String, Object> facets = new LinkedHashMap<>();
    Map<String, Object> number = Map.of("datasetVersion", String.valueOf(version));
    facets.put("version", facet(line, "facets/1-0-1/DatasetVersionDatasetFacet.json", number));
    if (tables.containsKey(name)) {
      List<Object> fields = tables.get(name).fields().stream().map(LineageEvents::field).toList();
      Map<String, Object> schema = Map.of("fields", fields);
      facets.put("schema", facet(line, "facets/1-1-1/SchemaDatasetFacet.json", schema));
    }
    String scheme = warehouse.getScheme();
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(
        "namespace",
        scheme == null || warehouse.getAuthority() == null
            ? "file"
            : scheme + "://" + warehouse.getAuthority());
    output.put("name", warehouse.getPath() + "/" + name);
    output.put("facets", facets);
    Long rows = line.outcome().counts().get(name);
    if (rows != null) {
      String schema = "facets/1-0-2/OutputStatisticsOutputDatasetFacet.json";
      Map<String, Object> count = Map.of("rowCount", rows);
      output.put("outputFacets", Map.of("outputStatistics", facet(line, schema, count)));
    }
    return output;
  }

  private static Object field(Field field) {
    return Map.of("name", field.name(), "type", field.type().sql(), "description", field.meaning());
  }

  private static Map<String, Object> facet(
      LedgerEntry line, String schema, Map<String, Object> content) {
    Map<String, Object> facet = new LinkedHashMap<>();
    facet.put("_producer", producer(line));
    facet.put("_schemaURL", SPEC + schema);
    facet.putAll(content);
    return facet;
  }

  private static String producer(LedgerEntry line) {
    return "urn:dangol:" + Objects.requireNonNullElse(line.stamp().softwareVersion(), "0");
  }
}
