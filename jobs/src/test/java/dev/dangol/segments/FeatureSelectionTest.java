package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.segments.kmeans.BlockBuilder;
import dev.dangol.segments.kmeans.BlockPart;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class FeatureSelectionTest {
  private static final List<String> NAMES = List.of("first", "alike", "opposite", "other", "same");

  @Test
  void of_features_that_say_much_the_same_only_the_first_is_used() {
    FeatureSelection selection = selection(100, 0.9);

    assertThat(selection.preparation().names()).containsExactly("first", "other");
    assertThat(selection.leftOut()).containsOnlyKeys("alike", "opposite", "same");
    assertThat(selection.leftOut().get("opposite"))
        .matches("it says much the same as first, with a correlation of -(0.9\\d|1.00)");
    assertThat(selection.leftOut().get("same"))
        .isEqualTo("every customer who has a value has the same one");
  }

  @Test
  void a_bound_of_one_leaves_only_the_constant_out() {
    assertThat(selection(100, 1).preparation().names())
        .containsExactly("first", "alike", "opposite", "other");
  }

  @Test
  void few_customers_prove_no_correlation() {
    assertThat(selection(FeatureScaling.FEWEST - 1, 0.9).leftOut()).containsOnlyKeys("same");
  }

  @Test
  void the_correlation_is_that_of_commons_math() {
    Random random = new Random(3);
    BlockBuilder block = new BlockBuilder(2);
    double[] x = random.doubles(50).toArray();
    double[] y = new double[50];
    for (int i = 0; i < 50; i++) {
      y[i] = 1e6 + x[i] + random.nextGaussian();
      block.add(BlockPart.FIRST, new double[] {x[i], y[i]});
    }

    assertThat(PearsonCorrelation.of(block.build(), 0, 1))
        .isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-9));
  }

  private static FeatureSelection selection(int customers, double maxCorrelation) {
    Random random = new Random(5);
    BlockBuilder block = new BlockBuilder(NAMES.size());
    for (int i = 0; i < customers; i++) {
      double first = 10 + random.nextGaussian();
      double noise = random.nextGaussian();
      block.add(
          BlockPart.FIRST,
          new double[] {first, first + 0.1 * noise, 20 - first, 10 + random.nextGaussian(), 7});
    }
    FeatureStatistics survey =
        FeatureStatistics.total(NAMES.size(), List.of(FeatureStatistics.of(block.build())));
    return FeatureSelection.of(new MeasureColumns(NAMES, NAMES, List.of()), survey, maxCorrelation);
  }
}
