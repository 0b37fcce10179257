package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BucketChoiceTest {
  private static final long MB = 1L << 20;
  private static final OptionalInt NONE = OptionalInt.empty();

  private final BucketChoice bySize = new BucketChoice(NONE, 32);

  @Test
  void a_small_table_is_one_file_whatever_is_configured_or_beside_it() {
    assertThat(bySize.of(0, 0, NONE)).isOne();
    assertThat(bySize.of(8 * MB, 10_000 * MB, OptionalInt.of(16))).isOne();
    assertThat(new BucketChoice(OptionalInt.of(32), 2).of(MB, MB, NONE)).isOne();
  }

  @Test
  void large_tables_have_as_many_buckets_as_spark_makes_parts_by_the_largest_of_them() {
    assertThat(bySize.of(9 * MB, 9 * MB, NONE)).isEqualTo(9);
    assertThat(bySize.of(9 * MB, 300 * MB, NONE)).isEqualTo(32);
    assertThat(bySize.of(300 * MB, 300 * MB, NONE)).isEqualTo(32);
    assertThat(bySize.of(6400 * MB, 6400 * MB + 1, NONE)).isEqualTo(101);
    assertThat(new BucketChoice(NONE, 1).of(9 * MB, 9 * MB, NONE)).isOne();
    assertThat(new BucketChoice(OptionalInt.of(3), 2).of(9 * MB, 300 * MB, NONE)).isEqualTo(3);
  }

  @Test
  void a_table_keeps_its_buckets_until_they_are_far_too_many_or_few() {
    assertThat(bySize.of(300 * MB, 300 * MB, OptionalInt.of(8))).isEqualTo(8);
    assertThat(bySize.of(300 * MB, 300 * MB, OptionalInt.of(128))).isEqualTo(128);
    assertThat(bySize.of(300 * MB, 300 * MB, OptionalInt.of(7))).isEqualTo(32);
    assertThat(bySize.of(9 * MB, 300 * MB, OptionalInt.of(1))).isEqualTo(32);
  }
}
