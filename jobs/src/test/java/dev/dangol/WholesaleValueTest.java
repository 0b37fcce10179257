package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job value on a wholesaler: customers buy at rates of their own, and nobody leaves. */
@ExtendWith(SparkExtension.class)
class WholesaleValueTest {
  private static final String AS_OF = "--as-of=2025-10-28";

  @TempDir private static Path folder;
  private static TinyShop shop;

  @BeforeAll
  static void run(SparkSession running) {
    assertThat(running.sparkContext().isStopped()).isFalse();
    shop = TinyShop.selling(folder, purchases());
    shop.valued(AS_OF);
  }

  /** 120 customers, who buy somewhat evenly until the day; few of them spend most of the money. */
  private static List<String> purchases() {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int customer = 0; customer < 120; customer++) {
      double gap = 5 * Math.pow(1.5, customer % 7);
      double mean = 50 * Math.pow(random.nextDouble(), -1.1);
      for (double day = random.nextInt(100); day <= 300; day += gap * (0.4 + random.nextDouble())) {
        LocalDate on = LocalDate.of(2025, 1, 1).plusDays((int) day);
        double paid = mean * (0.3 + 1.4 * random.nextDouble());
        lines.add("w%d,%s 10:00:00,%.2f,o%d,1,".formatted(customer, on, paid, lines.size()));
      }
    }
    return lines;
  }

  @Test
  void models_at_their_edge_are_rows_with_the_limit_that_is_used() {
    assertThat(
            shop.rows(
                "SELECT model, chosen, converged, size(parameters), reason LIKE '%becomes nbd,%',"
                    + " reason LIKE '%P(alive) is 1 by construction.%', holdout_log_score < 0 FROM"
                    + " value_models WHERE model LIKE '%nbd' ORDER BY model"))
        .containsExactly(
            "bg-nbd,false,true,2,true,true,true",
            "mbg-nbd,false,true,2,true,true,true",
            "nbd,true,true,2,false,true,true",
            "pareto-nbd,false,true,2,true,true,true");
    assertThat(
            shop.rows(
                "SELECT count(DISTINCT parameters['r']) FROM value_models WHERE parameters['r'] > 0"
                    + " AND model IN ('nbd', 'bg-nbd')"))
        .containsExactly("1");
  }

  @Test
  void every_customer_has_a_value() {
    assertThat(
            shop.rows(
                "SELECT count(*), min(p_alive), count(expected_orders_90d),"
                    + " count(expected_order_value), count(expected_net_sales), count(clv),"
                    + " min(expected_net_sales) > 0 FROM customer_value"))
        .containsExactly("120,1.0,120,120,120,120,true");
    assertThat(
            shop.rows(
                "SELECT measure, reason FROM not_measured WHERE job = 'value' AND measure LIKE"
                    + " 'customer_value%'"))
        .containsExactly(
            "customer_value.p_alive,By the model nbd nobody churns: it is 1 for every customer.");
  }
}
