package dev.dangol.features;

import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.NetworkColumns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a customer's referrals brought, as the referral network counts it. */
public final class ReferralFeatures {
  private ReferralFeatures() {}

  /**
   * One row per customer who referred anybody.
   *
   * @param network the rows of {@code referral_network} of the day
   */
  public static Dataset<Row> perCustomer(Dataset<Row> network) {
    return network.select(
        Columns.CUSTOMER_ID.col(),
        FeatureColumns.REFERRALS_MADE.is(NetworkColumns.REFERRED.col()),
        FeatureColumns.REFERRALS_CONVERTED.is(NetworkColumns.CONVERTED.col()),
        FeatureColumns.REFERRED_NET_SALES.is(NetworkColumns.REFERRED_NET_SALES.col()),
        FeatureColumns.REFERRAL_GENERATIONS.is(NetworkColumns.GENERATIONS.col()));
  }
}
