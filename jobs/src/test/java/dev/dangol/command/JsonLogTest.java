package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped file that makes every line of Spark's log a JSON object. */
class JsonLogTest {
  private static final String FILE = "dangol.log";

  @TempDir private Path folder;

  @Test
  void a_line_is_an_object_with_run_and_job_whatever_is_in_the_message() throws IOException {
    Path log = folder.resolve("spark.log");
    String before = System.getProperty(FILE, "");
    System.setProperty(FILE, log.toString());
    LoggerContext context = new LoggerContext("json");
    ThreadContext.put("run_id", "night-7");
    ThreadContext.put("job", "features");
    try {
      context.setConfigLocation(Path.of("conf/log4j2-json.properties").toUri());
      context.start();
      context
          .getLogger("dev.dangol.Shop")
          .warn("손님 🍀 said \"no\"\nINFO forged", new IOException("full"));
    } finally {
      context.stop();
      ThreadContext.remove("run_id");
      ThreadContext.remove("job");
      System.setProperty(FILE, before);
    }

    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.path("msg").asText()).isEqualTo("손님 🍀 said \"no\"\nINFO forged");
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("logger").asText()).isEqualTo("dev.dangol.Shop");
    assertThat(line.path("run_id").asText()).isEqualTo("night-7");
    assertThat(line.path("job").asText()).isEqualTo("features");
    assertThat(line.path("ts").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(line.path("exception").asText()).startsWith("java.io.IOException: full");
  }
}
