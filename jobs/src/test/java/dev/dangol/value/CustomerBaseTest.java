package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CustomerBaseTest {
  private static TestRows customers(SparkSession spark) {
    return TestRows.of(spark, FeatureColumns.FREQUENCY, RhythmColumns.GAP_VARIABILITY);
  }

  @Test
  void those_who_buy_by_the_calendar_look_bound_by_contracts(SparkSession spark) {
    var customers =
        customers(spark)
            .row(3, 0)
            .row(12, 0.1)
            .row(11, 0.03)
            .row(5, 0.11)
            .row(2, 0)
            .row(0, null)
            .table();

    assertThat(CustomerBase.contractual(customers, 0.5, 4))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .startsWith("3 of 4 customers with four purchase days or more")
                    .contains("value.max-calendar-share is 0.5"));
    assertThat(CustomerBase.contractual(customers, 0.75, 4)).as("no more than may be").isEmpty();
    assertThat(CustomerBase.contractual(customers, 0.5, 5)).as("too few to tell").isEmpty();
  }

  @Test
  void nothing_is_said_of_nobody(SparkSession spark) {
    assertThat(CustomerBase.contractual(customers(spark).table(), 0.5, 1)).isEmpty();
  }

  @Test
  void the_margin_is_a_share_of_the_sales_of_those_whose_margin_is_known(SparkSession spark) {
    assertThat(
            CustomerBase.margin(
                sales(spark).row("30", "100").row("-6", "20").row(null, "9").table()))
        .hasValue(0.2);
    assertThat(CustomerBase.margin(sales(spark).row(null, "9").table())).isEmpty();
    assertThat(CustomerBase.margin(sales(spark).row("5", "-10").table())).isEmpty();
  }

  private static TestRows sales(SparkSession spark) {
    return TestRows.of(spark, SalesColumns.MARGIN_LIFETIME, FeatureColumns.NET_SALES_LIFETIME);
  }
}
