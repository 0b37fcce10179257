package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole commands on a warehouse that is on no local disk. */
@ExtendWith(SparkExtension.class)
class StoreWarehouseTest {
  @TempDir private Path folder;

  @Test
  void check_names_the_log_store_and_faults_of_the_store(SparkSession spark) {
    TestStore.S3.settings().forEach(spark.sparkContext().hadoopConfiguration()::set);
    TinyShop shop = TinyShop.open(folder);

    assertThat(shop.dangol("check", "--warehouse", TestStore.S3.folder()).out())
        .contains("commits by the log store dev.dangol.store.log.ConditionalLogStore\n")
        .endsWith("Faults\n  none\n");
    assertThat(shop.dangol("check").out()).doesNotContain("log store");
  }

  /** Both build the warehouse from nothing; the one that comes second gives way at once. */
  @ParameterizedTest
  @CsvSource({"HDFS, ingest", "S3, run"})
  @Tag("slow")
  void of_two_runs_one_is_done_and_the_other_finds_the_warehouse_busy(
      TestStore store, String command) throws IOException {
    TinyShop.open(folder);
    String report = store.folder() + "-report";
    List<String> work =
        List.of(command, "--warehouse", store.folder(), "--set", "report.directory=" + report);

    Process first = start(store, work, "first");
    Process second = start(store, work, "second");

    assertThat(List.of(first.onExit().join().exitValue(), second.onExit().join().exitValue()))
        .as("%s%s", said("first"), said("second"))
        .containsExactlyInAnyOrder(0, 5);
    assertThat(said("first") + said("second")).contains("is held by run ");
    assertThat((said("first") + said("second")).contains("The page to open: " + report + "/"))
        .isEqualTo(command.equals("run"));
  }

  private Process start(TestStore store, List<String> work, String name) throws IOException {
    List<String> command = new ArrayList<>(List.of("java", "@target/spark.modules", "-Xmx1g"));
    // As the launcher does: a whole run fills the code cache that Java reserves by itself.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"));
    command.add("-Dlog4j2.configurationFile=" + Path.of("conf/log4j2.properties").toAbsolutePath());
    command.add("-Ddangol.log=" + folder.resolve(name + ".log"));
    store.settings().forEach((key, value) -> command.add("-Dspark.hadoop." + key + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.dangol.Dangol"));
    command.addAll(work);
    command.addAll(List.of("--run-id", name, "--config", folder.resolve("shop.conf").toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".txt").toFile())
        .start();
  }

  private String said(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".txt"));
  }
}
