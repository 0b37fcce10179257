package dev.dangol.ranks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ValueCountsTest {
  @Test
  void places_are_those_of_the_sorted_values_with_ties_and_both_signs() {
    double[] values = {3, -1, 0.0, -0.0, 3, 1e300, -1e300, 0.1, 0.1000000001};
    ValueDistribution spread = new ValueDistribution(tally(values));
    assertThat(spread.measuredCount()).isEqualTo(values.length);
    for (double value : values) {
      long below = DoubleStream.of(values).filter(other -> other < value).count();
      long upTo = DoubleStream.of(values).filter(other -> other <= value).count();
      assertThat(List.of(spread.below(value), spread.upTo(value))).containsExactly(below, upTo);
    }
    assertThat(spread.median()).hasValue(0.1);
    assertThat(spread.below(2)).isEqualTo(6);
    assertThat(spread.anyAboveZero()).isTrue();
    assertThat(new ValueDistribution(tally(0, -1)).anyAboveZero()).isFalse();
    assertThat(new ValueDistribution(new ValueCounts()).median()).isEmpty();
  }

  @Test
  void very_many_different_values_become_fewer_and_whatever_the_parts_the_same() {
    SplittableRandom random = new SplittableRandom(7);
    double[] values = random.doubles(400_000).map(value -> value * 1000).toArray();
    ValueCounts whole = tally(values);
    ValueCounts parts = new ValueCounts();
    for (int part = 4; part >= 0; part--) {
      ValueCounts own = new ValueCounts();
      for (int place = part * 80_000; place < (part + 1) * 80_000; place++) {
        own.add(values[place]);
      }
      parts.add(own.keys(), own.counts(), own.dropped());
    }
    assertThat(parts.keys()).isEqualTo(whole.keys()).hasSizeBetween(60_000, 131_072);
    assertThat(parts.counts()).isEqualTo(whole.counts());
    double exact = DoubleStream.of(values).filter(other -> other < 500).count() / 400_000.0;
    assertThat(new ValueDistribution(whole).midRank(500)).isBetween(exact - 1e-4, exact + 1e-4);
  }

  private static ValueCounts tally(double... values) {
    ValueCounts tally = new ValueCounts();
    DoubleStream.of(values).forEach(tally::add);
    return tally;
  }
}
