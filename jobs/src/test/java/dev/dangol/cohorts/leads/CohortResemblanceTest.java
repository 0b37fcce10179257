package dev.dangol.cohorts.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cohort that a record resembles, against a plain computation. */
@ExtendWith(SparkExtension.class)
class CohortResemblanceTest {
  private static final int LEAST = 2;

  private static Map<String, String> found(
      SparkSession spark,
      Set<String> people,
      Map<String, Set<String>> terms,
      Map<String, Set<String>> cohorts) {
    TestRows judged = TestRows.of(spark, SharedColumns.CUSTOMER_ID);
    people.forEach(judged::row);
    TestRows records = TestRows.of(spark, SharedColumns.CUSTOMER_ID, LookalikeColumns.TERMS);
    terms.forEach((id, values) -> records.row(id, values.toArray(String[]::new)));
    TestRows members =
        TestRows.of(spark, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID, CohortColumns.REASON);
    cohorts.forEach((cohort, ids) -> ids.forEach(id -> members.row(cohort, id, "why")));
    Map<String, String> found = new TreeMap<>();
    CohortResemblance.of(judged.table(), records.table(), members.table(), LEAST)
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(
            cells ->
                found.put(
                    cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(),
                    cells.text(LookalikeColumns.NEAREST_COHORT).orElseThrow()));
    return found;
  }

  private static Map<String, String> naive(
      Set<String> people, Map<String, Set<String>> terms, Map<String, Set<String>> cohorts) {
    Set<String> customers = new TreeSet<>();
    cohorts.values().forEach(customers::addAll);
    Map<String, String> near = new TreeMap<>();
    for (String person : people) {
      List<String> said =
          terms.getOrDefault(person, Set.of()).stream()
              .filter(value -> holders(customers, value, terms) >= LEAST)
              .toList();
      double best = Double.NEGATIVE_INFINITY;
      for (String cohort : said.isEmpty() ? Set.<String>of() : new TreeSet<>(cohorts.keySet())) {
        Set<String> members = cohorts.get(cohort);
        double speaks =
            said.stream()
                .mapToDouble(
                    value ->
                        Math.log(share(members, value, terms) / share(customers, value, terms)))
                .average()
                .orElseThrow();
        if (!cohort.equals("market") && speaks > best + 1e-9) {
          best = speaks;
          near.put(person, cohort);
        }
      }
    }
    return near;
  }

  private static long holders(Set<String> of, String value, Map<String, Set<String>> terms) {
    return of.stream().filter(id -> terms.getOrDefault(id, Set.of()).contains(value)).count();
  }

  private static double share(Set<String> of, String value, Map<String, Set<String>> terms) {
    long known = of.stream().filter(terms::containsKey).count();
    return (holders(of, value, terms) + 1.0) / (known + 2.0);
  }

  /** Three of four ideal customers are from 부산, and one of four others; both sell on line. */
  @Test
  void a_value_speaks_for_the_cohort_where_it_is_more_frequent_than_usual(SparkSession spark) {
    Map<String, Set<String>> terms = new TreeMap<>();
    Stream.of("a", "b", "c", "h").forEach(id -> terms.put(id, Set.of("city=부산", "shop=web")));
    Stream.of("d", "e", "f", "g").forEach(id -> terms.put(id, Set.of("city=서울", "shop=web")));
    terms.put("p", Set.of("city=부산"));
    terms.put("q", Set.of("city=서울", "shop=web"));
    terms.put("r", Set.of("city=제주"));
    terms.put("s", Set.of());
    Map<String, Set<String>> cohorts =
        Map.of(
            "ideal", Set.of("a", "b", "c", "d"),
            "rest", Set.of("e", "f", "g", "h"),
            "market", Set.of("a", "b", "c", "d", "e", "f", "g", "h"));

    assertThat(found(spark, Set.of("p", "q", "r", "s", "t"), terms, cohorts))
        .containsExactlyInAnyOrderEntriesOf(Map.of("p", "ideal", "q", "rest"));
  }

  @Test
  void random_records_resemble_the_cohort_that_a_plain_computation_finds(SparkSession spark) {
    Random random = new Random(5);
    Map<String, Set<String>> terms = new TreeMap<>();
    Map<String, Set<String>> cohorts = new TreeMap<>();
    Set<String> people = new TreeSet<>();
    for (int i = 0; i < 300; i++) {
      String id = "c" + i;
      if (random.nextInt(10) > 0) {
        Set<String> values = new TreeSet<>();
        values.add("city=" + random.nextInt(12));
        values.add("size=" + (i % 7 == 0 ? random.nextInt(60) : i % 3));
        terms.put(id, values);
      }
      if (i % 5 == 0) {
        people.add(id);
      } else {
        cohorts.computeIfAbsent("market", any -> new TreeSet<>()).add(id);
        cohorts.computeIfAbsent("group-" + (i % 3), any -> new TreeSet<>()).add(id);
        if (random.nextBoolean()) {
          cohorts.computeIfAbsent("ideal", any -> new TreeSet<>()).add(id);
        }
      }
    }

    assertThat(found(spark, people, terms, cohorts))
        .hasSizeGreaterThan(40)
        .containsExactlyEntriesOf(naive(people, terms, cohorts));
  }

  @Test
  void nobody_is_near_where_nobody_is_in_a_cohort(SparkSession spark) {
    assertThat(found(spark, Set.of("p"), Map.of("p", Set.of("city=서울")), Map.of())).isEmpty();
  }
}
