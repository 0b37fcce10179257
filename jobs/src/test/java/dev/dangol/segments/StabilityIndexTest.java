package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.segments.kmeans.BlockBuilder;
import dev.dangol.segments.kmeans.BlockPart;
import dev.dangol.segments.kmeans.RowBlock;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StabilityIndexTest {
  @Test
  void the_same_shares_have_not_moved_whatever_the_number_of_customers() {
    assertThat(StabilityIndex.of(List.of(50L, 30L, 20L), List.of(50L, 30L, 20L))).isZero();
    assertThat(StabilityIndex.of(List.of(500_000L, 300_000L), List.of(5_000L, 3_000L)))
        .isCloseTo(0, within(1e-6));
  }

  /** (0.4 − 0.5) · ln 0.8 + (0.6 − 0.5) · ln 1.2, by hand: 0.0405. */
  @Test
  void the_index_is_the_sum_over_bins_of_the_difference_times_the_logarithm_of_the_ratio() {
    double index =
        StabilityIndex.of(List.of(5_000_000L, 5_000_000L), List.of(4_000_000L, 6_000_000L));

    assertThat(index).isCloseTo(0.0405465, within(1e-6));
  }

  @Test
  void an_empty_bin_keeps_the_index_finite() {
    assertThat(StabilityIndex.of(List.of(10L, 0L), List.of(0L, 10L))).isFinite().isGreaterThan(1);
    assertThat(StabilityIndex.of(List.of(), List.of())).isZero();
  }

  @Test
  void bins_are_deciles_each_once_and_one_for_the_missing() {
    double[] values = IntStream.rangeClosed(1, 100).mapToDouble(i -> i <= 50 ? 0 : i).toArray();

    FeatureHistogram histogram = FeatureHistogram.of(survey(values, 7), 0);

    assertThat(histogram.edges().get(0)).isZero();
    assertThat(histogram.edges()).doesNotHaveDuplicates().isSorted().hasSizeLessThanOrEqualTo(9);
    assertThat(histogram.counts().get(0)).isEqualTo(50);
    assertThat(histogram.counts().get(histogram.counts().size() - 1)).isEqualTo(7);
    assertThat(histogram.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(107);
  }

  @Test
  void other_customers_are_counted_in_the_same_bins() {
    FeatureHistogram before =
        FeatureHistogram.of(survey(DoubleStream.iterate(0, i -> i + 1).limit(100).toArray(), 0), 0);

    FeatureHistogram now = before.again(survey(new double[] {-1e9, 1e9, 1e9}, 1), 0);

    assertThat(now.edges()).isEqualTo(before.edges());
    assertThat(now.counts().get(0)).isEqualTo(1);
    assertThat(now.counts().get(now.edges().size())).isEqualTo(2);
    assertThat(now.counts().get(now.edges().size() + 1)).isEqualTo(1);
  }

  private static FeatureStatistics survey(double[] values, int missing) {
    BlockBuilder block = new BlockBuilder(1);
    DoubleStream.concat(
            DoubleStream.of(values), DoubleStream.generate(() -> Double.NaN).limit(missing))
        .forEach(value -> block.add(BlockPart.FIRST, new double[] {value}));
    RowBlock raw = block.build();
    return FeatureStatistics.total(1, List.of(FeatureStatistics.of(raw)));
  }
}
