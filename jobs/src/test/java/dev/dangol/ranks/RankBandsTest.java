package dev.dangol.ranks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The place of a value among four customers who have 1, 2, 3 and 4. */
class RankBandsTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final double THIRD = 1.0 / 3;

  @Test
  void each_band_has_a_third_of_the_way_whatever_its_customers() {
    RankBands bands = new RankBands(List.of(2.0, 4.0), false);

    assertPlaces(bands, 0.5 * THIRD, 1.25 * THIRD, 1.75 * THIRD, 2.5 * THIRD);
    assertThat(four().place(9, bands)).as("above all").isCloseTo(1, CLOSE);
    assertThat(four().place(-1, bands)).as("below all").isCloseTo(0, CLOSE);
  }

  @Test
  void where_less_is_better_the_smallest_value_has_the_highest_place() {
    assertPlaces(
        new RankBands(List.of(3.0, 1.0), true),
        2.5 * THIRD,
        1.75 * THIRD,
        1.25 * THIRD,
        0.5 * THIRD);
  }

  @Test
  void cut_points_that_are_one_value_leave_the_middle_empty() {
    assertPlaces(
        new RankBands(List.of(3.0, 3.0), false),
        0.25 * THIRD,
        0.75 * THIRD,
        2.25 * THIRD,
        2.75 * THIRD);
  }

  @Test
  void a_band_that_no_value_reaches_is_never_entered() {
    RankBands half = new RankBands(List.of(2.0, Double.NaN), false);
    RankBands none = new RankBands(List.of(Double.NaN, Double.NaN), false);

    assertThat(four().place(4, half)).isCloseTo((1 + 2.5 / 3) / 3, CLOSE);
    assertPlaces(none, 0.125 * THIRD, 0.375 * THIRD, 0.625 * THIRD, 0.875 * THIRD);
  }

  @Test
  void customers_who_are_all_alike_share_the_middle_of_their_band() {
    ValueCounts alike = new ValueCounts();
    for (int customer = 0; customer < 5; customer++) {
      alike.add(7);
    }
    RankBands bands = new RankBands(List.of(5.0, 9.0), false);

    assertThat(new ValueDistribution(alike).place(7, bands)).isCloseTo(0.5, CLOSE);
  }

  private static void assertPlaces(RankBands bands, double... places) {
    for (int place = 0; place < places.length; place++) {
      assertThat(four().place(place + 1, bands))
          .as("of " + (place + 1))
          .isCloseTo(places[place], CLOSE);
    }
  }

  private static ValueDistribution four() {
    ValueCounts counts = new ValueCounts();
    for (double value : new double[] {3, 1, 4, 2}) {
      counts.add(value);
    }
    return new ValueDistribution(counts);
  }
}
