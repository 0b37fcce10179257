package dev.dangol.features;

import static dev.dangol.features.ComparedExperience.DAY;
import static dev.dangol.features.ComparedExperience.customer;
import static dev.dangol.features.ComparedExperience.differences;
import static dev.dangol.features.ComparedExperience.naive;
import static dev.dangol.features.ComparedExperience.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Satisfaction and strikes of small generated shops, against a plain computation. */
@ExtendWith(SparkExtension.class)
class RandomExperienceTest {
  private static final String ZONE_KEY = "spark.sql.session.timeZone";

  @BeforeAll
  static void open(SparkSession spark) {
    spark.conf().set(ZONE_KEY, ExperienceShop.ZONE.getId());
  }

  @AfterAll
  static void restore(SparkSession spark) {
    spark.conf().set(ZONE_KEY, "UTC");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_feature_is_what_its_column_says(long seed, SparkSession spark) {
    Map<Source, Dataset<Row>> shop = ExperienceShop.open(spark, seed);
    List<Row> features = features(shop).collectAsList();
    Map<String, Map<String, Object>> expected = new TreeMap<>();
    features.forEach(row -> expected.put(customer(row), given(row)));
    naive(shop, DAY).features(expected, NaiveCycles.none());
    List<Field> ours =
        Stream.of(SatisfactionColumns.FEATURES, StrikeColumns.FEATURES)
            .flatMap(List::stream)
            .toList();
    assertThat(differences(features, expected, ours)).isEmpty();
    assertThat(naive(shop, DAY).rows(groups(features)).keySet()).isEqualTo(expected.keySet());
    assertThat(values(features, StrikeColumns.TRUST_BREAK_ON)).isNotEmpty();
    assertThat(values(features, StrikeColumns.STRIKE_KINDS).toString())
        .contains("low_rating", "fault_refund", "fault_case", "late_delivery", "missed_reply")
        .contains("reopened_case");
  }

  @Test
  void the_future_and_the_order_of_rows_change_nothing(SparkSession spark) {
    Map<Source, Dataset<Row>> shop = ExperienceShop.open(spark, 4);
    Map<Source, Dataset<Row>> past = new LinkedHashMap<>();
    shop.forEach(
        (source, rows) -> {
          List<Row> kept =
              new ArrayList<>(
                  rows.where(DAY.hasHappened(source.time().orElseThrow())).collectAsList());
          Collections.reverse(kept);
          past.put(source, spark.createDataFrame(kept, rows.schema()).repartition(3));
        });
    assertThat(texts(features(past))).isEqualTo(texts(features(shop)));
  }

  private static Dataset<Row> features(Map<Source, Dataset<Row>> shop) {
    FeatureInputs shared = ComparedExperience.shared(shop);
    return FeaturedRows.of(shared, shop, DAY, settings());
  }

  private static Map<String, Object> given(Row row) {
    Map<String, Object> given = new TreeMap<>();
    for (Field field :
        List.of(
            RfmColumns.RFM_GROUP,
            RhythmColumns.MEDIAN_GAP_DAYS,
            RhythmColumns.SECOND_ORDER_WITHIN_CYCLE,
            FeatureColumns.DAYS_SINCE_LAST_ORDER)) {
      given.put(field.name(), row.getAs(field.name()));
    }
    given.put(
        FeatureColumns.LAST_ORDER_ON.name(), new PlainRow(row).day(FeatureColumns.LAST_ORDER_ON));
    return given;
  }

  private static Map<String, String> groups(List<Row> features) {
    return features.stream()
        .collect(
            Collectors.toMap(
                ComparedExperience::customer, row -> new PlainRow(row).text(RfmColumns.RFM_GROUP)));
  }

  private static List<Object> values(List<Row> rows, Field field) {
    return rows.stream()
        .map(row -> row.<Object>getAs(field.name()))
        .filter(value -> value != null)
        .toList();
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
