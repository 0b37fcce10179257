package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.config.GivenConfig;
import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.JobResult.JobStatus;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.RunInfo;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageEventsTest {
  private static final Settings SETTINGS =
      SettingsReader.readWithoutSources(
          GivenConfig.sets("time-zone=Asia/Seoul", "lineage.namespace=shop"));
  private static final LedgerEntry LINE = line("segments", JobStatus.COMPLETE);

  /** Made by Python's uuid.uuid5(uuid.NAMESPACE_URL, …). */
  @Test
  void a_name_has_the_uuid_that_other_programs_give_it() {
    assertThat(NameUuid.of("night/segments")).hasToString("5d78bcfc-ad91-53e6-bfc8-6d6b2b311c5e");
    assertThat(NameUuid.of("단골 🍀")).hasToString("bdc4e7ba-12ec-564d-9a0b-0d09ce41234f");
  }

  @Test
  void a_job_has_an_event_of_its_start_and_one_of_its_end() {
    JsonNode begins = events(LINE, Optional.empty()).get(0);
    JsonNode ends = events(LINE, Optional.empty()).get(1);

    assertThat(begins.path("eventType").asText()).isEqualTo("START");
    assertThat(begins.path("eventTime").asText()).isEqualTo("2025-03-01T00:00:00Z");
    assertThat(ends.path("eventType").asText()).isEqualTo("COMPLETE");
    assertThat(ends.path("eventTime").asText()).isEqualTo("2025-03-01T00:00:02.500Z");
    assertThat(ends.at("/run/runId")).isEqualTo(begins.at("/run/runId"));
    assertThat(ends.at("/run/runId").asText()).isEqualTo(NameUuid.of("night/segments").toString());
    assertThat(ends.at("/run/facets/parent/run/runId").asText())
        .isEqualTo(NameUuid.of("night/run").toString());
    assertThat(ends.at("/run/facets/nominalTime/nominalStartTime").asText())
        .isEqualTo("2025-02-28T00:00+09:00");
    assertThat(ends.at("/job/namespace").asText()).isEqualTo("shop");
    assertThat(ends.at("/job/name").asText()).isEqualTo("segments");
  }

  @Test
  void an_output_has_its_columns_version_and_rows() {
    JsonNode output = events(LINE, Optional.empty()).get(1).path("outputs").get(0);

    assertThat(output.path("namespace").asText()).isEqualTo("s3a://bucket");
    assertThat(output.path("name").asText()).isEqualTo("/lake/segments");
    assertThat(output.at("/facets/version/datasetVersion").asText()).isEqualTo("7");
    assertThat(output.at("/outputFacets/outputStatistics/rowCount").asLong()).isEqualTo(4);
    assertThat(output.at("/facets/schema/fields"))
        .anySatisfy(
            field -> {
              assertThat(field.path("name").asText()).isEqualTo("segment_id");
              assertThat(field.path("type").asText()).isEqualTo("STRING");
            });
  }

  @Test
  void an_input_has_what_was_checked_of_it() {
    JsonNode input = events(LINE, Optional.empty()).get(1).path("inputs").get(0);

    assertThat(input.path("name").asText()).isEqualTo("sources.purchases");
    JsonNode check = input.at("/inputFacets/dataQualityAssertions/assertions").get(0);
    assertThat(check.path("assertion").asText()).isEqualTo("purchases.rejected_share");
    assertThat(check.path("success").asBoolean()).isTrue();
  }

  @Test
  void a_failure_tells_its_sentence_and_nothing_before_it_does() {
    List<JsonNode> events =
        events(line("features", JobStatus.FAILED), Optional.of("The disk is full."));

    assertThat(events.get(1).path("eventType").asText()).isEqualTo("FAIL");
    assertThat(events.get(1).at("/run/facets/errorMessage/message").asText())
        .isEqualTo("The disk is full.");
    assertThat(events(LINE, Optional.of("The disk is full.")).toString()).doesNotContain("full");
  }

  /** Requirements of the specification on an event and on a facet. */
  @Test
  void every_event_and_facet_has_what_the_specification_requires() {
    for (JsonNode event : events(LINE, Optional.empty())) {
      assertThat(event.fieldNames())
          .toIterable()
          .contains("eventTime", "producer", "schemaURL", "run", "job");
      for (JsonNode facet : event.at("/run/facets")) {
        assertThat(facet.fieldNames()).toIterable().contains("_producer", "_schemaURL");
      }
      assertThat(URI.create(event.path("producer").asText()).isAbsolute()).isTrue();
    }
  }

  private static LedgerEntry line(String job, JobStatus status) {
    return new LedgerEntry(
        new RunInfo("night", "hash", 1, "0.1.0"),
        JobRequest.of(job, LocalDate.parse("2025-02-28"), Map.of("purchases", "print")),
        new JobResult(
            status,
            Instant.parse("2025-03-01T00:00:00Z"),
            2.5,
            9,
            4,
            Map.of("segments", 4L),
            Map.of("segments", 7L)));
  }

  private static List<JsonNode> events(LedgerEntry line, Optional<String> failure) {
    ObjectMapper json = new ObjectMapper();
    Map<String, Boolean> checks = Map.of("purchases.rejected_share", true);
    return new LineageEvents(SETTINGS, URI.create("s3a://bucket/lake"))
        .of(line, checks, failure).stream().<JsonNode>map(json::valueToTree).toList();
  }
}
