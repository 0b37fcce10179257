package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.segments.kmeans.AdjustedRand;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.testing.SparkExtension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CustomerSegmentationTest {
  @Test
  void the_planted_kinds_are_found_and_named(SparkSession spark) {
    CustomerSegmentation found =
        CustomerSegmentation.of(
            SegmentShop.of(600).table(spark), SegmentShop.settings(2, 6), SegmentShop.AS_OF);

    long[][] shared = new long[3][3];
    for (Row row : found.customers().collectAsList()) {
      int kind = Integer.parseInt(row.getString(1).substring(1)) % 3;
      shared[kind][row.getString(2).charAt(1) - '1']++;
    }
    assertThat(AdjustedRand.index(shared)).isEqualTo(1);
    assertThat(rows(found.segments()))
        .extracting(row -> row.getString(1), row -> row.getString(2), row -> row.getString(3))
        .containsExactly(
            tuple("s1-2026-06-30", "Frequent", "자주 구매"),
            tuple("s2-2026-06-30", "Discount seekers", "할인 선호"),
            tuple("s3-2026-06-30", "Lapsed", "이탈"));
    assertThat(chosen(found)).isEqualTo(3);
    assertThat(found.leftOut()).isEmpty();
  }

  @Test
  void every_table_is_as_the_vocabulary_says(SparkSession spark) {
    CustomerSegmentation found =
        CustomerSegmentation.of(
            SegmentShop.of(60).table(spark), SegmentShop.settings(2, 3), SegmentShop.AS_OF);

    assertColumns(found.segments(), SegmentColumns.SEGMENTS);
    assertColumns(found.customers(), SegmentColumns.CUSTOMER_SEGMENTS);
    assertColumns(found.search(), SegmentColumns.SEGMENT_SEARCH);
    assertColumns(found.history().flows(), SegmentColumns.SEGMENT_FLOWS);
    assertColumns(found.history().models(), SegmentColumns.SEGMENT_MODELS);
    assertColumns(found.history().drift(), SegmentColumns.SEGMENT_DRIFT);
    assertThat(found.customers().select(SharedColumns.AS_OF.col()).distinct().collectAsList())
        .extracting(row -> row.getDate(0).toLocalDate())
        .containsExactly(SegmentShop.TODAY);
  }

  @Test
  void neither_order_nor_partitioning_changes_a_bit(SparkSession spark) {
    List<Row> rows = new ArrayList<>(SegmentShop.of(300).rows());
    String first = everything(SegmentShop.table(spark, rows));

    for (int partitions : new int[] {1, 2, 7, 50}) {
      Collections.shuffle(rows, new Random(partitions));
      assertThat(everything(SegmentShop.table(spark, rows).repartition(partitions)))
          .isEqualTo(first);
    }
  }

  @Test
  void what_segments_say_is_what_their_customers_add_up_to(SparkSession spark) {
    Dataset<Row> features = SegmentShop.of(200).add(3000, 1, 0.1).table(spark);
    CustomerSegmentation found =
        CustomerSegmentation.of(features, SegmentShop.settings(3, 5), SegmentShop.AS_OF);

    Dataset<Row> expected =
        found
            .customers()
            .join(features, SharedColumns.CUSTOMER_ID.name())
            .groupBy(SharedColumns.SEGMENT_ID.col())
            .agg(
                functions.count("*"),
                functions.sum(FeatureColumns.NET_SALES_LIFETIME.col()),
                functions.avg(fitted(FeatureColumns.FREQUENCY)),
                functions.avg(fitted(FeatureColumns.QUALITY_PAY)))
            .orderBy(SharedColumns.SEGMENT_ID.col());
    List<Row> segments = rows(found.segments());
    List<Row> sums = expected.collectAsList();
    assertThat(segments).hasSameSizeAs(sums);
    for (int i = 0; i < sums.size(); i++) {
      Row segment = segments.get(i);
      assertThat(segment.getLong(4)).isEqualTo(sums.get(i).getLong(1));
      assertThat(segment.getDouble(5)).isCloseTo(sums.get(i).getLong(1) / 201.0, within(1e-12));
      assertThat(segment.getDecimal(6)).isEqualByComparingTo(sums.get(i).getDecimal(2));
      assertThat(segment.<String, Double>getJavaMap(8).get("frequency"))
          .isCloseTo(sums.get(i).getDouble(3), within(1e-9));
      assertThat(segment.<String, Double>getJavaMap(9))
          .containsOnlyKeys("quality_pay")
          .hasEntrySatisfying(
              "quality_pay",
              mean -> assertThat(mean).isCloseTo(meanPay(sums, segment), within(1e-9)));
    }
    assertThat(netSalesPerCustomer(segments)).isSortedAccordingTo(Collections.reverseOrder());
  }

  @Test
  void huge_amounts_are_set_aside_and_change_nobody_else(SparkSession spark) {
    SegmentShop shop = SegmentShop.of(90);
    for (int i = 0; i < 2; i++) {
      shop.row(5L, 30L, new BigDecimal("1000000000000000.0000"), 0.1, null, null, null);
    }

    CustomerSegmentation found =
        CustomerSegmentation.of(
            shop.table(spark), SegmentShop.settings(SegmentShop.FEATURES), SegmentShop.AS_OF);

    assertThat(found.customers().where(SegmentColumns.OUTLIER.col()).collectAsList())
        .extracting(row -> row.getString(1))
        .containsExactlyInAnyOrder("c90", "c91");
    assertThat(rows(found.segments()))
        .extracting(row -> row.getLong(4) - row.<Long>getAs("outliers"))
        .containsOnly(30L);
    assertThat(rows(found.segments()))
        .allSatisfy(row -> assertThat(sales(row)).isLessThan(1000))
        .filteredOn(row -> row.getDouble(7) < 1e-9)
        .hasSize(2);
  }

  @Test
  void features_that_tell_nobody_apart_are_left_out_with_the_reason(SparkSession spark) {
    Dataset<Row> features =
        SegmentShop.of(90)
            .table(spark)
            .withColumn("constant", functions.lit(3L))
            .withColumn("not_a_number", functions.lit(Double.NaN))
            .withColumn("word", functions.lit("x"));
    List<String> names = new ArrayList<>(SegmentShop.FEATURES);
    names.addAll(List.of("constant", "not_a_number", "quality_refer", "word", "nowhere"));

    CustomerSegmentation found =
        CustomerSegmentation.of(features, SegmentShop.settings(names), SegmentShop.AS_OF);

    assertThat(found.leftOut())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "constant", "every customer who has a value has the same one",
                "not_a_number", "no customer has a value",
                "quality_refer", "no customer has a value",
                "word", "it is no numeric customer feature",
                "nowhere", "it is no numeric customer feature"));
    assertThat(rows(found.segments())).extracting(row -> row.getLong(4)).containsOnly(30L);
  }

  @Test
  void missing_values_and_repeated_features_do_no_harm(SparkSession spark) {
    Dataset<Row> features =
        SegmentShop.of(90)
            .table(spark)
            .withColumn("twice", FeatureColumns.FREQUENCY.col().multiply(2))
            .withColumn(
                "holes",
                functions
                    .when(
                        FeatureColumns.FREQUENCY.col().mod(2).equalTo(0), functions.lit(Double.NaN))
                    .otherwise(FeatureColumns.DISCOUNT_SHARE.col()));
    List<String> names = new ArrayList<>(SegmentShop.FEATURES);
    names.addAll(List.of("frequency", "twice", "holes", "rating_mean"));

    CustomerSegmentation found =
        CustomerSegmentation.of(features, SegmentShop.settings(names), SegmentShop.AS_OF);

    assertThat(found.leftOut()).isEmpty();
    assertThat(rows(found.segments())).hasSize(3);
    assertThat(everything(found)).doesNotContain("NaN");
  }

  @Test
  void with_fewer_different_customers_than_segments_fewer_are_tried(SparkSession spark) {
    CustomerSegmentation found =
        CustomerSegmentation.of(
            SegmentShop.of(4).table(spark), SegmentShop.settings(3, 10), SegmentShop.AS_OF);

    assertThat(rows(found.search())).extracting(row -> row.getLong(1)).containsExactly(3L, 4L);
    assertThat(everything(found)).doesNotContain("NaN");
  }

  private static String everything(Dataset<Row> features) {
    return everything(
        CustomerSegmentation.of(features, SegmentShop.settings(2, 5), SegmentShop.AS_OF));
  }

  private static String everything(CustomerSegmentation found) {
    return List.of(rows(found.segments()), rows(found.customers()), rows(found.search()))
        .toString();
  }

  private static List<Row> rows(Dataset<Row> table) {
    return table.collectAsList().stream()
        .sorted((one, other) -> one.get(1).toString().compareTo(other.get(1).toString()))
        .toList();
  }

  private static long chosen(CustomerSegmentation found) {
    List<Row> chosen = rows(found.search()).stream().filter(row -> row.getBoolean(5)).toList();
    assertThat(chosen).hasSize(1);
    return chosen.get(0).getLong(1);
  }

  /** The feature of those who had a part in the fit. */
  private static Column fitted(Field feature) {
    return functions.when(functions.not(SegmentColumns.OUTLIER.col()), feature.col());
  }

  private static double sales(Row segment) {
    return segment.<String, Double>getJavaMap(8).get("net_sales_lifetime");
  }

  private static double meanPay(List<Row> sums, Row segment) {
    return sums.stream()
        .filter(row -> row.getString(0).equals(segment.getString(1)))
        .mapToDouble(row -> row.getDouble(4))
        .sum();
  }

  private static List<Double> netSalesPerCustomer(List<Row> segments) {
    return segments.stream().map(row -> row.getDecimal(6).doubleValue() / row.getLong(4)).toList();
  }

  private static void assertColumns(Dataset<Row> table, Table expected) {
    assertThat(table.columns()).containsExactly(expected.schema().fieldNames());
    assertThat(
            Arrays.stream(table.schema().fields()).map(field -> field.dataType().catalogString()))
        .containsExactlyElementsOf(
            expected.fields().stream().map(field -> field.type().catalogString()).toList());
  }
}
