package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.report.page.PageNumbers;
import dev.dangol.report.page.PageNumbers.ShownNumber;
import dev.dangol.testing.SparkEffort;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline on a business small enough to count by hand: one warehouse, run once. */
@ExtendWith(SparkExtension.class)
class RunTest {
  private static final String AS_OF = "--as-of=2025-03-31";
  private static final String VERSIONS = "SELECT count(*), max(started) FROM runs";

  /** Rows that happened, or were known, only after the day. */
  private static final List<String> LATER =
      List.of("c0,2025-04-01,999,z,1,", "c9,2025-03-01,9,y,1,2025-04-01");

  @TempDir private static Path folder;
  private static TinyShop shop;
  private static CommandOutput first;
  private static SparkEffort effort;
  private static String page;

  @BeforeAll
  static void run(SparkSession running) throws IOException {
    shop = TinyShop.open(folder);
    effort =
        SparkEffort.of(
            running.sparkContext(),
            () -> first = shop.dangol("run", AS_OF, "--summary-file", folder + "/summary.json"));
    assertThat(running.sparkContext().isStopped()).isFalse();
    page = Files.readString(folder.resolve("report/index.html"));
  }

  @Test
  void a_run_tells_in_few_lines_what_it_did_and_sums_it_up_for_a_scheduler() throws IOException {
    assertThat(first.err()).contains("ingest", "cohorts", "The page to open: ");
    assertThat(first.err().lines()).hasSizeLessThan(30);
    assertThat(first.out()).isEmpty();
    assertThat(first.code()).isZero();

    JsonNode summary = new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
    assertThat(summary.get("exit_code").asInt()).isZero();
    assertThat(summary.get("as_of").asText()).isEqualTo("2025-03-31");
    assertThat(summary.get("jobs")).hasSize(9);
    JsonNode counts = summary.get("jobs").get(0).get("counts");
    assertThat(List.of("read", "used", "quarantined", "duplicate"))
        .extracting(fate -> counts.get("purchases." + fate).asInt())
        .containsExactly(34, 30, 3, 1);
  }

  @Test
  void a_run_starts_no_more_spark_jobs_than_its_tables_need() {
    String advice =
        "Find what is run twice or for no table's sake; raise the figure only where a table or"
            + " source was added.";
    assertThat(effort.executions()).as("executions of SQL. " + advice).isLessThanOrEqualTo(176);
    assertThat(effort.jobs()).as("Spark jobs. " + advice).isLessThanOrEqualTo(238);
  }

  @Test
  void a_hundred_numbers_of_the_page_drawn_at_random_are_what_queries_answer() {
    List<ShownNumber> numbers = PageNumbers.drawn(page, "2025-03-31", 100);

    assertThat(numbers).hasSizeGreaterThan(30);
    assertThat(numbers)
        .allSatisfy(
            number ->
                assertThat(shop.rows(number.query()))
                    .as(number.query() + " shown as " + number.text())
                    .singleElement()
                    .matches(number::isAnsweredBy));
  }

  @Test
  void tables_hold_what_was_counted_by_hand() {
    assertThat(
            shop.rows(
                "SELECT customer_id, orders_lifetime, frequency, recency_days, age_days,"
                    + " days_since_last_order, CAST(net_sales_lifetime AS INT), rating_mean"
                    + " FROM customer_features WHERE customer_id IN ('큰손 🍀', 'c0')"
                    + " ORDER BY customer_id"))
        .containsExactly("c0,3,2,59,70,11,300,", "큰손 🍀,10,9,60,80,20,50000,5.0");
    assertThat(
            shop.rows(
                "SELECT source, `column`, count(*) FROM quarantine GROUP BY ALL ORDER BY ALL"))
        .containsExactly(
            "purchases,customer_id,1",
            "purchases,net_amount,1",
            "purchases,purchased_at,1",
            "reviews,,1",
            "reviews,rating,1");
    assertThat(shop.rows("SELECT text FROM clean_reviews WHERE rating = 5"))
        .containsExactly("정말 좋아요 😍");
    assertThat(shop.rows("SELECT sum(size) FROM segments")).containsExactly("9");
  }

  @Test
  void without_messages_and_cases_contacts_are_not_measured() {
    assertThat(
            shop.rows(
                "SELECT measure, reason FROM not_measured WHERE job = 'contacts' ORDER BY measure"))
        .containsExactly(
            "acquisition_sources,The source customers is not configured.",
            "case_themes,The source support is not configured.",
            "contact_preferences,The source messages is not configured.",
            "customer_themes.support,The source support is not configured.",
            "customer_themes.surveys,The source surveys is not configured.",
            "media,The source messages is not configured.",
            "message_relevance,The source messages is not configured.",
            "message_scores,The source messages is not configured.",
            "reply_retention,The source support is not configured.",
            "reply_times,The source support is not configured.",
            "self_service,The source support is not configured.",
            "spam_risk,The source messages is not configured.",
            "voice_terms.support,Support cases have no rating to tell their words by.",
            "voice_terms.surveys,The source surveys is not configured.");
    assertThat(shop.rows("SELECT kind, count(*) FROM contacts GROUP BY ALL"))
        .containsExactly("review,2");
    assertThat(shop.rows("SELECT reason FROM not_measured WHERE measure = 'lookalike_calibration'"))
        .containsExactly("Neither the source customers nor engagement is configured.");
  }

  /** A shop of purchases and reviews: what weighs other tables has rows, or says why not. */
  @Test
  void what_is_weighed_is_there_or_has_its_reason() {
    for (String table :
        List.of(
            "customer_quadrants",
            "quadrants",
            "quadrant_retention",
            "segment_roles",
            "care_costs",
            "rival_windows",
            "media",
            "tactic_uplift",
            "profile_drift",
            "benchmarks")) {
      boolean told =
          !shop.rows("SELECT measure FROM not_measured WHERE measure LIKE '" + table + "%'")
              .isEmpty();
      boolean full = !shop.rows("SELECT 1 FROM " + table).isEmpty();
      assertThat(told || full).as(table).isTrue();
    }
    assertThat(shop.rows("SELECT sum(customers) FROM quadrants")).containsExactly("9");
    assertThat(
            shop.rows(
                "SELECT count(*), count(own_value), count(why_not) FROM benchmarks"
                    + " WHERE (own_value IS NULL) = (why_not IS NOT NULL)"))
        .hasSize(1)
        .allMatch(row -> row.startsWith("9,"));
  }

  @Test
  void answers_come_as_table_csv_and_json() {
    String query = "SELECT 'a, \"b\"' AS `둘`, CAST(NULL AS INT) AS n, map('k', 'v') AS m";

    assertThat(shop.dangol("sql", query).out()).contains("|둘 ").contains("NULL");
    assertThat(shop.dangol("sql", query, "--format", "csv").lines())
        .containsExactly("둘,n,m", "\"a, \"\"b\"\"\",,\"{\"\"k\"\":\"\"v\"\"}\"");
    assertThat(shop.dangol("sql", query, "--format", "json").lines())
        .containsExactly("{\"둘\":\"a, \\\"b\\\"\",\"n\":null,\"m\":{\"k\":\"v\"}}");
  }

  @Test
  void the_same_again_adds_nothing_and_neither_do_shuffled_split_or_later_rows()
      throws IOException {
    List<String> ledger = shop.rows(VERSIONS);
    List<String> taken = shop.rowsOf(RunTest::isTaken);
    List<String> features = shop.rowsOf("customer_features"::equals);

    CommandOutput again = shop.dangol("run", AS_OF);
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("nothing to do");
    assertThat(shop.rows(VERSIONS)).isEqualTo(ledger);

    List<String> lines = new ArrayList<>(TinyShop.purchases());
    Collections.reverse(lines);
    Files.delete(folder.resolve("purchases/all.csv"));
    shop.purchases("one.csv", lines.subList(0, 11));
    shop.purchases("two.csv", lines.subList(11, lines.size()));
    assertThat(shop.dangol("ingest", AS_OF).code()).isZero();
    assertThat(shop.rowsOf(RunTest::isTaken)).isEqualTo(taken);

    shop.purchases("three.csv", LATER);
    assertThat(shop.dangol("ingest", AS_OF).code()).isZero();
    assertThat(shop.dangol("features", AS_OF).code()).isZero();
    assertThat(shop.rowsOf("customer_features"::equals)).isEqualTo(features);

    shop.purchases("three.csv", List.of("c7,2025-03-30,999,z,1,"));
    assertThat(shop.dangol("ingest", AS_OF).code()).isZero();
    assertThat(shop.dangol("features", AS_OF).code()).isZero();
    assertThat(
            shop.rows(
                "SELECT count(*), sum(CAST(net_sales_lifetime AS INT)), max_by(orders_lifetime,"
                    + " customer_id = 'c7') FROM customer_features"))
        .containsExactly("9,53000,3");
  }

  @Test
  @Tag("slow")
  void no_table_of_the_day_knows_of_later_rows(@TempDir Path another) {
    TinyShop later = TinyShop.open(another);
    assertThat(later.dangol("run", AS_OF).code()).isZero();
    List<String> derived = later.rowsOf(RunTest::isDerived);
    later.purchases("three.csv", LATER);
    assertThat(later.dangol("run", AS_OF).code()).isZero();
    assertThat(later.rowsOf(RunTest::isDerived)).isEqualTo(derived);
  }

  private static boolean isTaken(String table) {
    return List.of("clean_purchases", "clean_reviews", "quarantine", "quality_checks")
        .contains(table);
  }

  private static boolean isDerived(String table) {
    return !isTaken(table)
        && !table.matches("(clean|landed)_.*")
        && !List.of("runs", "source_files", "customer_identity").contains(table);
  }
}
