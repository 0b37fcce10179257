package dev.dangol.features.referrals;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.PairColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.sources.ReferralSource;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Referrals to date as pairs of people, each pair once, and what is known of each pair. */
public final class ReferralPairs {
  private static final Column SELF =
      ReferralSource.REFERRER_ID.col().equalTo(ReferralSource.REFERRED_ID.col());

  private ReferralPairs() {}

  /**
   * One row per referrer and person referred, self-referrals included. The day of a pair is that of
   * its first referral; of several referrers of one person the first leads, and of two at the same
   * moment the one with the smaller id. A self-referral never leads, and keeps no other referral
   * from leading.
   *
   * @param buyers one row per customer with a purchase: the day of the first, and net sales
   */
  public static Dataset<Row> of(Dataset<Row> referrals, Dataset<Row> buyers, AsOf asOf) {
    Dataset<Row> people =
        buyers.select(
            ReferralSource.REFERRED_ID.is(SharedColumns.CUSTOMER_ID.col()),
            FeatureColumns.FIRST_ORDER_ON.col(),
            FeatureColumns.NET_SALES_LIFETIME.col());
    Column leads = ReferralSource.REFERRER_ID.col().equalTo(PairColumns.FIRST_REFERRER.col());
    Column hadBought = firstOrder(FeatureColumns.FIRST_ORDER_ON.col().lt(day()));
    Column boughtSince = firstOrder(FeatureColumns.FIRST_ORDER_ON.col().geq(day()));
    Column recorded = ReferralSource.CONVERTED_AT.col().isNotNull();
    return pairs(referrals, asOf)
        .withColumn(PairColumns.FIRST_REFERRER.name(), firstReferrer())
        .join(people, ReferralSource.REFERRED_ID.name(), "left")
        .select(
            ReferralSource.REFERRER_ID.col(),
            ReferralSource.REFERRED_ID.col(),
            ReferralSource.REFERRED_AT.col(),
            PairColumns.SELF.is(SELF),
            PairColumns.LEADS.is(not(SELF).and(leads)),
            PairColumns.HAD_BOUGHT.is(hadBought),
            PairColumns.HAS_CONVERTED.is(not(hadBought).and(recorded.or(boughtSince))),
            PairColumns.NET.is(coalesce(FeatureColumns.NET_SALES_LIFETIME.col(), lit(0))));
  }

  private static Dataset<Row> pairs(Dataset<Row> referrals, AsOf asOf) {
    Column convertedAt =
        when(asOf.hasHappened(ReferralSource.CONVERTED_AT), ReferralSource.CONVERTED_AT.col());
    return referrals
        .where(asOf.hasHappened(ReferralSource.REFERRED_AT))
        .groupBy(ReferralSource.REFERRER_ID.col(), ReferralSource.REFERRED_ID.col())
        .agg(
            ReferralSource.REFERRED_AT.is(min(ReferralSource.REFERRED_AT.col())),
            ReferralSource.CONVERTED_AT.is(max(convertedAt)));
  }

  private static Column firstReferrer() {
    Column order = struct(ReferralSource.REFERRED_AT.col(), ReferralSource.REFERRER_ID.col());
    return min_by(ReferralSource.REFERRER_ID.col(), when(not(SELF), order))
        .over(Window.partitionBy(ReferralSource.REFERRED_ID.col()));
  }

  private static Column day() {
    return to_date(ReferralSource.REFERRED_AT.col());
  }

  /** False where the person never bought. */
  private static Column firstOrder(Column condition) {
    return coalesce(condition, lit(false));
  }
}
