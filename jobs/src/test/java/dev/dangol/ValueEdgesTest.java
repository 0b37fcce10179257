package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job value on businesses that leave its models little to find. */
@ExtendWith(SparkExtension.class)
class ValueEdgesTest {
  private static final String AS_OF = "--as-of=2025-10-28";
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  @TempDir private Path folder;

  private TinyShop valued(SparkSession running, List<String> purchases) {
    assertThat(running.sparkContext().isStopped()).isFalse();
    TinyShop shop = TinyShop.selling(folder, purchases);
    shop.valued(AS_OF);
    return shop;
  }

  private static String line(String customer, int day, String paid) {
    return "%s,%s 10:00:00,%s,%s-%d,1,"
        .formatted(customer, FIRST.plusDays(day), paid, customer, day);
  }

  @Test
  void three_customers_are_predicted_by_plain_rates(SparkSession spark) {
    TinyShop shop =
        valued(
            spark,
            List.of(
                line("a", 0, "100"),
                line("a", 120, "50"),
                line("b", 30, "10"),
                line("b", 200, "30"),
                line("c", 90, "40")));
    assertThat(
            shop.rows(
                "SELECT count(*), count(p_alive), min(expected_orders_30d) > 0,"
                    + " min(expected_orders_365d) > 0, min(expected_net_sales) > 0,"
                    + " count(next_order_on) FROM customer_value"))
        .containsExactly("3,0,true,true,true,3");
    assertThat(shop.rows("SELECT customer_id, expected_order_value FROM customer_value ORDER BY 1"))
        .containsExactly("a,65.3333", "b,28.6667", "c,43.0000");
    assertThat(
            shop.rows(
                "SELECT model, chosen, customers FROM value_models WHERE parameters IS NOT NULL"
                    + " ORDER BY model"))
        .containsExactly("empirical,true,3", "empirical-spend,true,2");
  }

  @Test
  void contracts_stay_refused(SparkSession spark) {
    List<String> lines = new ArrayList<>();
    for (int customer = 0; customer < 60; customer++) {
      for (int day = customer % 30; day <= 300; day += 30) {
        lines.add(line("k" + customer, day, "9.90"));
      }
    }
    TinyShop shop = valued(spark, lines);
    assertThat(
            shop.rows(
                "SELECT count(*), count(expected_orders_90d), count(expected_order_value) FROM"
                    + " customer_value"))
        .containsExactly("60,0,0");
    assertThat(
            shop.rows(
                "SELECT count(*), count(parameters), count_if(chosen), count_if(reason LIKE '%as"
                    + " under contracts%') FROM value_models"))
        .containsExactly("9,0,0,9");
  }

  @Test
  void a_box_at_one_price_is_worth_that_price(SparkSession spark) {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int customer = 0; customer < 90; customer++) {
      int day = random.nextInt(150);
      double gap = 5 * Math.pow(2, customer % 4);
      double stopping = customer % 3 == 0 ? 0.5 : 0.05;
      do {
        lines.add(line("k" + customer, day, "1"));
        day += 1 + (int) (-gap * Math.log(1 - random.nextDouble()));
      } while (random.nextDouble() > stopping && day <= 300);
    }
    TinyShop shop = valued(spark, lines);
    assertThat(
            shop.rows(
                "SELECT model, parameters['value'], chosen, reason FROM value_models WHERE model IN"
                    + " ('gamma-gamma', 'constant-spend') ORDER BY model"))
        .containsExactly(
            "constant-spend,1.0,true,Every order has the same value.",
            "gamma-gamma,1.0,false,Every order has the same value.");
    assertThat(
            shop.rows(
                "SELECT count(*), count_if(expected_order_value = 1), count(expected_net_sales) FROM"
                    + " customer_value"))
        .containsExactly("90,90,90");
  }
}
