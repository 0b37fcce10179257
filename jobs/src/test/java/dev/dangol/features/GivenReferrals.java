package dev.dangol.features;

import dev.dangol.config.ReferralSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Referrals;
import dev.dangol.testing.Rows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Referrals, buyers and the network that they make, its parts kept until it is closed. */
final class GivenReferrals implements AutoCloseable {
  static final AsOf FEBRUARY = new AsOf(LocalDate.of(2026, 2, 10), ZoneOffset.UTC);

  private final Deque<Dataset<Row>> kept = new ArrayDeque<>();

  static Rows referrals(SparkSession spark) {
    return Rows.of(
        spark,
        Referrals.REFERRER_ID,
        Referrals.REFERRED_ID,
        Referrals.REFERRED_AT,
        Referrals.CONVERTED_AT);
  }

  static Rows buyers(SparkSession spark) {
    return Rows.of(
        spark,
        Columns.CUSTOMER_ID,
        FeatureColumns.FIRST_ORDER_ON,
        FeatureColumns.NET_SALES_LIFETIME);
  }

  Dataset<Row> network(Rows referrals, Rows buyers, int generations) {
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
