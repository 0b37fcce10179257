package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse from before rows of {@code not_measured} and {@code quality_checks} had a job. */
@ExtendWith(SparkExtension.class)
class CarriedOverTest {
  private static final String MAY = "2025-05-31";
  private static final String JUNE = "2025-06-30";
  private static final String JULY = "2025-07-31";

  @TempDir private static Path folder;
  private static TinyShop shop;
  private static List<String> reasonsBefore;
  private static List<String> checksBefore;

  /** A new day, then two old ones once more, each by one job. */
  @BeforeAll
  static void run(SparkSession running) {
    assertThat(running.sparkContext().isStopped()).isFalse();
    shop = FirstWarehouse.open(folder);
    reasonsBefore = reasons("");
    checksBefore = checks("");
    run("run", JULY);
    run("features", MAY, "--force");
    run("ingest", JUNE, "--force");
  }

  @Test
  void it_is_read_as_it_was_written() {
    assertThat(reasonsBefore).hasSize(416);
    assertThat(reasonsBefore)
        .filteredOn(row -> row.startsWith(JUNE))
        .hasSize(208)
        .anyMatch(row -> row.contains(",backtest"));
    assertThat(checksBefore).hasSize(29).anyMatch(row -> row.startsWith(JUNE + ",segments.drift,"));
  }

  @Test
  void a_new_day_has_rows_of_every_job_beside_the_old_ones() {
    assertThat(jobs("not_measured", JULY))
        .containsExactly("cohorts", "contacts", "features", "journey", "segments", "value");
    assertThat(jobs("quality_checks", JULY)).containsExactly("ingest", "segments");
    assertThat(
            shop.rows(
                "SELECT count(bound), count(passed), count(*) > 10 FROM quality_checks"
                    + " WHERE as_of = '2025-07-31'"))
        .containsExactly("2,2,true");
    assertThat(reasons("WHERE as_of = '2025-06-30' AND job IS NULL"))
        .isEqualTo(reasonsBefore.stream().filter(row -> row.startsWith(JUNE)).toList());
    assertThat(checks("WHERE as_of = '2025-05-31' AND job IS NULL"))
        .isEqualTo(checksBefore.stream().filter(row -> row.startsWith(MAY)).toList());
  }

  @Test
  void rows_without_a_job_go_when_one_replaces_their_day() {
    assertThat(jobs("not_measured", MAY)).containsExactly("features");
    assertThat(reasons("WHERE as_of = '2025-05-31'"))
        .anyMatch(row -> row.contains(",customer_features.quality_refer,"))
        .noneMatch(row -> row.contains(",backtest"));
    assertThat(jobs("quality_checks", JUNE)).containsExactly("ingest");
    assertThat(checks("WHERE as_of = '2025-06-30'")).hasSize(14);
  }

  private static void run(String command, String day, String... more) {
    List<String> options = new ArrayList<>(List.of("--as-of=" + day, "--set", "segments.k=2"));
    options.addAll(List.of(more));
    CommandOutput output = shop.dangol(command, options.toArray(String[]::new));
    assertThat(output.code()).as(command + output.err()).isZero();
  }

  private static List<String> reasons(String where) {
    return shop.rows("SELECT as_of, measure, reason FROM not_measured " + where + " ORDER BY ALL");
  }

  private static List<String> checks(String where) {
    return shop.rows("SELECT as_of, check, value FROM quality_checks " + where + " ORDER BY ALL");
  }

  private static List<String> jobs(String table, String day) {
    return shop.rows(
        "SELECT DISTINCT job FROM " + table + " WHERE as_of = '" + day + "' ORDER BY job");
  }
}
