package dev.dangol.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.RerunPolicy;
import dev.dangol.job.ingest.IngestJob;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.Lake;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.RunInfo;
import dev.dangol.store.raw.RawReader;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Days that are run in any order: a job reads the clean tables of its own day, or says so. */
@ExtendWith(SparkExtension.class)
class JobRunnerTest {
  private static final String EARLY = "as-of=2026-01-02";
  private static final String LATE = "as-of=2026-01-05";
  private static final Map<String, String> INPUTS = Map.of("purchases", "one file");

  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();
  private Lake lake;
  private IngestJob ingest;

  @BeforeEach
  void open(SparkSession spark) throws IOException {
    lake = new Lake(spark, folder + "/warehouse");
    ingest = new IngestJob(new RawReader(spark), RerunPolicy.SKIP_COMPLETE);
    Files.writeString(
        folder.resolve("a.csv"), "no,who,at,paid\n1,ana,2026-01-02,5\n2,ben,2026-01-05,6\n");
  }

  @Test
  void a_day_is_ingested_again_where_another_one_was_since() throws IOException {
    runner(LATE).ingest(ingest, INPUTS);
    runner(EARLY).ingest(ingest, INPUTS);
    runner(LATE).everything(ingest, INPUTS, List.of(new CountingJob()));

    assertThat(lines)
        .containsExactly(
            "begins ingest", "begins ingest", "begins ingest", "begins count", "2026-01-05 has 2");
  }

  @Test
  void days_that_are_complete_are_left_in_whatever_order_they_were_run() throws IOException {
    for (String day : List.of(LATE, EARLY)) {
      runner(day).everything(ingest, INPUTS, List.of(new CountingJob()));
    }
    lines.clear();
    for (String day : List.of(LATE, EARLY)) {
      runner(day).everything(ingest, INPUTS, List.of(new CountingJob()));
    }

    assertThat(lines).containsExactly("skips ingest", "skips count", "skips ingest", "skips count");
  }

  @Test
  void a_job_alone_says_where_the_clean_tables_lack_rows_of_its_day() throws IOException {
    runner(LATE).ingest(ingest, INPUTS);
    runner(EARLY).ingest(ingest, INPUTS);

    assertThatThrownBy(() -> runner(LATE).alone(new CountingJob()))
        .isInstanceOf(MissingInput.class)
        .hasMessageContaining("are those of 2026-01-02")
        .hasMessageContaining("dangol ingest --as-of 2026-01-05");
    runner(EARLY).alone(new CountingJob());
    assertThat(lines).endsWith("begins count", "2026-01-02 has 1");
  }

  @Test
  void without_a_day_it_is_found_anew_after_a_run_that_was_told_one() throws IOException {
    assertThat(runner(EARLY).ingest(ingest, INPUTS).day()).isEqualTo("2026-01-02");
    assertThat(runner().ingest(ingest, INPUTS).day()).isEqualTo("2026-01-05");
    assertThat(runner().ingest(ingest, INPUTS).day()).isEqualTo("2026-01-05");

    assertThat(lines).containsExactly("begins ingest", "begins ingest", "skips ingest");
  }

  private JobRunner runner(String... more) throws IOException {
    Path conf = folder.resolve("shop.conf");
    Files.writeString(
        conf,
        "dangol.sources.purchases { format = csv, options { header = true }, path = \""
            + folder
            + "/a.csv\", columns { order_id = no, customer_id = who, purchased_at = at,"
            + " net_amount = paid } }");
    Settings settings =
        SettingsReader.read(new ConfigLayers(Optional.of(conf), Map.of(), List.of(more)));
    RunInfo stamp = new RunInfo("run-" + lines.size(), settings.hash(), 1, "a test");
    return new JobRunner(
        lake,
        settings,
        new RunTimekeeper(stamp, Clock.systemUTC(), new ProgressLines(lines)),
        RerunPolicy.SKIP_COMPLETE);
  }

  /** Tells how many rows the clean table of purchases has. */
  private final class CountingJob implements Job {
    @Override
    public String name() {
      return "count";
    }

    @Override
    public Optional<String> after() {
      return Optional.of(IngestJob.NAME);
    }

    @Override
    public void run(JobContext day) {
      long rows = day.lake().read(Sources.PURCHASES.clean()).count();
      lines.add(day.asOf().day() + " has " + rows);
    }
  }

  /** Progress as a list of what happened. */
  private record ProgressLines(List<String> lines) implements ProgressListener {
    @Override
    public void begins(String job) {
      lines.add("begins " + job);
    }

    @Override
    public void ends(LedgerEntry entry) {}

    @Override
    public void skips(String job) {
      lines.add("skips " + job);
    }

    @Override
    public void fails(String job) {
      lines.add("fails " + job);
    }
  }
}
