package dev.dangol.features.scores;

import dev.dangol.ranks.DistributionCounter;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class QualityScoresTest {
  private static final Map<String, Map<String, Double>> BLENDS =
      Map.of(
          "pay", Map.of("order_value", 2.0, "refund_share", -1.0),
          "refer", Map.of("order_value", 1.0));

  @Test
  void ties_share_a_place_less_is_better_under_a_negative_weight_and_nulls_are_left_out(
      SparkSession spark) {
    TestRows features =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.ORDER_VALUE,
            FeatureColumns.REFUND_SHARE);
    features
        .row("ann", 10, 0.5)
        .row("bob", 20, 0.0)
        .row("cho", 20, null)
        .row("dan", 30, 0.0)
        .row("eve", null, 0.1)
        .row("fay", null, null);
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.QUALITY_PAY,
            FeatureColumns.QUALITY_REFER,
            FeatureColumns.QUALITY_RETURN);
    expected
        .row("ann", 12.5, 12.5, null)
        .row("bob", 58.333333, 50, null)
        .row("cho", 50, 50, null)
        .row("dan", 83.333333, 87.5, null)
        .row("eve", 37.5, null, null)
        .row("fay", null, null, null);
    TableAssert.assertThat(scored(features.table())).hasRows(expected.table());
  }

  @Test
  void customers_who_are_all_alike_and_one_alone_score_50(SparkSession spark) {
    TestRows alike =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.ORDER_VALUE,
            FeatureColumns.REFUND_SHARE);
    alike.row("ann", 10, 0.0).row("bob", 10, 0.0).row("cho", 10, null);
    TestRows expected = TestRows.of(spark, SharedColumns.CUSTOMER_ID, FeatureColumns.QUALITY_PAY);
    expected.row("ann", 50).row("bob", 50).row("cho", 50);
    TableAssert.assertThat(scored(alike.table())).hasRows(expected.table());
    TableAssert.assertThat(
            scored(alike.table().where(SharedColumns.CUSTOMER_ID.col().equalTo("ann"))))
        .hasRows(expected.table().where(SharedColumns.CUSTOMER_ID.col().equalTo("ann")));
  }

  private static Dataset<Row> scored(Dataset<Row> customers) {
    List<Field> parts = List.of(FeatureColumns.ORDER_VALUE, FeatureColumns.REFUND_SHARE);
    return QualityScores.withScores(customers, BLENDS, DistributionCounter.of(customers, parts));
  }
}
