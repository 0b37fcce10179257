package dev.dangol.cohorts.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nearness to cohorts against a plain computation. */
@ExtendWith(SparkExtension.class)
class CohortNearnessTest {
  private static final List<String> FEATURES =
      List.of(
          FeatureColumns.DAYS_SINCE_LAST_ORDER.name(), FeatureColumns.NET_SALES_LIFETIME.name());

  private static List<String> found(
      SparkSession spark, Map<String, Double[]> customers, Map<String, List<String>> cohorts) {
    TestRows rows =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.DAYS_SINCE_LAST_ORDER,
            FeatureColumns.NET_SALES_LIFETIME);
    customers.forEach((id, v) -> rows.row(id, v[0] == null ? null : v[0].longValue(), v[1]));
    TestRows members =
        TestRows.of(spark, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID, CohortColumns.REASON);
    cohorts.forEach((cohort, ids) -> ids.forEach(id -> members.row(cohort, id, "why")));
    Dataset<Row> measured = CohortNearness.measure(rows.table(), FEATURES);
    return CohortNearness.of(measured, FEATURES.size(), members.table()).collectAsList().stream()
        .map(RowReader::new)
        .sorted(Comparator.comparing(cells -> cells.count(LookalikeColumns.RANK)))
        .map(
            cells ->
                line(
                    cells.count(LookalikeColumns.RANK),
                    cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(),
                    cells.text(LookalikeColumns.NEAREST_COHORT).orElseThrow(),
                    cells.number(LookalikeColumns.DISTANCE).orElseThrow()))
        .toList();
  }

  private static String line(long rank, String id, String cohort, double distance) {
    return rank + " " + id + " " + cohort + " " + Math.round(distance * 1e6);
  }

  private static List<String> naive(
      Map<String, Double[]> customers, Map<String, List<String>> cohorts) {
    Map<String, double[]> places = new TreeMap<>();
    customers.forEach(
        (id, v) -> places.put(id, new double[] {place(customers, v, 0), place(customers, v, 1)}));
    Map<String, double[]> centres = new TreeMap<>();
    cohorts.forEach(
        (cohort, ids) -> {
          double[] centre = new double[2];
          ids.forEach(id -> centre[0] += places.get(id)[0] / ids.size());
          ids.forEach(id -> centre[1] += places.get(id)[1] / ids.size());
          centres.put(cohort, centre);
        });
    centres.remove("market");
    List<String> outside = new ArrayList<>(places.keySet());
    outside.removeAll(cohorts.get("ideal"));
    outside.sort(
        Comparator.comparingDouble((String id) -> apart(places.get(id), centres.get("ideal")))
            .thenComparing(Comparator.naturalOrder()));
    List<String> lines = new ArrayList<>();
    for (String id : outside) {
      String nearest =
          centres.keySet().stream()
              .min(Comparator.comparingDouble(name -> apart(places.get(id), centres.get(name))))
              .orElseThrow();
      lines.add(line(lines.size() + 1, id, nearest, apart(places.get(id), centres.get("ideal"))));
    }
    return lines;
  }

  private static double place(Map<String, Double[]> customers, Double[] own, int feature) {
    double below = 0;
    double all = 0;
    for (Double[] other : customers.values()) {
      if (own[feature] != null && other[feature] != null) {
        int order = other[feature].compareTo(own[feature]);
        below += order < 0 ? 1 : order == 0 ? 0.5 : 0;
        all++;
      }
    }
    return own[feature] == null ? 0.5 : below / all;
  }

  private static double apart(double[] one, double[] other) {
    double squares = Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2);
    return Math.round(Math.sqrt(squares / 2) * 1e6) / 1e6;
  }

  @Test
  void customers_outside_stand_by_how_near_they_are(SparkSession spark) {
    Random random = new Random(2);
    Map<String, Double[]> customers = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      Double days = random.nextInt(6) == 0 ? null : (double) random.nextInt(20);
      customers.put("손님" + i, new Double[] {days, random.nextInt(4) * 2.5e11 - 7});
    }
    List<String> all = new ArrayList<>(customers.keySet());
    Map<String, List<String>> cohorts =
        Map.of(
            "market", all,
            "ideal", all.subList(0, 5),
            "target", all.subList(0, 25),
            "slipping", all.subList(40, 47));

    assertThat(found(spark, customers, cohorts)).isEqualTo(naive(customers, cohorts)).hasSize(55);
  }

  @Test
  void without_an_ideal_customer_nobody_is_near_and_one_customer_alone_is_none_outside(
      SparkSession spark) {
    Map<String, Double[]> one = Map.of("ann", new Double[] {3.0, 5.0});

    assertThat(found(spark, one, Map.of("ideal", List.of("ann")))).isEmpty();
    assertThat(found(spark, one, Map.of("target", List.of("ann")))).isEmpty();
    assertThat(found(spark, Map.of(), Map.of())).isEmpty();
  }

  @Test
  void customers_of_whom_nothing_is_known_stand_in_the_middle(SparkSession spark) {
    Map<String, Double[]> alike =
        Map.of("ann", new Double[] {null, null}, "bob", new Double[] {null, null});

    assertThat(found(spark, alike, Map.of("ideal", List.of("bob"))))
        .containsExactly("1 ann ideal 0");
  }
}
