package dev.dangol.features.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.GivenReferrals;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ReferralNetworkTest {
  private static final String LATER = "2026-02-11";

  private final GivenReferrals given = new GivenReferrals();

  @AfterEach
  void let_go() {
    given.close();
  }

  @Test
  void a_referral_converts_when_its_row_says_so_or_the_other_buys_since(SparkSession spark) {
    TestRows referrals =
        GivenReferrals.referrals(spark)
            .row("ann", "ann", "2026-01-01", "2026-01-02")
            .row("ann", "told", "2026-01-01", "2026-02-10T23:59:59.999Z")
            .row("ann", "told", "2026-01-05", null)
            .row("ann", "recorded later", "2026-01-01", LATER)
            .row("bob", "bought the same day", "2026-01-10T18:00:00Z", null)
            .row("bob", "bought before", "2026-01-11", "2026-01-12")
            .row("cho", "referred later", LATER, null);
    TestRows buyers =
        GivenReferrals.buyers(spark)
            .row("bought the same day", "2026-01-10", "12.50")
            .row("bought before", "2026-01-10", "99");
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            ReferralColumns.REFERRALS_MADE,
            ReferralColumns.REFERRALS_CONVERTED,
            ReferralColumns.REFERRED_NET_SALES,
            ReferralColumns.REFERRAL_GENERATIONS);
    expected.row("ann", 2, 1, "0.0000", 1).row("bob", 2, 1, "12.5000", 1);
    Dataset<Row> network = given.network(referrals, buyers, 5);
    TableAssert.assertThat(ReferralFeatures.perCustomer(network)).isEqualTo(expected.table());
    assertThat(flags(network))
        .containsEntry("ann", List.of("self_referral"))
        .containsEntry("bob", List.of("already_customer"));
  }

  @Test
  void the_first_of_several_referrers_counts_and_of_two_at_once_the_smaller_id(SparkSession spark) {
    TestRows referrals =
        GivenReferrals.referrals(spark)
            .row("나중", "민지", "2026-01-02", "2026-01-03")
            .row("먼저", "민지", "2026-01-01", null)
            .row("b", "tie", "2026-01-01T10:00:00Z", null)
            .row("a", "tie", "2026-01-01T10:00:00Z", null)
            .row("x", "x", "2025-01-01", null)
            .row("y", "x", "2026-01-01", null);
    Dataset<Row> network = given.network(referrals, GivenReferrals.buyers(spark), 5);
    assertThat(counts(network, NetworkColumns.REFERRED.name()))
        .isEqualTo(Map.of("나중", 0L, "먼저", 1L, "a", 1L, "b", 0L, "x", 0L, "y", 1L));
    assertThat(counts(network, NetworkColumns.CONVERTED.name()).values()).containsOnly(0L);
    assertThat(flags(network))
        .containsEntry("나중", List.of("referred_before"))
        .containsEntry("먼저", List.of())
        .containsEntry("b", List.of("referred_before"))
        .containsEntry("x", List.of("self_referral"));
  }

  @Test
  void a_ring_counts_for_nobody_in_it_and_what_hangs_from_it_counts_on(SparkSession spark) {
    TestRows referrals =
        GivenReferrals.referrals(spark)
            .row("a", "b", "2026-01-01", null)
            .row("b", "c", "2026-01-02", null)
            .row("c", "a", "2026-01-03", null)
            .row("c", "leaf", "2026-01-03", null);
    Dataset<Row> found = given.network(referrals, GivenReferrals.buyers(spark), 3);
    assertThat(counts(found, NetworkColumns.GENERATIONS.name()))
        .isEqualTo(Map.of("a", 0L, "b", 0L, "c", 1L));
    assertThat(flags(found).values()).containsOnly(List.of("ring"));
    Dataset<Row> tooLong = given.network(referrals, GivenReferrals.buyers(spark), 2);
    assertThat(counts(tooLong, NetworkColumns.GENERATIONS.name()).values()).containsOnly(2L);
    assertThat(flags(tooLong).values()).containsOnly(List.of());
  }

  @Test
  void each_generation_adds_its_customers_up_to_the_depth(SparkSession spark) {
    TestRows referrals = GivenReferrals.referrals(spark);
    TestRows buyers = GivenReferrals.buyers(spark);
    for (int person = 0; person < 5; person++) {
      referrals.row("p" + person, "p" + (person + 1), "2026-01-01", null);
      buyers.row("p" + (person + 1), "2026-01-02", "1" + "0".repeat(person));
    }
    Dataset<Row> network = given.network(referrals, buyers, 3);
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.AS_OF,
            SharedColumns.CUSTOMER_ID,
            NetworkColumns.REFERRED,
            NetworkColumns.CONVERTED,
            NetworkColumns.GENERATIONS,
            NetworkColumns.REFERRED_NET_SALES,
            NetworkColumns.NETWORK_CUSTOMERS,
            NetworkColumns.NETWORK_NET_SALES,
            NetworkColumns.SAVED_ACQUISITION_COST);
    expected
        .row("2026-02-10", "p0", 1, 1, 3, "1.0000", 3, "111.0000", "12.5000")
        .row("2026-02-10", "p1", 1, 1, 3, "10.0000", 3, "1110.0000", "12.5000")
        .row("2026-02-10", "p2", 1, 1, 3, "100.0000", 3, "11100.0000", "12.5000")
        .row("2026-02-10", "p3", 1, 1, 2, "1000.0000", 2, "11000.0000", "12.5000")
        .row("2026-02-10", "p4", 1, 1, 1, "10000.0000", 1, "10000.0000", "12.5000");
    Dataset<Row> costed =
        ReferralNetwork.withSavedCost(network, functions.lit(new BigDecimal("12.50")));
    TableAssert.assertThat(costed.drop("flags")).isEqualTo(expected.table());
    assertThat(flags(costed).values()).containsOnly(List.of());
    assertThat(
            network.where(NetworkColumns.SAVED_ACQUISITION_COST.col().isNotNull()).collectAsList())
        .isEmpty();
  }

  @Test
  void nobody_referred_anybody(SparkSession spark) {
    TableAssert.assertThat(
            given.network(GivenReferrals.referrals(spark), GivenReferrals.buyers(spark), 5))
        .isEmpty();
  }

  private static Map<String, Long> counts(Dataset<Row> network, String column) {
    Map<String, Long> counts = new TreeMap<>();
    network
        .collectAsList()
        .forEach(row -> counts.put(row.getAs("customer_id"), row.<Long>getAs(column)));
    return counts;
  }

  private static Map<String, List<String>> flags(Dataset<Row> network) {
    Map<String, List<String>> flags = new TreeMap<>();
    network
        .collectAsList()
        .forEach(row -> flags.put(row.getAs("customer_id"), row.getList(row.fieldIndex("flags"))));
    return flags;
  }
}
