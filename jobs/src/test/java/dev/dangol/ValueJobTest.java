package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job value on a small business whose customers buy at rates of their own until they churn. */
@ExtendWith(SparkExtension.class)
class ValueJobTest {
  private static final String AS_OF = "--as-of=2025-10-28";
  private static final String MODELS =
      "SELECT model, parameters, log_likelihood, holdout_error, holdout_log_score, chosen"
          + " FROM value_models ORDER BY model";

  @TempDir private static Path folder;
  private static TinyShop shop;
  private static List<List<String>> withFew;

  @BeforeAll
  static void run(SparkSession running) {
    assertThat(running.sparkContext().isStopped()).isFalse();
    shop = TinyShop.selling(folder, purchases());
    for (String job : List.of("ingest", "features")) {
      assertThat(shop.dangol(job, AS_OF).code()).as(job).isZero();
    }
    value("value.min-repeat-buyers=1000");
    withFew =
        Stream.of(
                "SELECT count(*), count(p_alive), count(expected_orders_90d),"
                    + " count(expected_order_value), count(expected_net_sales), count(clv),"
                    + " count(next_order_on) > 0 FROM customer_value",
                "SELECT count(*), count(value_change), count(benchmark) FROM retention_whatif",
                "SELECT count(*) FROM value_models WHERE parameters IS NULL AND reason LIKE"
                    + " '%1000 or more are needed.%'",
                "SELECT model, chosen, converged, reason LIKE 'Plain %' FROM value_models WHERE model"
                    + " LIKE 'empirical%' ORDER BY model",
                "SELECT measure FROM not_measured WHERE measure LIKE 'customer_value%' ORDER BY"
                    + " measure")
            .map(shop::rows)
            .toList();
    value("value.margin=0.3", "value.min-repeat-buyers=20");
  }

  private static CommandOutput value(String... settings) {
    List<String> options = new ArrayList<>(List.of(AS_OF, "--force"));
    options.addAll(List.of("--set", "value.groups=[acquired_month, acquired_by, first_channel]"));
    for (String setting : settings) {
      options.addAll(List.of("--set", setting));
    }
    CommandOutput output = shop.dangol("value", options.toArray(String[]::new));
    assertThat(output.code()).as(output.err()).isZero();
    return output;
  }

  /** 150 customers, new in the first half of 300 days, and one with nothing but refunds. */
  private static List<String> purchases() {
    Random random = new Random(11);
    List<String> lines = new ArrayList<>();
    for (int customer = 0; customer < 150; customer++) {
      int day = random.nextInt(150);
      double gap = 5 * Math.pow(2, customer % 5);
      double stopping = customer % 3 == 0 ? 0.6 : 0.05;
      double mean = 20 + 10 * random.nextDouble();
      do {
        LocalDate on = LocalDate.of(2025, 1, 1).plusDays(day);
        double paid = mean * (0.5 + random.nextDouble());
        if (day <= 300) {
          lines.add("k%d,%s 10:00:00,%.2f,o%d,1,".formatted(customer, on, paid, lines.size()));
        }
        day += 1 + (int) (-gap * Math.log(1 - random.nextDouble()));
      } while (random.nextDouble() > stopping);
    }
    lines.add("refunded,2025-03-01 10:00:00,-5,x1,1,");
    lines.add("refunded,2025-05-01 10:00:00,-5,x2,1,");
    return lines;
  }

  @Test
  void models_rules_and_customers_have_their_rows() {
    assertThat(shop.rows("SELECT model, chosen, converged FROM value_models ORDER BY model"))
        .hasSize(9)
        .contains("gamma-gamma,true,true", "recency-cut,false,false");
    assertThat(
            shop.rows(
                "SELECT count(*), count(p_alive), count(expected_orders_90d), count(clv),"
                    + " max(p_alive) <= 1, min(clv) >= 0 FROM customer_value"))
        .containsExactly("150,150,150,150,true,true");
    assertThat(
            shop.rows(
                "SELECT count(*) FROM value_models m WHERE chosen AND model <> 'gamma-gamma' AND"
                    + " holdout_log_score = (SELECT max(holdout_log_score) FROM value_models)"))
        .containsExactly("1");
    assertThat(
            shop.rows("SELECT sum(customers) FROM value_calibration GROUP BY model ORDER BY model"))
        .hasSize(7)
        .containsOnly("150");
    assertThat(
            shop.rows(
                "SELECT use, count(*), max(model) NOT LIKE 'learned%' FROM value_models LATERAL VIEW"
                    + " explode(split(chosen_for, ' ')) AS use GROUP BY use ORDER BY use"))
        .containsExactly("active,1,true", "net_sales,1,true", "orders,1,true");
    assertThat(
            shop.rows(
                "SELECT count(*), count_if(holdout_error = holdout_sales_error), min(top_tenth_share) >"
                    + " 0, bool_and(top_tenth_share <= top_fifth_share), count(best_at) FROM value_models"
                    + " WHERE model LIKE 'learned%' AND NOT chosen AND NOT converged"))
        .containsExactly("2,2,true,true,0");
    assertThat(
            shop.rows(
                "SELECT parameters['trees'], parameters['calibration_slope'] >= 0, customers > 100,"
                    + " reason FROM value_models WHERE model = 'learned'"))
        .first()
        .asString()
        .startsWith("0.0,true,true,Not chosen for net sales: beyond chance it is no better than");
    assertThat(
            shop.rows(
                "SELECT count(*) FROM value_models WHERE model <> 'gamma-gamma' AND"
                    + " (top_fifth_share IS NULL OR holdout_sales_error IS NULL)"))
        .containsExactly("0");
    assertThat(shop.rows("SELECT count(DISTINCT model), max(week) FROM value_tracking"))
        .containsExactly("3,14");
  }

  @Test
  void groups_have_models_of_their_own_and_groupings_without_data_a_reason() {
    assertThat(
            shop.rows(
                "SELECT group_by, sum(customers), min(group_name), max(group_name) FROM"
                    + " value_group_models WHERE model = 'bg-nbd' GROUP BY group_by"))
        .containsExactly("acquired_month,150,2025-01,2025-05");
    assertThat(
            shop.rows(
                "SELECT count(*), count_if(reason LIKE 'Only % bought again; 20 or more are needed.'),"
                    + " count(parameters), count(log_likelihood), count_if(chosen) FROM"
                    + " value_group_models WHERE repeat_buyers < 20"))
        .containsExactly("3,3,0,0,0");
    assertThat(
            shop.rows(
                "SELECT count(*) FROM value_group_models WHERE"
                    + " (coalesce(reason LIKE '%to an edge%', true)) <> converged OR"
                    + " (parameters IS NULL) = converged OR (standard_errors IS NULL) = converged"))
        .containsExactly("0");
    assertThat(
            shop.rows(
                "SELECT min(size(parameters)) FILTER (WHERE reason IS NULL),"
                    + " max(size(standard_errors)), count_if(chosen) = count(DISTINCT group_name)"
                    + " FROM value_group_models WHERE converged"))
        .containsExactly("4,4,true");
    assertThat(
            shop.rows(
                "SELECT measure, reason FROM not_measured WHERE measure LIKE 'value_group%'"
                    + " ORDER BY measure"))
        .containsExactly(
            "value_group_models.acquired_by,The source customers is not configured.",
            "value_group_models.first_channel,The source purchases does not map channel.");
  }

  @Test
  void retention_is_worth_more_by_the_point_and_lies_in_its_interval() {
    assertThat(
            shop.rows(
                "SELECT count(*), min(value_change) > 0, bool_and(low <= value_change),"
                    + " bool_and(value_change <= high), max(value_change) = max_by(value_change,"
                    + " points), bool_and(benchmark LIKE '25 % to 95 %%Reichheld%')"
                    + " FROM retention_whatif"))
        .containsExactly("10,true,true,true,true,true");
    assertThat(
            shop.rows(
                "SELECT abs(w.value_change / v.clv - w.value_change_share) < 1e-4 FROM"
                    + " retention_whatif w, (SELECT sum(clv) AS clv FROM customer_value) v"
                    + " WHERE points = 5"))
        .containsExactly("true");
    assertThat(shop.rows("SELECT at_risk FROM survival WHERE acquired = 'all' AND days = 0"))
        .containsExactly("150");
  }

  @Test
  void with_too_few_repeat_buyers_plain_rates_predict() {
    assertThat(withFew.get(0)).containsExactly("150,0,150,150,150,0,true");
    assertThat(withFew.get(1)).containsExactly("10,0,10");
    assertThat(withFew.get(2)).containsExactly("4");
    assertThat(withFew.get(3))
        .containsExactly("empirical,true,false,true", "empirical-spend,true,false,true");
    assertThat(withFew.get(4)).containsExactly("customer_value.clv", "customer_value.p_alive");
    assertThat(shop.rows("SELECT count(*) FROM not_measured WHERE reason LIKE '%are needed.'"))
        .containsExactly("0");
  }

  @Test
  void the_same_day_again_gives_the_same_numbers_and_a_doubt_is_flagged() {
    List<String> models = shop.rows(MODELS);
    List<String> customers = shop.rowsOf("customer_value"::equals);
    List<String> whatIf = shop.rowsOf("retention_whatif"::equals);
    value("value.margin=0.3", "value.min-repeat-buyers=20", "value.max-spend-correlation=0");
    assertThat(shop.rows(MODELS)).isEqualTo(models);
    assertThat(shop.rowsOf("customer_value"::equals)).isEqualTo(customers);
    assertThat(shop.rowsOf("retention_whatif"::equals)).isEqualTo(whatIf);
    assertThat(shop.rows("SELECT reason FROM value_models WHERE model = 'gamma-gamma'"))
        .hasSize(1)
        .allSatisfy(reason -> assertThat(reason).contains("Spend goes together"));
    assertThat(
            shop.rows(
                "SELECT measure FROM not_measured WHERE reason LIKE '%not to be relied on%'"
                    + " ORDER BY measure"))
        .containsExactly(
            "customer_value.clv",
            "customer_value.expected_net_sales",
            "customer_value.expected_order_value",
            "retention_whatif");
  }
}
