package dev.dangol.cohorts.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated customers with ties, unknown values and values on a cut, against a naive scorecard. */
@ExtendWith(SparkExtension.class)
class RandomFitTest {
  private static final List<Field> FEATURES =
      List.of(
          FeatureColumns.ORDER_VALUE,
          FeatureColumns.REFUND_SHARE,
          FeatureColumns.QUALITY_PAY,
          FeatureColumns.RATING_MEAN);
  private static final ScorecardSettings CARD =
      new ScorecardSettings(
          List.of(
              new ScorecardCriterion("value", "order_value", 2, 30, 80).byPercentile(),
              new ScorecardCriterion("returns little", "refund_share", 1, 0.5, 0.2),
              new ScorecardCriterion("pays", "quality_pay", 1.5, 40, 70).asRequired(),
              new ScorecardCriterion("least", "rating_mean", 0.5, 60, 20).byPercentile(),
              new ScorecardCriterion("leaps", "rating_mean", 1, 3, 3),
              new ScorecardCriterion("all alike", "order_value", 1, 50, 100).byPercentile()),
          45,
          70);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void points_scores_levels_ranks_grades_and_lifts_are_those_of_the_naive_scorecard(
      int seed, SparkSession spark) {
    List<NaiveFit.Customer> customers = customers(new Random(seed), 60 * seed - 50, seed != 2);
    Dataset<Row> rows = rows(spark, customers).repartition(3);
    FittedScorecard card = ScorecardFitter.of(rows, CARD);

    Map<String, NaiveFit.Fit> fits = new TreeMap<>();
    Map<String, Map<String, String>> levels = levels(rows, card);
    CustomerFit.of(rows, card).collectAsList().stream()
        .map(RowReader::new)
        .forEach(
            cells -> {
              String id = cells.text(SharedColumns.CUSTOMER_ID).orElseThrow();
              fits.put(id, fit(cells, levels.get(id)));
            });

    assertThat(fits).isEqualTo(new NaiveFit(customers, CARD).all());
  }

  private static NaiveFit.Fit fit(RowReader cells, Map<String, String> levels) {
    OptionalDouble points = cells.number(CohortColumns.POINTS);
    return new NaiveFit.Fit(
        points.isPresent() ? points.getAsDouble() : null,
        cells.number(CohortColumns.FIT_SCORE).orElseThrow(),
        cells.text(CohortColumns.FIT_LEVEL).orElse(null),
        cells.text(CohortColumns.VETOED_BY).orElse(null),
        (int) cells.count(CohortColumns.RANK),
        cells.text(CohortColumns.ENGAGEMENT_GRADE).orElse(null),
        cells.text(CohortColumns.LIFT_1).orElse(null),
        cells.text(CohortColumns.LIFT_2).orElse(null),
        levels);
  }

  private static Map<String, Map<String, String>> levels(Dataset<Row> rows, FittedScorecard card) {
    Map<String, Map<String, String>> levels = new TreeMap<>();
    Scorecard.reasons(rows, card).collectAsList().stream()
        .map(RowReader::new)
        .forEach(
            cells ->
                levels
                    .computeIfAbsent(
                        cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(), id -> new TreeMap<>())
                    .put(
                        cells.text(CohortColumns.CRITERION).orElseThrow(),
                        cells.text(CohortColumns.LEVEL).orElse(null)));
    return levels;
  }

  private static List<NaiveFit.Customer> customers(Random random, int count, boolean known) {
    List<NaiveFit.Customer> customers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Map<String, Double> features = new TreeMap<>();
      put(features, FeatureColumns.ORDER_VALUE, random.nextInt(12) * 1000.0, random);
      put(features, FeatureColumns.REFUND_SHARE, random.nextInt(11) / 10.0, random);
      put(features, FeatureColumns.QUALITY_PAY, random.nextInt(11) * 10.0, random);
      put(features, FeatureColumns.RATING_MEAN, 1.0 + random.nextInt(9) / 2.0, random);
      long idle = random.nextInt(20);
      double sales = (random.nextInt(9) - 2) * 10.5;
      Double expected = known && random.nextInt(5) > 0 ? random.nextInt(7) * 20.0 : null;
      NaiveFit.Worth worth = new NaiveFit.Worth(sales, expected, 3 + random.nextInt(5));
      customers.add(new NaiveFit.Customer("고객 " + number, idle, worth, features));
    }
    Collections.shuffle(customers, random);
    return customers;
  }

  private static void put(
      Map<String, Double> features, Field feature, double value, Random random) {
    if (random.nextInt(6) > 0) {
      features.put(feature.name(), value);
    }
  }

  private static Dataset<Row> rows(SparkSession spark, List<NaiveFit.Customer> customers) {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                SharedColumns.AS_OF,
                SharedColumns.CUSTOMER_ID,
                FeatureColumns.NET_SALES_LIFETIME,
                ValueColumns.EXPECTED_NET_SALES,
                RfmColumns.RECENCY_SCORE,
                RfmColumns.FREQUENCY_SCORE,
                RfmColumns.MONETARY_SCORE,
                FeatureColumns.DAYS_SINCE_LAST_ORDER,
                FeatureColumns.DAYS_SINCE_LAST_EVENT));
    fields.addAll(FEATURES);
    TestRows rows = TestRows.of(spark, fields.toArray(Field[]::new));
    for (NaiveFit.Customer customer : customers) {
      List<Object> cells = new ArrayList<>();
      Collections.addAll(
          cells,
          "2026-03-01",
          customer.id(),
          BigDecimal.valueOf(customer.worth().sales()),
          customer.worth().expected(),
          customer.worth().rfm() - 2,
          1,
          1,
          customer.idle() + 3,
          customer.idle());
      FEATURES.forEach(feature -> cells.add(customer.features().get(feature.name())));
      rows.row(cells.toArray());
    }
    return rows.table();
  }
}
