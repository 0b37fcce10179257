package dev.dangol.ranks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class GroupValueCountsTest {
  private static final List<String> GROUPS = List.of("tea", "차 🍵", "");

  @Test
  void ranks_are_those_within_the_group_however_the_values_are_parted() {
    Random random = new Random(11);
    int[] groups = random.ints(3_000, 0, 3).toArray();
    double[] values = random.ints(3_000, -20, 20).asDoubleStream().toArray();
    GroupValueCounts one = counted(groups, values, 0, 3_000);
    GroupValueCounts two = counted(groups, values, 2_000, 3_000).settled();
    two.addAll(counted(groups, values, 0, 2_000));
    for (int place = 0; place < 200; place++) {
      int group = groups[place];
      double value = values[place];
      double expected =
          (count(groups, values, group, value, true) + count(groups, values, group, value, false))
              / 2.0
              / count(groups, values, group, Double.MAX_VALUE, true);
      UTF8String name = text(group);
      assertThat(one.ranks().midRank(name, value)).isCloseTo(expected, within(1e-12));
      assertThat(two.ranks().midRank(name, value)).isEqualTo(one.ranks().midRank(name, value));
    }
  }

  private static GroupValueCounts counted(int[] groups, double[] values, int from, int to) {
    GroupValueCounts counts = new GroupValueCounts();
    for (int place = from; place < to; place++) {
      counts.add(text(groups[place]), values[place]);
    }
    return counts;
  }

  private static long count(
      int[] groups, double[] values, int group, double bound, boolean isIncluded) {
    return IntStream.range(0, groups.length)
        .filter(place -> groups[place] == group)
        .filter(place -> isIncluded ? values[place] <= bound : values[place] < bound)
        .count();
  }

  private static UTF8String text(int group) {
    return UTF8String.fromString(GROUPS.get(group));
  }
}
