package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.CommandOutput;
import dev.dangol.TinyShop;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each failure has its exit code, and one sentence that says what to do. */
@ExtendWith(SparkExtension.class)
class ExitCodesTest {
  private static final List<String> PUBLISHED =
      List.of("clean_purchases", "quarantine", "quality_checks");

  @TempDir private Path folder;
  private TinyShop shop;

  @BeforeEach
  void open() {
    shop = TinyShop.open(folder);
  }

  @Test
  void wrong_usage_and_wrong_settings_are_2() {
    assertEnds(CommandOutput.by("rum"), 2, "rum");
    assertEnds(CommandOutput.by(), 2, "Name a command");
    assertEnds(shop.dangol("run", "--nonsense"), 2, "--nonsense");
    assertEnds(shop.dangol("run", "--as-of", "soon"), 2, "as-of");
    assertEnds(shop.dangol("run", "--set", "reprot.language=ko"), 2, "report");
    assertEnds(shop.dangol("run", "--set", "segments.seed=many"), 2, "segments.seed");
    assertEnds(
        shop.dangol("run", "--set", "sources.purchases.columns.net_amount=payed"), 2, "paid");
    assertEnds(shop.dangol("sql", "DROP TABLE runs"), 2, "only SELECT is answered");
    assertEnds(
        shop.dangol("sql", "FROM runs INSERT INTO a SELECT run INSERT INTO b SELECT run"),
        2,
        "only SELECT");
    assertEnds(shop.dangol("sql", "SELECT nothing FROM runs"), 2, "nothing");
    assertEnds(shop.dangol("sql", "SELECT CAST('x' AS INT)"), 2, "The query");
    assertEnds(shop.dangol("sql", "SELCT 1"), 2, "Syntax error at or near 'SELCT'");
    assertThat(shop.dangol("sql", "--format", "xml", "SELECT 1").err().lines())
        .hasSize(2)
        .contains("dangol sql --help lists what can be written.");
    shop.write("file", "in the way");
    assertEnds(shop.dangol("run", "--warehouse", folder + "/file"), 2, "is a file");
  }

  @Test
  void unexpected_failures_show_neither_passwords_nor_addresses() {
    String sentence =
        ExitCodes.sentence(
            new IllegalStateException("jdbc:postgresql://shop:geheim@db/x has ana@shop.kr twice"));

    assertThat(sentence).contains("Unexpected failure").doesNotContain("geheim", "ana@");
  }

  @Test
  void an_input_that_is_not_there_yet_is_4() {
    shop.configure("");
    assertEnds(shop.dangol("features"), 4, "dangol ingest");
    assertThat(shop.dangol("features", "--verbose").err())
        .contains("at dev.dangol.job.run.JobRunner");
    assertEnds(
        shop.dangol("ingest", "--set", "sources.purchases.path=" + folder + "/none"), 4, "none");
    assertEnds(shop.dangol("ingest", "--as-of", "2025-01-09"), 4, "the first is on 2025-01-10");
    shop.purchases("all.csv", List.of());
    assertEnds(
        shop.dangol("ingest", "--warehouse", folder + "/other"), 4, "purchases has no row to use");
    assertEnds(shop.dangol("check"), 4, null);
  }

  @Test
  void rejected_rows_publish_nothing_and_are_3() throws IOException {
    shop.configure("");
    String lineage = "lineage.file=" + folder + "/lineage.ndjson";
    assertThat(shop.dangol("ingest", "--set", lineage).err()).contains("ingest    2025-03-23");
    List<String> before = shop.rowsOf(PUBLISHED::contains);
    shop.purchases("all.csv", List.of("c1,never,10,a,1,", "c1,never,11,b,1,"));

    CommandOutput output =
        shop.dangol("ingest", "--set", lineage, "--summary-file", folder + "/summary.json");

    assertEnds(output, 3, "purchases has 2 rows of 2 rejected");
    assertThat(output.err()).contains("quality.max-rejected-share", "purchased_at cannot be read");
    assertThat(Files.readString(folder.resolve("summary.json"))).contains("\"exit_code\":3");
    assertThat(shop.rowsOf(PUBLISHED::contains)).isEqualTo(before).hasSizeGreaterThan(30);
    assertEnds(shop.dangol("check"), 3, null);
    assertLineage(Files.readAllLines(folder.resolve("lineage.ndjson")));
  }

  /** Events of an ingest that ended well and of one that failed, without a word of the rows. */
  private static void assertLineage(List<String> events) {
    assertThat(events).hasSize(4);
    assertThat(events.get(0)).contains("\"eventType\":\"START\"");
    assertThat(events.get(1))
        .contains("\"eventType\":\"COMPLETE\"", "/warehouse/clean_purchases\"", "\"rowCount\":30")
        .contains("\"name\":\"sources.purchases\"", "\"dataQualityAssertions\"");
    assertThat(events.get(3))
        .contains("\"eventType\":\"FAIL\"", "purchases has 2 rows of 2 rejected");
    assertThat(String.join("", events)).doesNotContain("큰손");
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_1_and_a_held_warehouse_is_5() {
    assertEnds(shop.dangol("run", "--warehouse", "/proc/dangol"), 1, "/proc/dangol cannot be");
    shop.write(
        "warehouse/_dangol/lease",
        "run=other\nhost=elsewhere\nprocess=1\nrenewed=" + Instant.now() + "\n");
    assertEnds(shop.dangol("run"), 5, "is held by run other");
  }

  @Test
  void check_tells_everything_and_writes_nothing() throws IOException {
    Map<String, Long> before = files();

    CommandOutput check = shop.dangol("check");

    assertEnds(check, 0, null);
    assertThat(check.out())
        .contains("purchases   34 rows read of its head, 3 would be rejected: ")
        .contains("engagement  not configured")
        .contains("The source referrals is not configured.")
        .containsPattern("in criteria and predicates: .*care_cost.*network_customers")
        .containsPattern("in predicates also: .*attributes.*company_id.*journey_stage_purchase")
        .endsWith("Faults\n  none\n");
    assertThat(shop.dangol("run", "--dry-run").out()).isEqualTo(check.out());
    CommandOutput wrong =
        shop.dangol(
            "check",
            "--set",
            "sources.reviews.columns.rating=starz",
            "--set",
            "cohorts.dear.where=net_sales",
            "--set",
            "cohorts.cheap.where=retrun_on_effort > 1",
            "--set",
            "export.targets.mail={format=csv,consent=email,where=\"orderz > 1\"}",
            "--set",
            "journey.goals.tea.where=categori = 'tea'",
            "--set",
            "sources.purchases.path=" + folder + "/none");
    assertEnds(wrong, 4, null);
    assertThat(wrong.out())
        .contains("starz", "cohorts.dear.where = \"net_sales\": there is no column", "/none")
        .contains("there is no column retrun_on_effort; the nearest are return_on_effort")
        .contains("export.targets.mail.where = \"orderz > 1\": there is no column orderz")
        .contains("journey.goals.tea.where = \"categori = 'tea'\": there is no column categori");
    CommandOutput unmarked = shop.dangol("check", "--set", "sources.purchases.watermark=arived");
    assertEnds(unmarked, 2, null);
    assertThat(unmarked.out())
        .contains("sources.purchases.watermark = \"`arived`\": there is no column arived; the near")
        .contains("arrived")
        .doesNotContain("row_origin");
    CommandOutput ownBound =
        shop.dangol("check", "--set", "sources.purchases.max-rejected-share=0.01");
    assertEnds(ownBound, 3, null);
    assertEnds(shop.dangol("run", "--print-config"), 0, null);
    assertThat(shop.dangol("run", "--print-config").out()).contains("Asia/Seoul", "shop.conf");
    assertThat(CommandOutput.by("tables").out()).contains("customer_features", "frequency");
    assertThat(CommandOutput.by("tables", "--format", "markdown").out())
        .contains("| frequency | bigint |");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void check_and_runs_warn_of_stages_without_a_place_in_the_order() {
    String warning =
        "--set journey.stages.doubt: dangol.journey.stages.doubt is not used, since"
            + " dangol.journey.order does not name it.\n";
    CommandOutput check = shop.dangol("check", "--set", "journey.stages.doubt=[cart]");
    assertThat(check.out())
        .contains("Warnings\n  " + warning + "  No label in en", "stage.doubt.\nFaults\n  none\n");
    assertThat(check.code()).isZero();
    shop.configure("");
    CommandOutput run = shop.dangol("features", "--set", "journey.stages.doubt=[cart]");
    assertThat(run.err()).startsWith(warning);
    assertThat(shop.dangol("features").err()).doesNotContain("is not used");
  }

  private static void assertEnds(CommandOutput output, int code, String sentence) {
    assertThat(output.code()).as(output.err() + output.out()).isEqualTo(code);
    if (sentence != null) {
      assertThat(output.err()).contains(sentence).doesNotContain("\tat ", "Unexpected");
    }
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return files;
  }
}
