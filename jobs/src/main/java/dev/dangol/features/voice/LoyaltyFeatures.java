package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.Field;
import dev.dangol.table.features.LoyaltyColumns;
import dev.dangol.table.sources.LoyaltySource;
import dev.dangol.table.sources.Sources;
import java.util.List;
import org.apache.spark.sql.Column;

/** Features of the loyalty programme: membership, points earned and redeemed, benefits. */
public final class LoyaltyFeatures {
  private static final Column KIND = lower(LoyaltySource.KIND.col());
  private static final Object[] TAKES_PART = {"join", "earn", "redeem", "benefit"};

  private LoyaltyFeatures() {}

  /** The measures of each customer with a movement in the programme. */
  public static FeatureFamily family() {
    return new FeatureFamily(
        Sources.LOYALTY,
        List.of(
            FeatureMeasure.countOf(LoyaltyColumns.LOYALTY_MEMBER, day -> member()),
            worth(LoyaltyColumns.LOYALTY_EARNED, "earn"),
            worth(LoyaltyColumns.LOYALTY_REDEEMED, "redeem"),
            worth(LoyaltyColumns.LOYALTY_BENEFITS, "benefit")));
  }

  /** A customer who leaves at the very moment of something else has left. */
  private static Column member() {
    Column in = max(when(KIND.isin(TAKES_PART), LoyaltySource.OCCURRED_AT.col()));
    Column out = max(when(KIND.equalTo("leave"), LoyaltySource.OCCURRED_AT.col()));
    return coalesce(in.gt(out), in.isNotNull());
  }

  private static FeatureMeasure worth(Field field, String kind) {
    Column amounts = sum(when(KIND.equalTo(kind), LoyaltySource.AMOUNT.col()));
    return FeatureMeasure.countOf(field, day -> coalesce(amounts, lit(0)), LoyaltySource.AMOUNT);
  }
}
