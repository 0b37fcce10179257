package dev.dangol.features.referrals;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.PairColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.ReferralSource;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Links from people who refer others up to their own referrers. Each person has one referrer at
 * most, so there is one way up, and following it never makes more rows than there are such people.
 */
final class ReferralLinks {
  private ReferralLinks() {}

  /** One row per person who was referred and refers others, with their referrer. */
  static Dataset<Row> of(Dataset<Row> pairs) {
    Dataset<Row> leading = pairs.where(PairColumns.LEADS.col());
    Dataset<Row> referrers =
        leading.select(SharedColumns.CUSTOMER_ID.is(ReferralSource.REFERRER_ID.col())).distinct();
    return leading
        .select(
            SharedColumns.CUSTOMER_ID.is(ReferralSource.REFERRED_ID.col()),
            PairColumns.PARENT.is(ReferralSource.REFERRER_ID.col()))
        .join(referrers, SharedColumns.CUSTOMER_ID.name(), "left_semi");
  }

  /**
   * The links with the referrer in {@code ancestor(1)}, that one's referrer in the next, and so on.
   */
  static Dataset<Row> ancestors(Dataset<Row> links, int steps) {
    Dataset<Row> walk =
        links.select(
            SharedColumns.CUSTOMER_ID.col(), PairColumns.ancestor(1).is(PairColumns.PARENT.col()));
    for (int step = 2; step <= steps; step++) {
      Dataset<Row> up =
          links.select(
              PairColumns.ancestor(step - 1).is(SharedColumns.CUSTOMER_ID.col()),
              PairColumns.ancestor(step).is(PairColumns.PARENT.col()));
      walk = walk.join(up, PairColumns.ancestor(step - 1).name(), "left");
    }
    return walk;
  }

  /**
   * One row per member of a ring of so many people at most: a person among their own ancestors. All
   * members of a ring refer and were referred, so no other person is looked at.
   */
  static Dataset<Row> inRings(Dataset<Row> links, int longest) {
    Column found = lit(false);
    for (int step = 2; step <= longest; step++) {
      Column closes = PairColumns.ancestor(step).col().equalTo(SharedColumns.CUSTOMER_ID.col());
      found = found.or(coalesce(closes, lit(false)));
    }
    return ancestors(links, longest).where(found).select(SharedColumns.CUSTOMER_ID.col());
  }
}
