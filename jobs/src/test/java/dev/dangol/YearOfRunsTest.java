package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.page.PageNumbers;
import dev.dangol.report.page.PageNumbers.ShownNumber;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five runs of every job on the sample shop, over a year, into one warehouse. Each law is a query
 * for what breaks it, over the tables alone. Takes some minutes.
 */
@ExtendWith(SparkExtension.class)
@Tag("slow")
class YearOfRunsTest {
  /** The segments of a day, each beside the day before. */
  private static final String DAYS =
      """
      WITH days AS (SELECT as_of, lag(as_of) OVER (ORDER BY as_of) AS before
        FROM (SELECT DISTINCT as_of FROM segments)),
      """;

  @TempDir private static Path folder;
  private static SampleYear shop;
  private static List<String> drawnInJune;

  @BeforeAll
  static void run(SparkSession spark) {
    shop = new SampleYear(spark, folder, new SampleSize(1_000, 42));
    shop.run("2024-12-30", "2025-06-30");
    drawnInJune = shop.rows("SELECT * FROM control_groups ORDER BY ALL");
    shop.send();
    shop.run("2025-09-30", "2025-12-30");
    System.out.println(
        String.join(
            "\n",
            shop.rows(
                "SELECT as_of, segment_id, segment_name, size, event, parent_ids,"
                    + " round(jaccard, 3), round(shared_share, 3) FROM segments ORDER BY ALL")));
  }

  @Test
  void all_five_days_are_there() {
    assertThat(shop.rows("SELECT count(DISTINCT as_of) FROM segments")).containsExactly("5");
    assertThat(shop.rows("SELECT count(DISTINCT as_of) FROM cohorts")).containsExactly("5");
  }

  @Test
  void an_id_keeps_its_names_and_no_other_id_ever_has_them() {
    holds(
        "SELECT segment_id FROM segments GROUP BY 1 HAVING count(DISTINCT segment_name) > 1"
            + " OR count(DISTINCT segment_name_ko) > 1");
    holds("SELECT segment_name FROM segments GROUP BY 1 HAVING count(DISTINCT segment_id) > 1");
    holds("SELECT segment_name_ko FROM segments GROUP BY 1 HAVING count(DISTINCT segment_id) > 1");
  }

  @Test
  void an_id_that_ended_never_comes_back_and_none_is_gone_without_a_word() {
    holds(
        "SELECT one.segment_id FROM segments one JOIN segments two"
            + " ON one.segment_id = two.segment_id AND two.as_of > one.as_of"
            + " WHERE one.event = 'retired'");
    holds(
        DAYS
            + """
            lived AS (SELECT d.as_of, s.segment_id FROM days d JOIN segments s ON s.as_of = d.before
              WHERE s.event <> 'retired')
            SELECT * FROM lived ANTI JOIN segments s
              ON s.as_of = lived.as_of AND s.segment_id = lived.segment_id""");
  }

  /** Of the ids that go on, each holds more of its own customers than of any other's. */
  @Test
  void ids_that_go_on_never_change_places() {
    String pairs =
        DAYS
            + """
            lasting AS (SELECT d.as_of, d.before, segment_id FROM days d JOIN segments s USING (as_of)
              WHERE array_contains(parent_ids, segment_id) AND event IN ('matched', 'merged')),
            pairs AS (SELECT now.as_of, then.segment_id AS was, now.segment_id AS is, count(*) AS n
              FROM lasting l
              JOIN customer_segments now ON now.as_of = l.as_of AND now.segment_id = l.segment_id
              JOIN customer_segments then ON then.as_of = l.before
                AND then.customer_id = now.customer_id
              JOIN lasting o ON o.as_of = l.as_of AND o.segment_id = then.segment_id GROUP BY ALL),
            best AS (SELECT as_of, was, max_by(is, n) AS into FROM pairs GROUP BY ALL),
            most AS (SELECT as_of, is, max_by(was, n) AS of FROM pairs GROUP BY ALL)
            """;
    holds(pairs + "SELECT * FROM best WHERE into <> was");
    holds(pairs + "SELECT * FROM most WHERE of <> is");
    assertThat(shop.rows(pairs + "SELECT count(*) > 10 FROM best")).containsExactly("true");
  }

  /** Likeness as docs/segments.md defines it, with its default weights and bound. */
  @Test
  void an_id_goes_on_only_where_it_is_like_itself_by_the_stored_evidence() {
    holds(
        "SELECT * FROM segments WHERE event = 'matched'"
            + " AND 0.5 * jaccard + 0.5 / (1 + centre_distance) < 0.4");
    holds(
        DAYS
            + """
            sizes AS (SELECT d.as_of, then.segment_id, count(*) AS known FROM days d
              JOIN customer_segments then ON then.as_of = d.before
              JOIN customer_segments now USING (customer_id)
              WHERE now.as_of = d.as_of GROUP BY ALL),
            both AS (SELECT d.as_of, now.segment_id, count(*) AS known,
                count_if(now.segment_id = then.segment_id) AS shared FROM days d
              JOIN customer_segments then ON then.as_of = d.before
              JOIN customer_segments now USING (customer_id)
              WHERE now.as_of = d.as_of GROUP BY ALL)
            SELECT s.as_of, s.segment_id, jaccard FROM segments s
              JOIN both b ON b.as_of = s.as_of AND b.segment_id = s.segment_id
              JOIN sizes z ON z.as_of = s.as_of AND z.segment_id = s.segment_id
              WHERE event = 'matched'
              AND abs(jaccard - shared / (b.known + z.known - shared)) > 1e-9""");
  }

  @Test
  void flows_add_up_to_the_sizes_of_both_days_and_to_who_moved() {
    holds(
        "SELECT s.as_of, segment_id, size, sum(customers) FROM segments s LEFT JOIN segment_flows f"
            + " ON f.as_of = s.as_of AND f.`to` = segment_id GROUP BY ALL"
            + " HAVING size <> coalesce(sum(customers), 0)");
    holds(
        DAYS
            + """
            sizes AS (SELECT d.as_of, segment_id, size FROM days d JOIN segments s ON s.as_of = before)
            SELECT s.as_of, segment_id, size, sum(customers) FROM sizes s LEFT JOIN segment_flows f
              ON f.as_of = s.as_of AND f.`from` = segment_id GROUP BY ALL
              HAVING size <> coalesce(sum(customers), 0)""");
    holds(
        DAYS
            + """
            places AS (SELECT as_of, customer_id, segment_id AS place
              FROM customer_segments),
            now AS (SELECT * FROM places),
            then AS (SELECT d.as_of, customer_id, place AS was FROM days d JOIN places p ON p.as_of = before),
            moved AS (SELECT as_of, coalesce(was, 'new') AS `from`, coalesce(place, 'left') AS `to`,
              count(*) AS customers FROM now FULL JOIN then USING (as_of, customer_id) GROUP BY ALL)
            SELECT * FROM moved FULL JOIN segment_flows f USING (as_of, `from`, `to`)
              WHERE moved.customers IS DISTINCT FROM f.customers""");
  }

  @Test
  void stays_never_overlap_and_are_numbered_in_their_order() {
    holds(
        """
        WITH stays AS (SELECT *, lag(left_on) OVER spells AS ended, row_number() OVER spells AS nth,
          lead(spell) OVER spells AS later FROM cohort_members
          WINDOW spells AS (PARTITION BY cohort, customer_id ORDER BY entered_on))
        SELECT * FROM stays WHERE left_on <= entered_on OR spell <> nth OR ended >= entered_on
          OR (nth > 1 AND ended IS NULL) OR (left_on IS NULL AND later IS NOT NULL)""");
  }

  @Test
  void who_stayed_and_who_came_make_the_size_and_who_stayed_and_who_left_the_size_before() {
    holds("SELECT * FROM cohorts WHERE entered + stayed <> size");
    holds(
        "SELECT * FROM (SELECT *, lag(size) OVER (PARTITION BY cohort ORDER BY as_of) AS earlier"
            + " FROM cohorts) WHERE stayed + left <> coalesce(earlier, 0)");
  }

  @Test
  void moves_and_stays_say_the_same_as_the_members_of_each_day() {
    holds(
        "SELECT c.as_of, c.cohort, entered, left, count_if(came), count_if(NOT came) FROM cohorts c"
            + " LEFT JOIN cohort_moves m ON m.as_of = c.as_of AND m.cohort = c.cohort"
            + " GROUP BY ALL HAVING entered <> count_if(came) OR left <> count_if(NOT came)");
    holds(
        """
        WITH stored AS (SELECT c.as_of, c.cohort, customer_id FROM cohorts c JOIN cohort_members m
          ON m.cohort = c.cohort AND entered_on <= c.as_of AND coalesce(left_on > c.as_of, true))
        SELECT * FROM stored FULL JOIN cohort_days d USING (as_of, cohort, customer_id)
          WHERE stored.as_of IS NULL OR d.as_of IS NULL""");
    holds(
        "SELECT * FROM cohort_moves WHERE coalesce(reason, '') = '' OR coalesce(reason_ko, '') = ''");
  }

  @Test
  void nobody_is_drawn_twice_and_about_the_share_is_left_alone() {
    List<String> now = shop.rows("SELECT * FROM control_groups ORDER BY ALL");
    assertThat(now).hasSizeGreaterThan(drawnInJune.size()).containsAll(drawnInJune);
    holds(
        "SELECT cohort, count(*), avg(CAST(arm = 'control' AS INT)) FROM control_groups"
            + " GROUP BY 1 HAVING count(*) > 100"
            + " AND abs(avg(CAST(arm = 'control' AS INT)) - 0.2) > 4 * sqrt(0.16 / count(*))");
  }

  /** Counted once more from the clean tables: all who were treated visited, controls as ever. */
  @Test
  void what_the_campaign_did_is_what_was_counted_without_the_table() {
    List<String> answer = shop.rows(CampaignTruth.STORED);
    assertThat(answer).hasSize(1).isEqualTo(shop.rows(CampaignTruth.COUNTED));
    String[] cells = answer.get(0).split(",", -1);
    assertThat(Double.parseDouble(cells[4])).isEqualTo(1);
    assertThat(cells[3]).isEqualTo("0");
  }

  @Test
  void every_effect_lies_in_its_interval_and_the_campaign_moved_visits_beyond_chance() {
    holds("SELECT * FROM uplift WHERE NOT coalesce(low <= effect AND effect <= high, true)");
    holds(
        "SELECT * FROM uplift WHERE treated_messaged > treated OR controls_messaged > controls"
            + " OR abs(effect - (treated_mean - control_mean)) > 1e-9");
    holds(
        "SELECT * FROM uplift WHERE campaign_id = 'TRIAL-1' AND cohort = 'target'"
            + " AND outcome = 'visit' AND low <= 0.2");
  }

  @Test
  void a_hundred_numbers_of_the_last_page_drawn_at_random_are_what_queries_answer()
      throws IOException {
    List<ShownNumber> drawn = PageNumbers.drawn(shop.page(), "2025-12-30", 100);
    List<String> queries = drawn.stream().map(ShownNumber::query).toList();
    List<String> answers = new ArrayList<>(shop.rows(String.join(";\n", queries)));
    answers.removeIf("figure"::equals);

    assertThat(answers).hasSize(100);
    assertThat(drawn)
        .zipSatisfy(answers, (number, answer) -> assertThat(answer).matches(number::isAnsweredBy));
  }

  /** Known is what letters brought: all who got one visited, of whom some would have without. */
  @Test
  void of_creatives_the_letter_brings_what_was_planted() {
    System.out.println(shop.rows("SELECT * " + CampaignTruth.TOLD + " ORDER BY ALL"));
    assertThat(shop.rows(CampaignTruth.LETTER_IS_FOUND)).containsExactly("2,true");
  }

  private static void holds(String violations) {
    assertThat(shop.rows(violations)).as(violations).isEmpty();
  }
}
