package dev.dangol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyPathColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Paths of cohorts against a naive program of their definition, over the same made-up people. */
@ExtendWith(SparkExtension.class)
class CohortPathsTest {
  private static final NaiveJourneys NAIVE =
      new NaiveJourneys(
          5,
          9 * GivenPerson.DAY,
          GivenPerson.DAY,
          10_000_000L,
          JourneyTimes.micros(MeasuredJourneys.DAY.end()));
  private static final List<String> STAGES =
      GivenStages.settings().stages().stream().map(stage -> stage.name()).toList();
  private static final List<GivenPerson> PEOPLE = MeasuredJourneys.people();
  private static final Map<String, List<GivenPerson>> COHORTS = new TreeMap<>();

  private static List<RowReader> paths;
  private static List<RowReader> again;

  @BeforeAll
  static void walk(SparkSession spark) {
    List<GivenPerson> known = PEOPLE.stream().filter(GivenPerson::known).toList();
    COHORTS.put("모두 🎉", known);
    COHORTS.put("third", known.stream().filter(person -> number(person) % 3 == 0).toList());
    COHORTS.put("seventh", known.stream().filter(person -> number(person) % 7 == 0).toList());
    COHORTS.put(
        "far",
        known.stream()
            .filter(person -> new NaivePaths(NAIVE, List.of(person)).modal().size() > 2)
            .toList());
    COHORTS.put("nobody", List.of());
    List<Row> rows = new ArrayList<>();
    MeasuredJourneys.measured(spark, new Random(1), PEOPLE, rows);
    paths = paths(spark, rows);
    Collections.shuffle(rows, new Random(3));
    again = paths(spark, rows);
  }

  private static int number(GivenPerson person) {
    return Integer.parseInt(person.id().substring(1));
  }

  private static List<RowReader> paths(SparkSession spark, List<Row> journeys) {
    TestRows members = TestRows.of(spark, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID);
    COHORTS.forEach((cohort, people) -> people.forEach(person -> members.row(cohort, person.id())));
    Dataset<Row> table = spark.createDataFrame(journeys, JourneyColumns.TABLE.schema());
    return new CohortPaths(GivenStages.settings().stages(), "purchase", MeasuredJourneys.DAY)
        .of(table.repartition(3), members.table()).collectAsList().stream()
            .map(RowReader::new)
            .toList();
  }

  @Test
  void each_cohort_walks_the_path_that_most_of_its_decided_journeys_took() {
    assertThat(COHORTS.get("third")).hasSizeGreaterThan(30);
    COHORTS.forEach(
        (cohort, people) -> {
          NaivePaths naive = new NaivePaths(NAIVE, people);
          List<Integer> path = naive.modal();
          List<RowReader> steps = of(cohort);
          assertThat(steps)
              .extracting(step -> step.text(JourneyPathColumns.STAGE).orElseThrow())
              .containsExactlyElementsOf(path.stream().map(STAGES::get).toList());
          for (int place = 0; place < path.size(); place++) {
            RowReader step = steps.get(place);
            int stage = path.get(place);
            assertThat(step.count(JourneyPathColumns.STEP)).isEqualTo(place + 1);
            assertThat(step.number(JourneyPathColumns.SHARE).orElseThrow())
                .isCloseTo(naive.share(path, stage), within(1e-12));
            assertThat(step.count(JourneyPathColumns.JOURNEYS)).isEqualTo(naive.decided().size());
            List<String> entry = naive.entry(path, stage);
            assertThat(step.text(JourneyPathColumns.EVENT).orElse(null)).isEqualTo(entry.get(0));
            assertThat(step.text(JourneyPathColumns.CHANNEL).orElse(null)).isEqualTo(entry.get(1));
            Double dwell = naive.dwell(stage);
            Double found = MeasuredJourneys.boxed(step.number(JourneyPathColumns.DWELL_P50));
            if (dwell == null) {
              assertThat(found).isNull();
            } else {
              assertThat(found).isCloseTo(dwell, within(1e-9));
            }
          }
        });
  }

  @Test
  void a_cohort_without_members_has_no_path_and_order_changes_nothing() {
    assertThat(of("nobody")).isEmpty();
    assertThat(of("far")).hasSizeGreaterThan(1);
    assertThat(again.stream().map(step -> step.row().toString()).sorted().toList())
        .isEqualTo(paths.stream().map(step -> step.row().toString()).sorted().toList());
  }

  private static List<RowReader> of(String cohort) {
    return paths.stream()
        .filter(step -> step.text(SharedColumns.COHORT).orElseThrow().equals(cohort))
        .sorted(java.util.Comparator.comparing(step -> step.count(JourneyPathColumns.STEP)))
        .toList();
  }
}
