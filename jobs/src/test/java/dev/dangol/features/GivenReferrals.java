package dev.dangol.features;

import dev.dangol.config.ReferralSettings;
import dev.dangol.features.referrals.ReferralNetwork;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Referrals, buyers and the network that they make, its parts kept until it is closed. */
public final class GivenReferrals implements AutoCloseable {
  static final AsOf FEBRUARY = new AsOf(LocalDate.of(2026, 2, 10), ZoneOffset.UTC);

  private final Deque<Dataset<Row>> kept = new ArrayDeque<>();

  public static TestRows referrals(SparkSession spark) {
    return TestRows.of(
        spark,
        ReferralSource.REFERRER_ID,
        ReferralSource.REFERRED_ID,
        ReferralSource.REFERRED_AT,
        ReferralSource.CONVERTED_AT);
  }

  public static TestRows buyers(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        FeatureColumns.FIRST_ORDER_ON,
        FeatureColumns.NET_SALES_LIFETIME);
  }

  public Dataset<Row> network(TestRows referrals, TestRows buyers, int generations) {
    return new ReferralNetwork(new ReferralSettings(generations), this::keep)
        .of(referrals.table(), buyers.table(), FEBRUARY);
  }

  private Dataset<Row> keep(Dataset<Row> table) {
    kept.push(table.persist());
    table.count();
    return table;
  }

  @Override
  public void close() {
    kept.forEach(Dataset::unpersist);
  }
}
