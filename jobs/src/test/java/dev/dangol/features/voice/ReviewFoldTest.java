package dev.dangol.features.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.CustomerReview;
import dev.dangol.features.fold.ExactSum;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedRows;
import dev.dangol.features.fold.GivenLine;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.OpinionColumns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class ReviewFoldTest {
  private static final int DAY = (int) LocalDate.of(2026, 3, 31).toEpochDay();
  private static final long BOTH = FoldedDay.DESCRIBED.known() | FoldedDay.EARLIER.known();

  private final FoldedRows rows = new FoldedRows(LocalDate.of(2026, 3, 31));

  @Test
  void the_lowest_of_the_latest_moment_is_held_against_all_before() {
    rows.rate(new GivenReview(DAY - 40, 5, 7, 3, "p", BOTH));
    rows.rate(new GivenReview(DAY, 4, CustomerReview.UNKNOWN, CustomerReview.UNKNOWN, null, BOTH));
    rows.rate(new GivenReview(DAY, 2, 4, 1, "q", BOTH));
    rows.rate(new GivenReview(DAY, 1, 4, 1, "q", FoldedDay.EARLIER.known()));
    rows.deliver(GivenLine.on(DAY - 41).about("tea", "p"));
    rows.deliver(GivenLine.on(DAY + 1).about("tea", "q"));
    Map<Field, Object> measured = rows.of(fold(new VerificationRule(true, false)));
    assertThat(measured)
        .containsEntry(FeatureColumns.REVIEWS_LIFETIME, 3L)
        .containsEntry(FeatureColumns.RATING_MEAN, 11.0 / 3)
        .containsEntry(FeatureColumns.RATING_SPREAD, 3.0)
        .containsEntry(OpinionColumns.RATING_TREND, 2 - 4.5)
        .containsEntry(FeatureColumns.LOW_RATINGS_LIFETIME, 1L)
        .containsEntry(OpinionColumns.VERIFIED_SHARE, 1.0 / 3)
        .containsEntry(FeatureColumns.REVIEW_LENGTH_MEAN, 5.5)
        .containsEntry(FeatureColumns.HELPFUL_VOTES_LIFETIME, 4L)
        .containsEntry(OpinionColumns.reviews(30), 2L);
    Map<Field, Object> bought = rows.of(fold(new VerificationRule(true, true)));
    assertThat(bought)
        .containsEntry(FeatureColumns.REVIEWS_LIFETIME, 1L)
        .containsEntry(OpinionColumns.RATING_TREND, null);
    assertThat(rows.of(fold(new VerificationRule(false, false))))
        .containsEntry(OpinionColumns.VERIFIED_SHARE, null);
    assertThat(rows.twice(fold(new VerificationRule(true, false))))
        .containsEntry(FeatureColumns.REVIEWS_LIFETIME, 0L)
        .containsEntry(FeatureColumns.RATING_MEAN, null);
  }

  @Test
  void sums_are_exact_beyond_a_long() {
    Random random = new Random(3);
    ExactSum sum = new ExactSum();
    BigInteger expected = BigInteger.ZERO;
    for (int number = 0; number < 1_000; number++) {
      long next = random.nextLong() / (number % 7 + 2);
      sum.add(next);
      expected = expected.add(BigInteger.valueOf(next));
    }
    assertThat(sum.value(9)).isEqualByComparingTo(new BigDecimal(expected, 9));
    assertThat(sum.value(9).doubleValue()).isEqualTo(new BigDecimal(expected, 9).doubleValue());
  }

  private static ReviewFold fold(VerificationRule rule) {
    return new ReviewFold(List.of(30), 3, rule);
  }

  /** Review that a test gives, written at noon. */
  private record GivenReview(
      int day, double rating, long length, long helpfulVotes, String about, long state)
      implements CustomerReview {
    @Override
    public long moment() {
      return day * 86_400_000_000L + 43_200_000_000L;
    }

    @Override
    public long ratingUnits() {
      return Math.round(rating * 1e9);
    }

    @Override
    public long scaledUnits() {
      return Math.round((rating - 1) / 4 * 1e12);
    }

    @Override
    public UTF8String product() {
      return UTF8String.fromString(about);
    }

    @Override
    public boolean isKnown(FoldedDay on) {
      return (state & on.known()) != 0;
    }
  }
}
