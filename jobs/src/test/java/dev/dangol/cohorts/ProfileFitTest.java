package dev.dangol.cohorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dangol.config.ScorecardProfile;
import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.Criterion;
import dev.dangol.problem.BadSetting;
import dev.dangol.table.CohortColumns;
import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.ScorecardColumns;
import dev.dangol.testing.Rows;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ProfileFitTest {
  private static final String DAY = "2026-03-01";
  private static final ScorecardSettings TOP =
      new ScorecardSettings(
          List.of(new Criterion("often", "frequency", 1, 50, 75).byPercentile()), 50, 75);

  @Test
  void a_profile_ranks_and_cuts_among_those_it_is_about(SparkSession spark) {
    ScorecardProfile firms = new ScorecardProfile("order_value >= 100", TOP);
    Dataset<Row> subjects = ProfileFit.subjects(customers(spark), firms);
    Rows expected =
        Rows.of(
            spark,
            ScorecardColumns.PROFILE,
            Columns.CUSTOMER_ID,
            CohortColumns.POINTS,
            CohortColumns.FIT_LEVEL,
            CohortColumns.RANK);
    expected.row("firms", "ann", 0, "unfit", 2).row("firms", "bob", 100, "perfect", 1);
    TableAssert.assertThat(ProfileFit.of("firms", subjects, CardFit.of(subjects, TOP)))
        .hasRows(expected.table());
  }

  @Test
  void a_profile_that_is_about_no_column_there_is_is_refused(SparkSession spark) {
    Map<String, ScorecardProfile> wrong = Map.of("firms", new ScorecardProfile("firm", TOP));
    BadSetting problem =
        catchThrowableOfType(BadSetting.class, () -> ProfileFit.prove(customers(spark), wrong));
    assertThat(problem)
        .hasMessageStartingWith(
            "scorecard.profiles.firms.where = \"firm\": there is no column firm");
  }

  private static Dataset<Row> customers(SparkSession spark) {
    return Rows.of(
            spark,
            Columns.AS_OF,
            Columns.CUSTOMER_ID,
            FeatureColumns.FREQUENCY,
            FeatureColumns.ORDER_VALUE,
            FeatureColumns.NET_SALES_LIFETIME,
            FeatureColumns.DAYS_SINCE_LAST_ORDER,
            FeatureColumns.DAYS_SINCE_LAST_EVENT)
        .row(DAY, "ann", 1, 100, "10", 1, null)
        .row(DAY, "bob", 2, 200, "10", 1, null)
        .row(DAY, "a person", 9, 20, "10", 1, null)
        .row(DAY, "another", 8, null, "10", 1, null)
        .table();
  }
}
