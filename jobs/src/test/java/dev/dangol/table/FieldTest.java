package dev.dangol.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FieldTest {
  @Test
  void a_definition_casts_and_names(SparkSession spark) {
    var customers = TestRows.of(spark, SharedColumns.CUSTOMER_ID).row("ana").table();

    var counted = customers.select(FeatureColumns.FREQUENCY.is(functions.lit("3")));

    TableAssert.assertThat(counted)
        .isEqualTo(TestRows.of(spark, FeatureColumns.FREQUENCY).row(3).table());
  }

  @Test
  void a_windowed_column_is_the_same_measure_under_the_name_of_its_window() {
    Field toDate = Field.count(Unit.ORDERS, "orders_lifetime", "Orders to date.").asRequired();

    assertThat(toDate.windowed(90, "Orders in the last {days} days."))
        .isEqualTo(Field.count(Unit.ORDERS, "orders_90d", "Orders in the last 90 days."));
    assertThat(Field.number(Unit.SHARE, "p_buy", "In {days} days.").windowed(1000))
        .isEqualTo(Field.number(Unit.SHARE, "p_buy_1000d", "In 1000 days."));
  }

  @Test
  void the_name_of_a_window_says_what_is_measured_and_how_long() {
    WindowedName orders = WindowedName.of("net_sales_90d").orElseThrow();

    assertThat(orders).isEqualTo(new WindowedName("net_sales", 90));
    assertThat(orders.column()).isEqualTo("net_sales_90d");
    assertThat(orders.toDate()).isEqualTo("net_sales_lifetime");
    assertThat(WindowedName.withDays(7, "net_sales_90d")).isEqualTo("net_sales_7d");
    assertThat(WindowedName.withDays(7, "recency_days")).isEqualTo("recency_days");
  }

  @Test
  void money_is_money_whatever_the_column_is_called() {
    assertThat(Field.amount("paid", "Paid.").unit()).isEqualTo(Unit.MONEY);
    assertThat(Field.total("paid", "Paid.").asRequired().unit()).isEqualTo(Unit.MONEY);
    assertThat(Field.count("rows", "Rows.").unit()).isEqualTo(Unit.PLAIN);
  }
}
