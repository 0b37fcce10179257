package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.segments.kmeans.BlockBuilder;
import dev.dangol.segments.kmeans.BlockPart;
import dev.dangol.segments.kmeans.RowBlock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeaturePreparationTest {
  private static final int FEATURES = 10;

  @Test
  void whoever_is_extreme_in_one_feature_is_set_aside() {
    RowBlock raw = shopWithExtremes(4);

    RowBlock scaled = preparation(raw).scaled(raw);

    assertThat(scaled.rows()).isEqualTo(96);
    assertThat(IntStream.range(0, scaled.width()).mapToDouble(i -> scaled.at(0, i)))
        .allMatch(Double::isFinite);
  }

  @Test
  void where_everyone_is_extreme_in_something_nobody_is_set_aside() {
    RowBlock raw = shopWithExtremes(40);

    assertThat(preparation(raw).scaled(raw).rows()).isEqualTo(100);
  }

  @Test
  void halves_stay_halves() {
    RowBlock raw = shopWithExtremes(4);

    RowBlock scaled = preparation(raw).scaled(raw);

    assertThat(raw.split()).isEqualTo(50);
    assertThat(scaled.split()).isEqualTo(48);
  }

  /** A hundred customers, of which some are far out in one feature each. */
  private static RowBlock shopWithExtremes(int extremes) {
    BlockBuilder block = new BlockBuilder(FEATURES);
    for (int i = 0; i < 100; i++) {
      int customer = i;
      double[] row =
          IntStream.range(0, FEATURES).mapToDouble(f -> 10 + (customer * (f + 3)) % 7).toArray();
      if (i % 25 < extremes / 4) {
        row[i % FEATURES] = 1e12;
      }
      block.add(i < 50 ? BlockPart.FIRST : BlockPart.SECOND, row);
    }
    return block.build();
  }

  private static FeaturePreparation preparation(RowBlock raw) {
    List<String> names = IntStream.range(0, FEATURES).mapToObj(i -> "f" + i).toList();
    FeatureStatistics survey =
        FeatureStatistics.total(FEATURES, List.of(FeatureStatistics.of(raw)));
    return FeatureSelection.of(new MeasureColumns(names, names, List.of()), survey, 1)
        .preparation();
  }
}
