package dev.dangol.features.satisfaction;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.CustomerReview;
import dev.dangol.features.fold.DeliveredLine;
import dev.dangol.features.fold.ExactSum;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.voice.BoughtProducts;
import dev.dangol.features.voice.VerificationRule;
import dev.dangol.table.Field;
import dev.dangol.table.features.SatisfactionColumns;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;

/**
 * Experience of a customer from their ratings as known on a day. It is the mean of all of them on
 * the scale from 0 to 1, that of those before the latest, and the days of low ones. Of several at
 * one moment the highest is the latest.
 *
 * @param day the day of the pass by which reviews are known
 * @param middle ratings below it are low
 * @param rule whether reviews that are not verified count
 */
record ReviewExperienceFold(FoldedDay day, double middle, VerificationRule rule)
    implements FoldedFamily {
  private static final int DIGITS = 12;

  private static final List<Field> FIELDS =
      List.of(
          SatisfactionColumns.RATING, SatisfactionColumns.PAST_RATING, ExperienceColumns.LOW_ON);

  @Override
  public List<Field> fields() {
    return FIELDS.stream().map(day::of).toList();
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new RatingAccumulator(this);
  }

  /** Accumulator of the ratings of one customer. */
  private static final class RatingAccumulator implements CustomerAccumulator {
    private final ReviewExperienceFold fold;
    private final BoughtProducts bought;
    private final ExactSum ratings = new ExactSum();
    private final TreeSet<Integer> lowOn = new TreeSet<>();
    private long number;
    private long latest;
    private long latestAt;
    private boolean scaled;

    RatingAccumulator(ReviewExperienceFold fold) {
      this.fold = fold;
      this.bought = new BoughtProducts(fold.rule());
    }

    @Override
    public void begin() {
      bought.clear();
      ratings.clear();
      lowOn.clear();
      number = 0;
      latestAt = Long.MIN_VALUE;
      scaled = true;
    }

    @Override
    public void delivery(DeliveredLine line) {
      if (fold.rule().isRequired()) {
        bought.add(line);
      }
    }

    @Override
    public void review(CustomerReview review) {
      if (!review.isKnown(fold.day()) || !bought.admits(review)) {
        return;
      }
      number++;
      if (review.rating() < fold.middle()) {
        lowOn.add(review.day());
      }
      long units = review.scaledUnits();
      scaled = units != CustomerReview.UNKNOWN;
      if (scaled) {
        ratings.add(units);
        if (review.moment() > latestAt || (review.moment() == latestAt && units > latest)) {
          latestAt = review.moment();
          latest = units;
        }
      }
    }

    @Override
    public void end(FoldedCells cells) {
      BigDecimal sum = ratings.value(DIGITS);
      BigDecimal past = sum.subtract(BigDecimal.valueOf(latest, DIGITS));
      cells.numberOrNone(number > 0 && scaled, () -> sum.doubleValue() / number);
      cells.numberOrNone(number > 1 && scaled, () -> past.doubleValue() / (number - 1));
      cells.days(lowOn);
    }
  }
}
