package dev.dangol.job.cohorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.store.Lake;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** Effort, referrals and fits to profiles of the earlier day: what comes later changes nothing. */
@ExtendWith(SparkExtension.class)
class EarlierEffortTest {
  /** A rule over each table that is joined only where it is named. */
  private static final List<String> RULES =
      List.of(
          "value.margin=0.5",
          "sources.messages.format=csv",
          "sources.messages.path=mails.csv",
          "sources.messages.columns.customer_id=c",
          "sources.messages.columns.sent_at=t",
          "sources.messages.columns.cost_amount=a",
          "sources.referrals.format=csv",
          "sources.referrals.path=friends.csv",
          "sources.referrals.columns.referrer_id=c",
          "sources.referrals.columns.referred_id=f",
          "sources.referrals.columns.referred_at=t",
          "scorecard.criteria=[{ name = reach, feature = referred, weight = 1, viable-from = 1,"
              + " perfect-from = 2 }]",
          "scorecard.profiles.dear={ where = \"frequency >= 0\", viable-from = 50, perfect-from ="
              + " 75, criteria = [{ name = cheap, feature = care_cost, weight = 1, viable-from ="
              + " 50, perfect-from = 20 }] }",
          "cohorts.ideal.where=return_on_effort > 1.5 AND referred >= 1 AND network_customers = 0"
              + " AND saved_acquisition_cost IS NULL AND fit_level_dear = 'perfect'");

  @TempDir private Path folder;

  private static Dataset<Row> messages(SparkSession spark, Object[]... more) {
    return EarlierShop.clean(
        Sources.MESSAGES,
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                MessageSource.SENT_AT,
                SharedColumns.COST_AMOUNT,
                SharedColumns.SOURCE_ROW)
            .row("c1", "2025-06-01T10:00:00Z", "10", "m1")
            .row("c2", "2025-06-01T10:00:00Z", "10000", "m2")
            .row("c4", "2025-06-01T10:00:00Z", "10", "m4")
            .rows(more)
            .table());
  }

  private static Dataset<Row> referrals(SparkSession spark, Object[]... more) {
    return EarlierShop.clean(
        Sources.REFERRALS,
        TestRows.of(
                spark,
                ReferralSource.REFERRER_ID,
                ReferralSource.REFERRED_ID,
                ReferralSource.REFERRED_AT,
                SharedColumns.SOURCE_ROW)
            .row("c1", "friend", "2025-06-01T10:00:00Z", "f1")
            .row("c2", "other", "2025-06-01T10:00:00Z", "f2")
            .rows(more)
            .table());
  }

  private static Dataset<Row> records(SparkSession spark, Object[]... more) {
    return EarlierShop.clean(
        Sources.CUSTOMERS,
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                CustomerSource.SIGNED_UP_AT,
                CustomerSource.ATTRIBUTES,
                SharedColumns.SOURCE_ROW)
            .row("c1", "2024-06-01T10:00:00Z", city("서울"), "k1")
            .row("c2", "2024-06-01T10:00:00Z", city("부산"), "k2")
            .rows(more)
            .table());
  }

  private static Object city(String name) {
    return CollectionConverters.asScala(Map.of("city", name));
  }

  @Test
  void an_attribute_that_lasts_is_that_of_records_that_were_there(SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("warehouse").toString());
    Settings settings =
        EarlierShop.settings(
            "sources.customers.format=csv",
            "sources.customers.path=people.csv",
            "sources.customers.columns.customer_id=c",
            "sources.customers.columns.attributes=map('city', city)",
            "proof.lasting-attributes=[city]",
            "cohorts.ideal.where=city = '서울' AND attributes['city'] = city");
    lake.replaceAll(Sources.PURCHASES.clean(), EarlierShop.clean(EarlierShop.earlier(spark)));
    lake.replaceAll(Sources.CUSTOMERS.clean(), records(spark));
    Dataset<Row> before = EarlierShop.known(lake, settings);

    assertThat(EarlierShop.ideal(before)).containsExactly("c1");
    lake.replaceAll(
        Sources.CUSTOMERS.clean(),
        records(
            spark,
            new Object[] {"c3", "2025-07-01T00:00:00Z", city("서울"), "k3"},
            new Object[] {"c2", "2025-07-01T00:00:00Z", city("가평"), "k4"}));
    TableAssert.assertThat(EarlierShop.known(lake, settings)).isEqualTo(before);
  }

  @Test
  void effort_referrals_and_fits_to_profiles_are_those_of_the_earlier_day(SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("warehouse").toString());
    Settings settings = EarlierShop.settings(RULES.toArray(String[]::new));
    lake.replaceAll(Sources.PURCHASES.clean(), EarlierShop.clean(EarlierShop.earlier(spark)));
    lake.replaceAll(Sources.MESSAGES.clean(), messages(spark));
    lake.replaceAll(Sources.REFERRALS.clean(), referrals(spark));
    Dataset<Row> before = EarlierShop.known(lake, settings);

    assertThat(EarlierShop.ideal(before)).containsExactly("c1");

    lake.replaceAll(
        Sources.MESSAGES.clean(),
        messages(
            spark,
            new Object[] {"c1", "2025-07-01T00:00:00Z", "9999", "m5"},
            new Object[] {"c2", "2025-07-01T00:00:00Z", "-9990", "m6"}));
    lake.replaceAll(
        Sources.REFERRALS.clean(),
        referrals(spark, new Object[] {"c4", "third", "2025-07-01T00:00:00Z", "f3"}));
    TableAssert.assertThat(EarlierShop.known(lake, settings)).isEqualTo(before);
  }
}
