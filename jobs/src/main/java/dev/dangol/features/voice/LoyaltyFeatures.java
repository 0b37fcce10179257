package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.lower;

import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.LineColumns;
import dev.dangol.table.features.LoyaltyColumns;
import dev.dangol.table.sources.LoyaltySource;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Features of the loyalty programme: membership, points earned and redeemed, benefits. */
public final class LoyaltyFeatures {
  private LoyaltyFeatures() {}

  /** The family that is folded over movements. */
  public static FoldedFamily folded() {
    return new LoyaltyFold();
  }

  /** The measures of each customer with a movement in the programme. */
  public static FeatureFamily family() {
    return new FeatureFamily(
        Sources.LOYALTY,
        List.of(
            FeatureMeasure.foldedCount(LoyaltyColumns.LOYALTY_MEMBER),
            FeatureMeasure.foldedCount(LoyaltyColumns.LOYALTY_EARNED, LoyaltySource.AMOUNT),
            FeatureMeasure.foldedCount(LoyaltyColumns.LOYALTY_REDEEMED, LoyaltySource.AMOUNT),
            FeatureMeasure.foldedCount(LoyaltyColumns.LOYALTY_BENEFITS, LoyaltySource.AMOUNT)));
  }

  /** The movements by the day, as their cursor reads them. */
  static Dataset<Row> rows(Dataset<Row> loyalty, FeatureContext measuring) {
    Column kind = lower(LoyaltySource.KIND.col());
    Map<Long, Column> bits = new LinkedHashMap<>();
    for (int place = 0; place < LoyaltyFold.KINDS.size(); place++) {
      bits.put(1L << place, kind.equalTo(LoyaltyFold.KINDS.get(place)));
    }
    return new TalkRows(measuring.asOf(), LoyaltySource.OCCURRED_AT)
        .of(
            loyalty,
            bits,
            Map.of(LineColumns.AMOUNT_UNITS, MoneyArithmetic.units(LoyaltySource.AMOUNT.col())));
  }
}
