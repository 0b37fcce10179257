package dev.dangol.value.learned;

import java.io.Serializable;

/**
 * Net sales to expect of customers, by a learned score as it was calibrated.
 *
 * @param score the score that orders customers
 * @param curve from the score to the net sales of a span
 * @param factor from the net sales of a span to those of the months looked ahead, discounted
 */
public record LearnedForecast(CustomerScore score, AmountCurve curve, double factor)
    implements Serializable {

  /** Score of a customer by their features, higher for more. */
  public interface CustomerScore extends Serializable {
    /**
     * The score.
     *
     * @param features as {@link CustomerPast#features} gives them
     */
    double of(double[] features);
  }

  /**
   * Average of two percentile ranks, of learned scores and of past net sales, 0 to 1.
   *
   * @param model gives the learned score
   * @param scores the learned scores that are ranked among
   * @param spend the net sales that are ranked among
   */
  public record AverageRank(LearnedSales model, RankScale scores, RankScale spend)
      implements CustomerScore {
    @Override
    public double of(double[] features) {
      double learned = scores.rank(model.score(features));
      return (learned + spend.rank(SalesFeature.NET_SALES.in(features))) / 2;
    }
  }

  /** Net sales to expect in the months looked ahead, discounted; 0 or more. */
  public double amount(double[] features) {
    return factor * curve.amount(score.of(features));
  }
}
