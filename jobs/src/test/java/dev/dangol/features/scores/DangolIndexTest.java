package dev.dangol.features.scores;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DangolIndexTest {
  @Test
  void it_is_the_weighted_mean_of_the_qualities_that_were_measured(SparkSession spark) {
    TestRows qualities =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.QUALITY_PAY,
            FeatureColumns.QUALITY_APPRECIATE,
            FeatureColumns.QUALITY_COMMUNICATE,
            FeatureColumns.QUALITY_RETURN,
            FeatureColumns.QUALITY_REFER);
    qualities
        .row("ann all five", 100, 0, 50, 60, 100)
        .row("bob two", 80, null, null, 20, null)
        .row("cho what does not count", null, null, null, null, 90)
        .row("dan none", null, null, null, null, null);
    TestRows expected = TestRows.of(spark, SharedColumns.CUSTOMER_ID, FeatureColumns.DANGOL_INDEX);
    expected
        .row("ann all five", 61)
        .row("bob two", 35)
        .row("cho what does not count", null)
        .row("dan none", null);
    Map<String, Double> weights =
        Map.of("pay", 1.0, "appreciate", 0.5, "communicate", 0.5, "return", 3.0, "refer", 0.0);
    TableAssert.assertThat(DangolIndex.of(qualities.table(), weights)).hasRows(expected.table());
  }
}
