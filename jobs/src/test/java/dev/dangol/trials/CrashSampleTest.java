package dev.dangol.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.CommandOutput;
import dev.dangol.testing.CrashingFiles;
import dev.dangol.testing.CrashingFiles.Harm;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sample of the crash campaign of scripts/crash: one job, disturbed at a few seeded operations. */
@ExtendWith(SparkExtension.class)
class CrashSampleTest {
  private static final String[] JOB = {"features", "--as-of=" + TrialShop.DAY, "--run-id=trial"};

  @TempDir private static Path folder;
  private static SparkSession spark;
  private static TrialShop shop;
  private static String ingested;
  private static SortedMap<String, List<String>> before;
  private static SortedMap<String, List<String>> after;
  private static long operations;

  @BeforeAll
  static void run_it_undisturbed(SparkSession session) throws IOException {
    spark = session;
    shop = new TrialShop(folder);
    ingested = folder.resolve("ingested").toString();
    assertThat(dangol(ingested, "ingest", "--as-of=" + TrialShop.DAY).code()).isZero();
    before = CrashTrials.rows(ingested);
    String warehouse = shop.copy(ingested, "undisturbed");
    CrashingFiles.harm(spark, Harm.NONE, CrashTrials.ENDLESS);
    assertThat(dangol(warehouse, JOB).code()).isZero();
    operations = CrashingFiles.harm(spark, Harm.NONE, CrashTrials.ENDLESS);
    after = CrashTrials.rows(warehouse);
  }

  @AfterAll
  static void heal() {
    CrashingFiles.heal(spark);
  }

  @Test
  void a_process_that_dies_shows_nothing_of_its_work_and_repeats_it() throws IOException {
    assertThat(operations).isBetween(50L, 2000L);
    for (long point : new Random(25).longs(2, 0, operations).toArray()) {
      CommandOutput died = disturbed(Harm.DEATH, point, "death-" + point);
      assertThat(died.code()).as("at %d: %s", point, died.err()).isPositive();
    }
  }

  @Test
  void a_full_disk_and_a_missing_right_are_told_and_nothing_is_lost() throws IOException {
    long middle = operations / 2;
    CommandOutput full = disturbed(Harm.FULL_DISK, middle, "full");
    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err()).contains("No space left on device").doesNotContain("Unexpected");
    CommandOutput denied = disturbed(Harm.NO_RIGHT, middle, "denied");
    assertThat(denied.code()).isEqualTo(1);
    assertThat(denied.err()).doesNotContain("Unexpected");
  }

  @Test
  void an_operation_that_is_done_and_reported_as_failed_is_not_done_twice() throws IOException {
    disturbed(Harm.LOST_ANSWER, operations / 3 + new Random(18).nextLong(operations / 2), "answer");
  }

  /** Disturbs the job, and makes sure that readers see all or nothing, and a rerun mends it. */
  private static CommandOutput disturbed(Harm harm, long point, String name) throws IOException {
    String warehouse = shop.copy(ingested, name);
    CrashingFiles.harm(spark, harm, point);
    CommandOutput output = dangol(warehouse, JOB);
    CrashingFiles.harm(spark, Harm.NONE, CrashTrials.ENDLESS);
    TrialShop.bury(warehouse);
    SortedMap<String, List<String>> seen = CrashTrials.rows(warehouse);
    assertThat(seen).as(name).isIn(before, after);
    CommandOutput again = dangol(warehouse, JOB);
    assertThat(again.code()).as(name + again.err()).isZero();
    assertThat(CrashTrials.rows(warehouse)).as(name).isEqualTo(after);
    return output;
  }

  private static CommandOutput dangol(String warehouse, String... words) {
    return CommandOutput.by(shop.command(warehouse, words));
  }
}
