package dev.dangol.cohorts.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.CohortProfileSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class CohortProfilesTest {
  private static final AsOf DAY = new AsOf(LocalDate.of(2026, 3, 1), ZoneOffset.UTC);
  private static final List<Field> NUMBERS =
      List.of(
          ProfileColumns.SHARE,
          ProfileColumns.BASE_SHARE,
          ProfileColumns.LIFT,
          ProfileColumns.LIFT_LOW,
          ProfileColumns.LIFT_HIGH,
          ProfileColumns.P_VALUE,
          ProfileColumns.Q_VALUE);

  @Test
  void every_number_is_that_of_a_naive_count(SparkSession spark) {
    Random random = new Random(7);
    Map<String, Map<String, List<String>>> customers = new LinkedHashMap<>();
    Map<String, Set<String>> cohorts = new LinkedHashMap<>();
    for (int i = 0; i < 120; i++) {
      String id = "c" + i;
      customers.put(id, randomTraits(random, i));
      if (i % 3 == 0) {
        cohorts.computeIfAbsent("ideal", any -> new TreeSet<>()).add(id);
      }
      if (i < 25) {
        cohorts.computeIfAbsent("early", any -> new TreeSet<>()).add(id);
      }
    }
    List<RowReader> profiles = profiles(spark, customers, cohorts, 5);

    assertThat(cells(profiles, "ideal")).hasSize(8);
    assertThat(cells(profiles, "ideal").keySet()).contains("region=서울 🎉", "colour=only-others");
    cohorts.forEach(
        (cohort, members) ->
            agree(cells(profiles, cohort), NaiveProfiles.of(customers, members, 5)));
  }

  private static Map<String, List<String>> randomTraits(Random random, int i) {
    Map<String, List<String>> traits = new HashMap<>();
    boolean ideal = i % 3 == 0;
    if (random.nextInt(10) > 0) {
      traits.put("region", List.of(random.nextInt(ideal ? 4 : 2) > 0 ? "서울 🎉" : "부산"));
    }
    traits.put("colour", List.of(ideal ? "only-members" : "only-others"));
    traits.put("same", List.of("everybody"));
    traits.put("memo", List.of("nobody else has " + i));
    List<String> interests = new ArrayList<>();
    for (String interest : List.of("tea", "coffee", "<b>mate</b>")) {
      if (random.nextInt(3) == 0) {
        interests.add(interest);
      }
    }
    traits.put("interests", interests);
    return traits;
  }

  private static void agree(Map<String, RowReader> cells, List<NaiveProfiles.Line> lines) {
    assertThat(cells.keySet())
        .containsExactlyInAnyOrderElementsOf(
            lines.stream().map(line -> line.attribute() + "=" + line.value()).toList());
    for (NaiveProfiles.Line line : lines) {
      RowReader found = cells.get(line.attribute() + "=" + line.value());
      assertThat(found.count(ProfileColumns.CUSTOMERS)).isEqualTo(line.customers());
      assertThat(found.count(ProfileColumns.LEFT_OUT)).isEqualTo(line.left());
      for (int i = 0; i < NUMBERS.size(); i++) {
        assertThat(found.number(NUMBERS.get(i)).orElseThrow())
            .as(line + " " + NUMBERS.get(i).name())
            .isCloseTo(line.numbers().get(i), within(1e-9));
      }
    }
  }

  @Test
  void where_everyone_is_a_member_nothing_sets_them_apart(SparkSession spark) {
    Map<String, Map<String, List<String>>> customers = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      customers.put("c" + i, Map.of("region", List.of(i < 8 ? "north" : "south")));
    }

    List<RowReader> profiles =
        profiles(spark, customers, Map.of("all", customers.keySet(), "none", Set.of()), 5);

    assertThat(profiles).hasSize(2);
    assertThat(profiles)
        .allSatisfy(
            row -> {
              for (Field one : List.of(ProfileColumns.LIFT, ProfileColumns.Q_VALUE)) {
                assertThat(row.number(one)).hasValue(1);
              }
              assertThat(row.number(ProfileColumns.LIFT_LOW)).hasValue(1);
              assertThat(row.number(ProfileColumns.LIFT_HIGH)).hasValue(1);
            });
  }

  @Test
  void identical_customers_are_no_finding(SparkSession spark) {
    Map<String, Map<String, List<String>>> customers = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      customers.put("c" + i, Map.of("region", List.of("north")));
    }

    List<RowReader> profiles =
        profiles(spark, customers, Map.of("half", Set.of("c1", "c2", "c3", "c4", "c5")), 5);

    assertThat(profiles).hasSize(1);
    assertThat(profiles.get(0).number(ProfileColumns.LIFT)).hasValue(1);
    assertThat(profiles.get(0).number(ProfileColumns.Q_VALUE)).hasValue(1);
    assertThat(profiles.get(0).number(ProfileColumns.LIFT_HIGH)).hasValue(1);
  }

  @Test
  void nothing_is_reported_of_too_few(SparkSession spark) {
    Map<String, Map<String, List<String>>> customers = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      customers.put("c" + i, Map.of("region", List.of(i < 4 ? "north" : "south")));
    }

    assertThat(profiles(spark, customers, Map.of("four", Set.of("c0", "c1", "c2", "c3")), 5))
        .isEmpty();
    assertThat(profiles(spark, Map.of(), Map.of("four", Set.of("c0")), 1)).isEmpty();
  }

  /**
   * The fifteen p-values of Benjamini and Hochberg's own example, thrombolysis after a heart attack
   * (1995, section 4.1): at 0.05 the first four are findings, and no others.
   */
  @Test
  void the_published_example_of_benjamini_and_hochberg_has_four_findings(SparkSession spark) {
    double[] published = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    TestRows rows = TestRows.of(spark, SharedColumns.COHORT, ProfileColumns.P_VALUE);
    for (double p : published) {
      rows.row("rt-PA", p).row("another", 0.04);
    }

    List<RowReader> corrected =
        CohortProfiles.withQValues(rows.table()).collectAsList().stream()
            .map(RowReader::new)
            .toList();

    assertThat(
            corrected.stream()
                .filter(row -> row.text(SharedColumns.COHORT).orElseThrow().equals("rt-PA"))
                .filter(row -> row.number(ProfileColumns.Q_VALUE).orElseThrow() <= 0.05)
                .map(row -> row.number(ProfileColumns.P_VALUE).orElseThrow()))
        .containsExactlyInAnyOrder(0.0001, 0.0004, 0.0019, 0.0095);
    assertThat(q(corrected, 0.0095)).isCloseTo(0.035625, within(1e-12));
    assertThat(q(corrected, 0.0201)).isCloseTo(0.0603, within(1e-12));
    assertThat(q(corrected, 0.0344)).isCloseTo(0.0645, within(1e-12));
    assertThat(q(corrected, 0.04)).isCloseTo(0.04, within(1e-12));
  }

  private static double q(List<RowReader> corrected, double p) {
    return corrected.stream()
        .filter(row -> row.number(ProfileColumns.P_VALUE).orElseThrow() == p)
        .findFirst()
        .orElseThrow()
        .number(ProfileColumns.Q_VALUE)
        .orElseThrow();
  }

  private static Map<String, RowReader> cells(List<RowReader> profiles, String cohort) {
    Map<String, RowReader> cells = new HashMap<>();
    profiles.stream()
        .filter(row -> row.text(SharedColumns.COHORT).orElseThrow().equals(cohort))
        .forEach(
            row ->
                cells.put(
                    row.text(ProfileColumns.ATTRIBUTE).orElseThrow()
                        + "="
                        + row.text(ProfileColumns.VALUE).orElseThrow(),
                    row));
    return cells;
  }

  private static List<RowReader> profiles(
      SparkSession spark,
      Map<String, Map<String, List<String>>> customers,
      Map<String, Set<String>> cohorts,
      int least) {
    TestRows traits =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            ProfileColumns.FACET,
            ProfileColumns.ATTRIBUTE,
            ProfileColumns.VALUES);
    TestRows everyone = TestRows.of(spark, SharedColumns.CUSTOMER_ID);
    customers.forEach(
        (id, known) -> {
          everyone.row(id);
          known.forEach((name, values) -> traits.row(id, "what", name, scala(values)));
        });
    traits.row("not a customer", "what", "region", scala(List.of("north")));
    TestRows members = TestRows.of(spark, SharedColumns.CUSTOMER_ID, SharedColumns.COHORT);
    cohorts.forEach((cohort, ids) -> ids.forEach(id -> members.row(id, cohort)));
    Dataset<Row> profiles =
        CohortProfiles.of(
            traits.table(),
            CohortProfiles.customers(everyone.table(), members.table()),
            new CohortProfiles.ProfileScope(
                DAY,
                List.copyOf(cohorts.keySet()),
                new CohortProfileSettings(least, 0.05, Set.of())));
    return profiles.collectAsList().stream().map(RowReader::new).toList();
  }

  private static Object scala(List<String> values) {
    return CollectionConverters.asScala(values).toSeq();
  }
}
