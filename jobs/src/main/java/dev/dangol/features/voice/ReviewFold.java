package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.CustomerReview;
import dev.dangol.features.fold.DeliveredLine;
import dev.dangol.features.fold.ExactSum;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.WindowRings;
import dev.dangol.features.measure.ContactColumns;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.OpinionColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reviews of a customer as known on the day: their number, ratings, length and helpful votes. The
 * trend is the latest rating less the mean of those before; of several at one moment the lowest is
 * the latest.
 *
 * @param windows in days
 * @param middle ratings below it are low
 * @param rule whether reviews are verified, and whether others count
 */
record ReviewFold(List<Integer> windows, double middle, VerificationRule rule)
    implements FoldedFamily {
  private static final int DIGITS = 9;

  ReviewFold {
    windows = List.copyOf(windows);
  }

  @Override
  public List<Field> fields() {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                FeatureColumns.REVIEWS_LIFETIME,
                FeatureColumns.RATING_MEAN,
                FeatureColumns.RATING_SPREAD,
                OpinionColumns.RATING_TREND,
                FeatureColumns.LOW_RATINGS_LIFETIME,
                OpinionColumns.VERIFIED_SHARE,
                FeatureColumns.REVIEW_LENGTH_MEAN,
                FeatureColumns.HELPFUL_VOTES_LIFETIME,
                ContactColumns.REVIEWED_ON));
    Stream.of(windows).flatMap(List::stream).map(OpinionColumns::reviews).forEach(fields::add);
    return fields;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new ReviewAccumulator(this, asOf);
  }

  /** Accumulator of the reviews of one customer. */
  private static final class ReviewAccumulator implements CustomerAccumulator {
    private final ReviewFold fold;
    private final WindowRings rings;
    private final BoughtProducts bought;
    private final ContactDays written;
    private final ExactSum ratings = new ExactSum();
    private final long[] counts;
    private double least;
    private double most;
    private double latest;
    private long latestAt;
    private long low;
    private long verified;
    private long texts;
    private long length;
    private long votes;

    ReviewAccumulator(ReviewFold fold, int asOf) {
      this.fold = fold;
      this.rings = new WindowRings(asOf, fold.windows());
      this.bought = new BoughtProducts(fold.rule());
      this.written = new ContactDays(asOf);
      this.counts = new long[rings.size()];
    }

    @Override
    public void begin() {
      bought.clear();
      written.clear();
      ratings.clear();
      Arrays.fill(counts, 0);
      least = Double.POSITIVE_INFINITY;
      most = Double.NEGATIVE_INFINITY;
      latestAt = Long.MIN_VALUE;
      low = 0;
      verified = 0;
      texts = 0;
      length = 0;
      votes = 0;
    }

    @Override
    public void delivery(DeliveredLine line) {
      bought.add(line);
    }

    @Override
    public void review(CustomerReview review) {
      if (!review.isKnown(FoldedDay.DESCRIBED) || !bought.admits(review)) {
        return;
      }
      counts[rings.of(review.day())]++;
      written.mark(review.day());
      rate(review);
      verified += bought.verifies(review) ? 1 : 0;
      if (review.length() != CustomerReview.UNKNOWN) {
        texts++;
        length += review.length();
      }
      if (review.helpfulVotes() != CustomerReview.UNKNOWN) {
        votes = Math.addExact(votes, review.helpfulVotes());
      }
    }

    private void rate(CustomerReview review) {
      double rating = review.rating();
      ratings.add(review.ratingUnits());
      least = Math.min(least, rating);
      most = Math.max(most, rating);
      low += rating < fold.middle() ? 1 : 0;
      if (review.moment() > latestAt || (review.moment() == latestAt && rating < latest)) {
        latestAt = review.moment();
        latest = rating;
      }
    }

    @Override
    public void end(FoldedCells cells) {
      long number = rings.sum(counts, 0);
      double sum = ratings.value(DIGITS).doubleValue();
      cells.count(number);
      cells.numberOrNone(number > 0, () -> sum / number);
      cells.numberOrNone(number > 0, () -> most - least);
      cells.numberOrNone(number > 1, () -> latest - (sum - latest) / (number - 1));
      cells.count(low);
      cells.numberOrNone(number > 0 && fold.rule().isMarked(), () -> (double) verified / number);
      cells.numberOrNone(texts > 0, () -> (double) length / texts);
      cells.count(votes);
      cells.days(written.days());
      fold.windows().forEach(window -> cells.count(rings.sum(counts, 0, window)));
    }
  }
}
