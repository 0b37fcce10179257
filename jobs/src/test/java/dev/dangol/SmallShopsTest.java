package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Businesses with hardly anything to measure: purchases alone, and nothing in which they differ.
 */
@ExtendWith(SparkExtension.class)
class SmallShopsTest {
  @TempDir private Path folder;

  @Test
  void one_customer_with_one_purchase_is_enough_and_what_is_not_known_stays_null() {
    TinyShop shop = TinyShop.selling(folder, List.of("혼자,2025-03-01,10,a,1,"));

    assertThat(shop.dangol("run", "--set", "proof.enabled=true").code()).isZero();

    assertThat(
            shop.rows(
                "SELECT (SELECT count(*) FROM backtest), (SELECT count(*) FROM uplift), measure,"
                    + " left(reason, 25) FROM not_measured WHERE measure IN ('backtest', 'uplift')"
                    + " ORDER BY measure"))
        .containsExactly(
            "0,0,backtest,Purchases reach back less", "0,0,uplift,The source messages is no");
    assertThat(
            shop.rows(
                "SELECT customer_id, frequency, monetary_value, rating_mean, reviews_lifetime,"
                    + " events_lifetime, referrals_made, quality_refer FROM customer_features"))
        .containsExactly("혼자,0,,,,,,");
    assertThat(
            shop.rows(
                "SELECT reason FROM not_measured WHERE measure IN"
                    + " ('customer_features.rating_mean', 'customer_features.referrals_made')"
                    + " ORDER BY reason"))
        .containsExactly(
            "The source referrals is not configured.", "The source reviews is not configured.");
    assertThat(
            shop.rows(
                "SELECT one_and_done, (SELECT max(one_and_done_share) FROM retention_cohorts)"
                    + " FROM customer_features"))
        .containsExactly(",");
    assertThat(
            shop.rows(
                "SELECT DISTINCT reason FROM not_measured WHERE measure IN"
                    + " ('customer_features.one_and_done', 'retention_cohorts.one_and_done_share')"))
        .singleElement()
        .asString()
        .contains("No customer has bought on two days, and features.cycle-days is not set.");
    assertThat(shop.rows("SELECT count(*) FROM customer_segments")).containsExactly("1");
    assertThat(shop.rows("SELECT count(*) FROM customer_fit")).containsExactly("1");
    assertThat(
            shop.rows("SELECT segment <> '', expected, delivered, gap, orders FROM satisfaction"))
        .containsExactly("true,,,,1");
    assertThat(
            shop.rows(
                "SELECT (SELECT count(*) FROM strikes), (SELECT count(*) FROM satisfaction_curve)"))
        .containsExactly("0,0");
  }

  @Test
  @Tag("slow")
  void customers_who_are_all_the_same_are_one_kind() {
    TinyShop shop =
        TinyShop.selling(
            folder,
            IntStream.range(0, 12)
                .mapToObj(i -> "c" + i + ",2025-03-01,10,o" + i + ",1,")
                .toList());

    assertThat(shop.dangol("run").code()).isZero();

    assertThat(shop.rows("SELECT sum(size), count(*) FROM segments")).containsExactly("12,1");
    assertThat(shop.rows("SELECT count(DISTINCT points), count(*) FROM customer_fit"))
        .containsExactly("1,12");
  }
}
