package dev.dangol.features.referrals;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.features.ReferralColumns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Referral features of a customer, as the referral network counts them. */
public final class ReferralFeatures {
  private ReferralFeatures() {}

  /**
   * One row per customer who referred anyone.
   *
   * @param network the rows of {@code referral_network} of the day
   */
  public static Dataset<Row> perCustomer(Dataset<Row> network) {
    return network.select(
        SharedColumns.CUSTOMER_ID.col(),
        ReferralColumns.REFERRALS_MADE.is(NetworkColumns.REFERRED.col()),
        ReferralColumns.REFERRALS_CONVERTED.is(NetworkColumns.CONVERTED.col()),
        ReferralColumns.REFERRED_NET_SALES.is(NetworkColumns.REFERRED_NET_SALES.col()),
        ReferralColumns.REFERRAL_GENERATIONS.is(NetworkColumns.GENERATIONS.col()));
  }
}
