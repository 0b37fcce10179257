package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.SalesSampleColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import dev.dangol.value.model.ConstantSpend;
import dev.dangol.value.model.DiscountSchedule;
import dev.dangol.value.model.EqualMeans;
import dev.dangol.value.model.GammaGamma;
import dev.dangol.value.model.OwnMeans;
import dev.dangol.value.model.PurchaseForecast;
import dev.dangol.value.model.PurchaseHistory;
import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.SpendExpectation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CustomerValueTest {
  private static final AsOf DAY = new AsOf(LocalDate.of(1997, 9, 30), ZoneOffset.UTC);
  private static final Map<String, Double> BG_NBD =
      Map.of("r", 0.243, "alpha", 4.414, "a", 0.793, "b", 2.426);
  private static final Optional<SpendExpectation> SPEND =
      Optional.of(new GammaGamma().expectation(new double[] {6.25, 3.74, 15.44}));
  private static final ScoringModels SCORING = new ScoringModels("bg-nbd", BG_NBD, SPEND);

  private static ValueSettings settings(OptionalDouble margin) {
    return new ValueSettings(margin, List.of("bg-nbd"), List.of(30, 273), 0.1, 12, 50, 0, 1_000);
  }

  private static TestRows features(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        FeatureColumns.FREQUENCY,
        FeatureColumns.RECENCY_DAYS,
        FeatureColumns.AGE_DAYS,
        FeatureColumns.MONETARY_VALUE);
  }

  private static Dataset<Row> customers(SparkSession spark) {
    return features(spark)
        .row("twice", 2, 213, 272, "22.345")
        .row("her twin", 2, 213, 272, "99")
        .row("단골", 26, 216, 217, "14")
        .row("once", 0, 0, 272, null)
        .row("today", 0, 0, 0, null)
        .row("all refunded", 1, 20, 272, "-3.00")
        .row("long gone", 900, 900, 3652, "10")
        .table();
  }

  private static Map<String, PlainRow> valued(
      Dataset<Row> features, ScoringModels scoring, double margin) {
    OptionalDouble share = margin > 0 ? OptionalDouble.of(margin) : OptionalDouble.empty();
    return rows(CustomerValue.of(features, DAY, scoring, settings(share)));
  }

  private static Map<String, PlainRow> rows(Dataset<Row> customers) {
    Map<String, PlainRow> rows = new TreeMap<>();
    for (Row row : customers.collectAsList()) {
      PlainRow plain = new PlainRow(row);
      assertThat(rows.put(plain.text(SharedColumns.CUSTOMER_ID), plain)).isNull();
    }
    return rows;
  }

  @Test
  void each_customer_is_scored_as_his_history_says(SparkSession spark) {
    Map<String, PlainRow> rows = valued(customers(spark), SCORING, 0.3);
    assertThat(rows).hasSize(7);
    PurchaseForecast forecast =
        PurchaseModel.byName("bg-nbd").forecast(new double[] {0.243, 4.414, 0.793, 2.426});
    Map<String, PurchaseHistory> histories =
        Map.of(
            "twice", PurchaseHistory.ofDays(2, 213, 272),
            "단골", PurchaseHistory.ofDays(26, 216, 217),
            "once", PurchaseHistory.ofDays(0, 0, 272),
            "today", PurchaseHistory.ofDays(0, 0, 0));
    histories.forEach(
        (id, history) -> {
          PlainRow row = rows.get(id);
          double orders = new DiscountSchedule(12, 0.1).purchases(forecast, history);
          double value = row.number(ValueColumns.EXPECTED_ORDER_VALUE);
          assertThat(row.number(ValueColumns.P_ALIVE)).isEqualTo(forecast.alive(history));
          assertThat(row.number(ValueColumns.expectedOrders(273)))
              .isEqualTo(forecast.expectedPurchases(history, 39));
          assertThat(row.number(ValueColumns.chanceOfOrder(30)))
              .isEqualTo(forecast.chanceOfPurchase(history, 30 / 7.0));
          assertThat(row.number(ValueColumns.CLV)).isCloseTo(0.3 * orders * value, within(0.01));
        });
  }

  @Test
  void learned_net_sales_take_the_place_of_the_models_with_a_margin_and_without(
      SparkSession spark) {
    Dataset<Row> learned =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, SalesSampleColumns.LEARNED_SALES)
            .row("twice", 100.0)
            .row("단골", null)
            .table();
    for (OptionalDouble margin : List.of(OptionalDouble.of(0.3), OptionalDouble.empty())) {
      ValueSettings settings = settings(margin);
      Dataset<Row> before = CustomerValue.of(customers(spark), DAY, SCORING, settings);
      Map<String, PlainRow> models = rows(before);

      Dataset<Row> after = CustomerValue.withLearned(before, learned, settings);

      assertThat(after.schema().fields())
          .extracting(field -> field.name() + " " + field.dataType().sql())
          .containsExactlyInAnyOrderElementsOf(
              ValueColumns.customerValue(settings.horizons()).fields().stream()
                  .map(field -> field.name() + " " + field.type().sql())
                  .toList());
      Map<String, PlainRow> rows = rows(after);
      assertThat(rows).hasSize(7);
      assertThat(rows.get("twice").number(ValueColumns.EXPECTED_NET_SALES)).isEqualTo(100);
      assertThat(rows.get("단골").number(ValueColumns.EXPECTED_NET_SALES))
          .isEqualTo(models.get("단골").number(ValueColumns.EXPECTED_NET_SALES));
      if (margin.isPresent()) {
        assertThat(rows.get("twice").number(ValueColumns.CLV)).isEqualTo(30);
      } else {
        assertThat(after.where(ValueColumns.CLV.col().isNotNull()).isEmpty()).isTrue();
      }
    }
  }

  /** Fader, Hardie and Lee (2005), customer 1 of the CDNOW sample. */
  @Test
  void the_published_customer_has_the_published_numbers(SparkSession spark) {
    PlainRow row = valued(customers(spark), SCORING, 0.3).get("twice");
    assertThat(row.number(ValueColumns.expectedOrders(273))).isCloseTo(1.226, within(1e-3));
    assertThat(row.number(ValueColumns.EXPECTED_ORDER_VALUE)).isCloseTo(24.65, within(0.011));
  }

  @Test
  void twins_differ_in_spend_alone(SparkSession spark) {
    Map<String, PlainRow> rows = valued(customers(spark), SCORING, 0.3);
    PlainRow one = rows.get("twice");
    PlainRow other = rows.get("her twin");
    assertThat(other.number(ValueColumns.P_ALIVE)).isEqualTo(one.number(ValueColumns.P_ALIVE));
    assertThat(other.number(ValueColumns.CLV)).isGreaterThan(3 * one.number(ValueColumns.CLV));
  }

  @Test
  void who_is_not_known_by_his_spend_is_taken_for_the_mean(SparkSession spark) {
    Map<String, PlainRow> rows = valued(customers(spark), SCORING, 0.3);
    double mean = 6.25 * 15.44 / (3.74 - 1);
    for (String id : List.of("once", "today", "all refunded")) {
      assertThat(rows.get(id).number(ValueColumns.EXPECTED_ORDER_VALUE))
          .as(id)
          .isCloseTo(mean, within(1e-4));
    }
    assertThat(new GammaGamma().expectation(new double[] {6.25, 0.9, 15}).exists()).isFalse();
  }

  @Test
  void limits_of_the_model_of_spend_know_every_customer(SparkSession spark) {
    Map<String, PlainRow> same = priced(spark, new ConstantSpend().expectation(new double[] {25}));
    assertThat(same.values()).allMatch(row -> row.number(ValueColumns.EXPECTED_ORDER_VALUE) == 25);
    Map<String, PlainRow> mean = priced(spark, new EqualMeans().expectation(new double[] {8, 2}));
    assertThat(mean.values()).allMatch(row -> row.number(ValueColumns.EXPECTED_ORDER_VALUE) == 4);
    Map<String, PlainRow> own = priced(spark, new OwnMeans().expectation(new double[] {3, 60}));
    assertThat(own.get("once").number(ValueColumns.EXPECTED_ORDER_VALUE)).isEqualTo(30);
    assertThat(own.get("all refunded").number(ValueColumns.EXPECTED_ORDER_VALUE)).isEqualTo(30);
    assertThat(own.get("her twin").number(ValueColumns.EXPECTED_ORDER_VALUE)).isEqualTo(99);
  }

  private static Map<String, PlainRow> priced(SparkSession spark, SpendExpectation spend) {
    return valued(customers(spark), new ScoringModels("bg-nbd", BG_NBD, Optional.of(spend)), 0.3);
  }

  @Test
  void the_next_order_lies_in_its_window(SparkSession spark) {
    Map<String, PlainRow> rows = valued(customers(spark), SCORING, 0.3);
    for (String id : List.of("twice", "단골", "once", "today")) {
      PlainRow row = rows.get(id);
      LocalDate next = row.day(ValueColumns.NEXT_ORDER_ON);
      assertThat(next).isAfter(DAY.day()).isBefore(DAY.day().plusYears(1));
      assertThat(row.day(ValueColumns.NEXT_ORDER_FROM)).isBeforeOrEqualTo(next);
      assertThat(row.day(ValueColumns.NEXT_ORDER_TO)).isAfterOrEqualTo(next);
    }
    assertThat(rows.get("단골").day(ValueColumns.NEXT_ORDER_ON))
        .isBefore(rows.get("once").day(ValueColumns.NEXT_ORDER_ON));
    assertThat(rows.get("long gone").empty(ValueColumns.NEXT_ORDER_ON)).isTrue();
    assertThat(rows.get("long gone").number(ValueColumns.P_ALIVE)).isBetween(0.0, 1e-6);
  }

  @Test
  void what_is_not_known_stays_empty(SparkSession spark) {
    ScoringModels unspent = new ScoringModels("bg-nbd", BG_NBD, Optional.empty());
    assertThat(valued(customers(spark), SCORING, 0).values())
        .allMatch(row -> row.empty(ValueColumns.CLV))
        .noneMatch(row -> row.empty(ValueColumns.EXPECTED_ORDER_VALUE));
    assertThat(valued(customers(spark), unspent, 0.3).values())
        .allMatch(row -> row.empty(ValueColumns.CLV))
        .allMatch(row -> row.empty(ValueColumns.EXPECTED_ORDER_VALUE))
        .noneMatch(row -> row.empty(ValueColumns.P_ALIVE));
  }

  @Test
  void the_columns_are_those_of_the_table(SparkSession spark) {
    ValueSettings settings = settings(OptionalDouble.of(0.3));
    Dataset<Row> nobody = features(spark).table();
    Dataset<Row> value = CustomerValue.of(nobody, DAY, SCORING, settings);
    assertThat(value.columns())
        .containsExactly(ValueColumns.customerValue(settings.horizons()).schema().fieldNames());
    for (int i = 0; i < value.columns().length; i++) {
      assertThat(value.schema().fields()[i].dataType())
          .isEqualTo(
              ValueColumns.customerValue(settings.horizons()).schema().fields()[i].dataType());
    }
    assertThat(value.collectAsList()).isEmpty();
  }

  @Test
  void parameters_of_another_model_are_refused() {
    assertThatThrownBy(() -> new ScoringModels("pareto-nbd", BG_NBD, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not [r, alpha, s, beta]");
  }
}
