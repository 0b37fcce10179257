package dev.dangol.features;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Referrals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a customer's referrals brought. A person referred twice counts once; a customer who refers
 * himself refers nobody. A referral has converted where the source says so by the day, or the
 * person has bought since.
 */
public final class ReferralFeatures {
  private ReferralFeatures() {}

  /**
   * One row per customer who referred anybody.
   *
   * @param buyers one row per customer with a purchase, with the day of the first
   */
  public static Dataset<Row> perCustomer(Dataset<Row> referrals, Dataset<Row> buyers, AsOf asOf) {
    Column converted = asOf.happened(Referrals.CONVERTED_AT);
    Dataset<Row> pairs =
        referrals
            .where(asOf.happened(Referrals.REFERRED_AT))
            .where(Referrals.REFERRER_ID.col().notEqual(Referrals.REFERRED_ID.col()))
            .groupBy(Referrals.REFERRER_ID.col(), Referrals.REFERRED_ID.col())
            .agg(
                Referrals.REFERRED_AT.is(min(Referrals.REFERRED_AT.col())),
                Referrals.CONVERTED_AT.is(max(when(converted, Referrals.CONVERTED_AT.col()))));
    Dataset<Row> firstOrders =
        buyers.select(
            Referrals.REFERRED_ID.is(Columns.CUSTOMER_ID.col()),
            FeatureColumns.FIRST_ORDER_ON.col());
    Column boughtSince =
        FeatureColumns.FIRST_ORDER_ON.col().geq(to_date(Referrals.REFERRED_AT.col()));
    return pairs
        .join(firstOrders, Referrals.REFERRED_ID.name(), "left")
        .groupBy(Columns.CUSTOMER_ID.is(Referrals.REFERRER_ID.col()))
        .agg(
            FeatureColumns.REFERRALS_MADE.is(count(lit(1))),
            FeatureColumns.REFERRALS_CONVERTED.is(
                count_if(Referrals.CONVERTED_AT.col().isNotNull().or(boughtSince))));
  }
}
