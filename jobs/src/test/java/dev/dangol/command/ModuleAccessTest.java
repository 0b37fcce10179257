package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleAccessTest {
  @TempDir private Path folder;

  /** As Spark's own master starts a driver on one of its workers. */
  @Test
  void java_without_the_options_that_spark_needs_ends_a_run_before_it_begins() throws Exception {
    assertThatCode(ModuleAccess::check).doesNotThrowAnyException();
    Process run = plainJava("run", "--config", shop(), "--warehouse", folder + "/warehouse");

    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isEqualTo(2);
    assertThat(said)
        .contains("without the options by which Spark reaches its package sun.util.calendar")
        .contains(
            "--conf \"spark.driver.extraJavaOptions=$(paste -s -d ' ' target/spark.modules)\"")
        .doesNotContain("Unexpected");
    assertThat(folder.resolve("warehouse")).doesNotExist();
  }

  private String shop() throws IOException {
    Path purchases = Files.writeString(folder.resolve("all.csv"), "c1,2025-01-01,5\n");
    return Files.writeString(
            folder.resolve("shop.conf"),
            """
            dangol {
              time-zone = UTC, currency = EUR
              sources.purchases {
                format = csv, path = "%s", options { header = false }
                columns { customer_id = _c0, purchased_at = _c1, net_amount = _c2 }
              }
            }
            """
                .formatted(purchases))
        .toString();
  }

  private static Process plainJava(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("java", "-Xmx300m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("dev.dangol.Dangol");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
