package dev.dangol.features;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.Columns;
import dev.dangol.table.PairColumns;
import dev.dangol.table.Referrals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rings among the referrals that lead: people whose referrers, followed upwards, are themselves.
 * Since each person has one referrer at most, there is one way up, and every step of the search
 * holds a row per person at most. A ring can only be of people who refer and were referred, so
 * nobody else is looked at.
 */
final class ReferralRings {
  private ReferralRings() {}

  /** One row per person who was referred and refers others himself, with his referrer. */
  static Dataset<Row> links(Dataset<Row> pairs) {
    Dataset<Row> leading = pairs.where(PairColumns.LEADS.col());
    Dataset<Row> referrers =
        leading.select(Columns.CUSTOMER_ID.is(Referrals.REFERRER_ID.col())).distinct();
    return leading
        .select(
            Columns.CUSTOMER_ID.is(Referrals.REFERRED_ID.col()),
            PairColumns.PARENT.is(Referrals.REFERRER_ID.col()))
        .join(referrers, Columns.CUSTOMER_ID.name(), "left_semi");
  }

  /** One row per member of a ring of so many people at most. */
  static Dataset<Row> members(Dataset<Row> links, int longest) {
    Dataset<Row> up =
        links.select(PairColumns.ANCESTOR.is(Columns.CUSTOMER_ID.col()), PairColumns.PARENT.col());
    Column closes = PairColumns.PARENT.col().equalTo(Columns.CUSTOMER_ID.col());
    Dataset<Row> walk =
        links.select(
            Columns.CUSTOMER_ID.col(),
            PairColumns.ANCESTOR.is(PairColumns.PARENT.col()),
            PairColumns.IN_RING.is(lit(false)));
    for (int length = 2; length <= longest; length++) {
      walk =
          walk.join(up, PairColumns.ANCESTOR.name(), "inner")
              .select(
                  Columns.CUSTOMER_ID.col(),
                  PairColumns.ANCESTOR.is(PairColumns.PARENT.col()),
                  PairColumns.IN_RING.is(PairColumns.IN_RING.col().or(closes)));
    }
    return walk.where(PairColumns.IN_RING.col()).select(Columns.CUSTOMER_ID.col());
  }
}
