package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.results.ValueColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Score of a customer's fit, 0 to 100, that tells customers of the same points apart.
 *
 * <pre>fit_score = 100 × (criteria + worth) ÷ 2</pre>
 *
 * <p><b>criteria</b> is the mean by weight, over the measured criteria, of (level + place) ÷ 3. The
 * level is 0 for unfit, 1 for viable and 2 for perfect; the place, 0 to 1, is the share of the
 * customers of the same level on it who are worse, and half of those who are alike. So a criterion
 * rises from 0 to a third up to its first cut point, from there to two thirds up to the second, and
 * on to 1.
 *
 * <p><b>worth</b> is the mean of three percentile ranks, 0 to 1: of the net sales that the customer
 * is expected to bring, of those to date, and of the sum of the RFM scores. A prediction leaves out
 * what is singular about a customer, and the past what has changed; their mean errs less than each.
 *
 * <p>What is not known is left out of its mean; where nothing is, there is no score.
 */
final class FitScore {
  private static final int DIGITS = 6;

  /** The sum of the RFM scores. */
  private static final Field RFM = Field.number("_rfm", "The sum of the RFM scores.");

  /** Measures of a customer's worth: the percentile rank of each counts alike. */
  static final List<Field> WORTH =
      List.of(ValueColumns.EXPECTED_NET_SALES, FeatureColumns.NET_SALES_LIFETIME, RFM);

  private FitScore() {}

  /** The measures of worth of the customers, in their order. */
  static List<Column> worth() {
    Column scores =
        RfmColumns.RECENCY_SCORE
            .col()
            .plus(RfmColumns.FREQUENCY_SCORE.col())
            .plus(RfmColumns.MONETARY_SCORE.col());
    return List.of(
        ValueColumns.EXPECTED_NET_SALES.col(),
        FeatureColumns.NET_SALES_LIFETIME.col(),
        RFM.is(scores));
  }

  /** A part of the score, 0 to 1 and null where it is not known, with its weight. */
  record ScorePart(Column value, double weight) {}

  /**
   * The score of each customer.
   *
   * @param criteria the places on the criteria
   * @param standing how customers are spread over {@link #WORTH}
   */
  static Column of(List<ScorePart> criteria, PercentileRanks standing) {
    List<ScorePart> worth = new ArrayList<>();
    WORTH.forEach(field -> worth.add(new ScorePart(standing.midRank(field), 1)));
    Column both = mean(List.of(new ScorePart(mean(criteria), 1), new ScorePart(mean(worth), 1)));
    return round(both.multiply(100), DIGITS);
  }

  /** The mean by weight of the parts that are known; null where none is. */
  private static Column mean(List<ScorePart> parts) {
    Column total = lit(0.0);
    Column weights = lit(0.0);
    for (ScorePart part : parts) {
      total = total.plus(coalesce(part.value().multiply(part.weight()), lit(0.0)));
      weights = weights.plus(when(part.value().isNotNull(), part.weight()).otherwise(0.0));
    }
    return when(weights.gt(0), total.divide(weights));
  }
}
