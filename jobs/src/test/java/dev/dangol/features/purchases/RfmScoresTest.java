package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.when;

import dev.dangol.config.RfmSettings;
import dev.dangol.config.RfmSettings.RfmGroup;
import dev.dangol.config.RfmSettings.ScoreRange;
import dev.dangol.ranks.DistributionCounter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RfmScoresTest {
  private static final ScoreRange ANY = new ScoreRange(1, 5);
  private static final List<RfmGroup> GROUPS =
      List.of(
          new RfmGroup("단골", new ScoreRange(4, 5), new ScoreRange(4, 5), ANY),
          new RfmGroup("lately", new ScoreRange(4, 5), ANY, ANY));

  @Test
  void scores_go_by_the_share_of_others_who_do_worse_and_the_alike_score_alike(SparkSession spark) {
    RfmSettings quantiles = new RfmSettings(5, List.of(), List.of(), List.of(), GROUPS);
    TestRows expected = scores(spark);
    expected
        .row("ann", 5, 5, 5, "단골")
        .row("bob", 4, 5, 4, "단골")
        .row("cho", 3, 1, 2, "others")
        .row("dan", 2, 1, 2, "others")
        .row("eve", 1, 1, 1, "others")
        .row("fay", 5, 1, 5, "lately");
    TableAssert.assertThat(scored(six(spark), quantiles)).hasRows(expected.table());
  }

  @Test
  void fixed_cut_points_belong_to_the_score_that_they_open(SparkSession spark) {
    RfmSettings cuts =
        new RfmSettings(
            5,
            List.of(0.0, 2.0, 10.0, 29.0),
            List.of(1.0, 2.0, 3.0, 4.0),
            List.of(0.0, 5.0, 5.5, 90.0),
            GROUPS);
    TestRows expected = scores(spark);
    expected
        .row("ann", 5, 4, 5, "단골")
        .row("bob", 4, 4, 3, "단골")
        .row("cho", 3, 1, 3, "others")
        .row("dan", 2, 1, 3, "others")
        .row("eve", 1, 1, 1, "others")
        .row("fay", 5, 1, 4, "lately");
    TableAssert.assertThat(scored(six(spark), cuts)).hasRows(expected.table());
  }

  @Test
  void all_who_share_the_highest_value_have_the_highest_score(SparkSession spark) {
    RfmSettings quantiles = new RfmSettings(5, List.of(), List.of(), List.of(), GROUPS);
    Dataset<Row> today =
        six(spark)
            .withColumn(
                FeatureColumns.DAYS_SINCE_LAST_ORDER.name(),
                FeatureColumns.DAYS_SINCE_LAST_ORDER.is(
                    when(SharedColumns.CUSTOMER_ID.col().isin("dan", "eve"), 60).otherwise(0)));
    TableAssert.assertThat(scored(today, quantiles))
        .hasRows(
            scores(spark)
                .row("ann", 5, 5, 5, "단골")
                .row("bob", 5, 5, 4, "단골")
                .row("cho", 5, 1, 2, "lately")
                .row("dan", 1, 1, 2, "others")
                .row("eve", 1, 1, 1, "others")
                .row("fay", 5, 1, 5, "lately")
                .table());
  }

  @Test
  void one_customer_alone_does_better_than_nobody(SparkSession spark) {
    RfmSettings quantiles = new RfmSettings(5, List.of(), List.of(), List.of(), GROUPS);
    TableAssert.assertThat(scored(six(spark).limit(1), quantiles))
        .hasRows(scores(spark).row("ann", 1, 1, 1, "others").table());
  }

  private static Dataset<Row> scored(Dataset<Row> customers, RfmSettings how) {
    return RfmScores.withScores(
        customers, how, DistributionCounter.of(customers, RfmScores.MEASURES));
  }

  private static Dataset<Row> six(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.DAYS_SINCE_LAST_ORDER,
            FeatureColumns.FREQUENCY,
            FeatureColumns.NET_SALES_LIFETIME)
        .row("ann", 0, 3, "90")
        .row("bob", 2, 3, "5.4999")
        .row("cho", 10, 0, "5")
        .row("dan", 29, 0, "5")
        .row("eve", 400, 0, "-1")
        .row("fay", 0, 0, "6")
        .table();
  }

  private static TestRows scores(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        RfmColumns.RECENCY_SCORE,
        RfmColumns.FREQUENCY_SCORE,
        RfmColumns.MONETARY_SCORE,
        RfmColumns.RFM_GROUP);
  }
}
