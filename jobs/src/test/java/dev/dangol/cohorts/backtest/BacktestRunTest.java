package dev.dangol.cohorts.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ProofColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The backtest against a plain computation of the outcomes of each selection. */
@ExtendWith(SparkExtension.class)
class BacktestRunTest {
  private static final List<Double> SHARES = List.of(0.001, 0.1, 0.25, 0.5);

  /** A generated customer; what they did later is null where they did nothing. */
  private record Customer(
      String id, boolean ideal, Map<String, Double> scores, NaiveBacktest.Later later) {}

  private static List<Customer> customers(int many, long seed, boolean tied) {
    Random random = new Random(seed);
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Map<String, Double> scores = new HashMap<>();
      scores.put("fit", (double) i + 1);
      scores.put("r", tied ? 1.0 : 1 + random.nextInt(5));
      scores.put("spend", tied ? 10.0 : random.nextInt(400) / 4.0 - 10);
      scores.put("recency", tied ? 3.0 : random.nextInt(30));
      scores.put("frequency", tied ? 0.0 : random.nextInt(4));
      scores.put("clv", tied ? 5.0 : random.nextInt(1000) / 4.0);
      NaiveBacktest.Later later =
          random.nextInt(3) == 0
              ? null
              : new NaiveBacktest.Later(
                  Math.exp(random.nextGaussian()) - 0.5, random.nextInt(4), random.nextInt(2));
      customers.add(new Customer("손님 " + i, random.nextInt(6) == 0, scores, later));
    }
    return customers;
  }

  private static Optional<Backtest> gains(SparkSession spark, List<Customer> customers) {
    TestRows known =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            ProofColumns.IS_IDEAL,
            CohortColumns.RANK,
            RfmColumns.RECENCY_SCORE,
            RfmColumns.FREQUENCY_SCORE,
            RfmColumns.MONETARY_SCORE,
            FeatureColumns.NET_SALES_LIFETIME,
            FeatureColumns.DAYS_SINCE_LAST_ORDER,
            FeatureColumns.FREQUENCY,
            ValueColumns.EXPECTED_NET_SALES);
    TestRows outcomes =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            ProofColumns.LATER_NET,
            ProofColumns.LATER_MARGIN,
            ProofColumns.LATER_ORDERS,
            ProofColumns.LATER_REFERRALS);
    outcomes.row("somebody who came later", "1000", null, 7, 3);
    for (Customer one : customers) {
      Map<String, Double> by = one.scores();
      int r = by.get("r").intValue();
      Double clv = by.get("clv");
      known.row(
          one.id(),
          one.ideal(),
          by.get("fit").intValue(),
          r,
          1,
          2,
          by.get("spend").toString(),
          by.get("recency").intValue(),
          by.get("frequency").intValue(),
          clv == null ? null : clv.toString());
      if (one.later() != null) {
        NaiveBacktest.Later later = one.later();
        outcomes.row(
            one.id(),
            "%.4f".formatted(later.net()),
            later.orders() == 0 ? null : "%.4f".formatted(later.net() / 4),
            later.orders(),
            later.referrals() == 0 ? null : later.referrals());
      }
    }
    return BacktestRun.of(known.table(), outcomes.table(), SHARES);
  }

  private static Map<String, Long> hashes(SparkSession spark, List<Customer> customers) {
    TestRows ids = TestRows.of(spark, SharedColumns.CUSTOMER_ID);
    customers.forEach(one -> ids.row(one.id()));
    Map<String, Long> hashes = new HashMap<>();
    ids.table()
        .select(
            SharedColumns.CUSTOMER_ID.col(), functions.xxhash64(SharedColumns.CUSTOMER_ID.col()))
        .collectAsList()
        .forEach(row -> hashes.put(row.getString(0), row.getLong(1)));
    return hashes;
  }

  private static List<NaiveBacktest.One> plain(SparkSession spark, List<Customer> customers) {
    Map<String, Long> hashes = hashes(spark, customers);
    return customers.stream()
        .map(
            one -> {
              Map<String, Double> scores = new HashMap<>(one.scores());
              scores.put("fit", -scores.get("fit"));
              scores.put("recency", -scores.get("recency"));
              scores.put("rfm", scores.remove("r") + 3);
              NaiveBacktest.Later later =
                  one.later() == null
                      ? new NaiveBacktest.Later(0, 0, 0)
                      : new NaiveBacktest.Later(
                          Double.parseDouble("%.4f".formatted(one.later().net())),
                          one.later().orders(),
                          one.later().referrals());
              return new NaiveBacktest.One(one.ideal(), scores, hashes.get(one.id()), later);
            })
        .toList();
  }

  @Test
  void every_choice_holds_what_a_plain_count_says(SparkSession spark) {
    for (boolean tied : List.of(false, true)) {
      List<Customer> customers = customers(83, 5, tied);
      Backtest gains = gains(spark, customers).orElseThrow();
      NaiveBacktest naive = new NaiveBacktest(plain(spark, customers));

      List<BacktestResult> rows = gains.rows();

      assertThat(rows).as("3 shares and the ideal one's").hasSize(3 * 7 + 8);
      for (BacktestResult row : rows) {
        NaiveBacktest.Held held = naive.held(row.method(), row.share());
        String what = row.method() + " at " + row.share();
        assertThat(row.customers()).as(what).isEqualTo(held.customers());
        near(row.revenue().value().orElseThrow(), held.revenue(), what);
        near(row.revenue().low().orElseThrow(), Math.max(0, held.low()), what + " low");
        near(row.revenue().high().orElseThrow(), Math.min(1, held.high()), what + " high");
        near(row.orders().orElseThrow(), held.orders(), what + " orders");
        near(row.referrals().orElseThrow(), held.referrals(), what + " referrals");
        near(row.retained().orElseThrow(), held.retained(), what + " retained");
        if (row.lead().value().isPresent() && !row.method().equals("chance")) {
          near(row.lead().value().getAsDouble(), held.lead(), what + " lead");
          near(row.lead().low().orElseThrow(), held.leadLow(), what + " lead from");
        }
        if (row.fitLead().value().isPresent() && !row.method().equals("chance")) {
          near(row.fitLead().value().getAsDouble(), held.fitLead(), what + " lead of the rank");
          near(row.fitLead().low().orElseThrow(), held.fitLeadLow(), what + " from");
        }
      }
      assertThat(rows)
          .filteredOn(row -> row.fitLead().value().isEmpty())
          .extracting(BacktestResult::method)
          .containsOnly("fit");
      assertThat(gains.reasons()).isEmpty();
    }
  }

  @Test
  void nobody_at_the_cut_off_and_nothing_later_are_said_and_not_counted(SparkSession spark) {
    assertThat(gains(spark, List.of())).isEmpty();

    Map<String, Double> scores = new HashMap<>(customers(1, 1, true).get(0).scores());
    scores.put("clv", null);
    Backtest nothing =
        gains(spark, List.of(new Customer("only", false, scores, null))).orElseThrow();

    assertThat(nothing.reasons())
        .containsOnlyKeys(
            "ideal",
            "clv",
            "revenue_captured",
            "margin_captured",
            "orders_captured",
            "referrals_captured");
    assertThat(nothing.rows())
        .extracting(BacktestResult::method)
        .containsExactlyInAnyOrder("fit", "rfm", "spend", "recency", "frequency", "chance");
    assertThat(nothing.rows())
        .allSatisfy(
            row -> {
              assertThat(row.revenue()).isEqualTo(BacktestResult.BoundedValue.NOTHING);
              assertThat(row.orders()).isEmpty();
              assertThat(row.retained()).hasValue(0);
            });
  }

  @Test
  void one_ideal_customer_holds_everything_with_no_interval(SparkSession spark) {
    Map<String, Double> scores = customers(1, 1, true).get(0).scores();
    NaiveBacktest.Later later = new NaiveBacktest.Later(12.5, 1, 0);
    Backtest gains = gains(spark, List.of(new Customer("only", true, scores, later))).orElseThrow();

    assertThat(gains.rows())
        .filteredOn(row -> row.share() == 1)
        .hasSize(8)
        .allSatisfy(
            row -> {
              assertThat(row.revenue().value()).hasValue(1);
              assertThat(row.retained()).hasValue(1);
            });
    assertThat(gains.rows().get(0).revenue().low()).isEmpty();
  }

  @Test
  void where_refunds_outweigh_later_sales_shares_have_no_meaning(SparkSession spark) {
    List<Customer> customers = new ArrayList<>();
    for (Customer one : customers(6, 2, false)) {
      customers.add(
          new Customer(one.id(), true, one.scores(), new NaiveBacktest.Later(-3.25, 1, 1)));
    }
    Backtest gains = gains(spark, customers).orElseThrow();

    assertThat(gains.reasons()).containsOnlyKeys("revenue_captured", "margin_captured");
    assertThat(gains.rows()).allMatch(row -> row.revenue().value().isEmpty());
    assertThat(gains.rows()).allMatch(row -> row.orders().isPresent());
  }

  private static void near(double found, double expected, String what) {
    assertThat(found).as(what).isCloseTo(expected, within(1e-9));
  }
}
