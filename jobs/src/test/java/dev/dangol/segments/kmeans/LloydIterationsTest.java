package dev.dangol.segments.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LloydIterationsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -7})
  void well_separated_blobs_are_found_exactly(long seed) {
    GaussianBlobs blobs = GaussianBlobs.of(6, 150, 20, seed);

    ClusterCentres centres = LloydIterations.best(blobs.block(), BlockPart.ALL, 6, seed);

    long[][] shared = new long[6][6];
    for (int i = 0; i < blobs.points().size(); i++) {
      shared[blobs.blobs().get(i)][centres.nearest(blobs.points().get(i))]++;
    }
    assertThat(AdjustedRand.index(shared)).isEqualTo(1);
  }

  @Test
  void centres_found_on_a_sample_settle_on_everyone() {
    List<double[]> points = GaussianBlobs.of(4, 1000, 6, 5).points();
    List<RowBlock> blocks =
        IntStream.range(0, 8)
            .mapToObj(i -> GaussianBlobs.block(points.subList(500 * i, 500 * (i + 1))))
            .toList();
    RowBlock sample = RowBlock.join(4, blocks.stream().map(block -> block.head(10)).toList());
    List<ClusterCentres> starts =
        List.of(
            LloydIterations.best(sample, BlockPart.ALL, 4, 1),
            LloydIterations.best(sample, BlockPart.SECOND, 4, 1));
    LockstepModels fit = new LockstepModels(starts, sample, LloydIterations.FINE);

    while (!fit.done()) {
      List<ClusterCentres> running = fit.running();
      fit.advance(blocks.stream().map(block -> CentreSums.of(block, running)).toList());
    }

    RowBlock all = RowBlock.join(4, blocks);
    assertThat(cost(all, fit.models().get(0)))
        .isCloseTo(
            cost(all, LloydIterations.best(all, BlockPart.ALL, 4, 1)), withinPercentage(1e-8));
    assertThat(cost(all, fit.models().get(1)))
        .isCloseTo(
            cost(all, LloydIterations.best(all, BlockPart.SECOND, 4, 1)), withinPercentage(1e-8));
  }

  @Test
  void a_step_is_what_the_definition_says() {
    List<double[]> points = GaussianBlobs.of(3, 500, 2, 5).points();
    RowBlock block = GaussianBlobs.block(points);
    ClusterCentres centres =
        new ClusterCentres(BlockPart.ALL, 4, points.subList(0, 7).toArray(double[][]::new));

    CentreSums sums = CentreSums.of(block, centres);

    double cost = 0;
    double[][] expected = new double[7][4];
    long[] counts = new long[7];
    for (double[] point : points) {
      int nearest = naiveNearest(points.subList(0, 7), point);
      counts[nearest]++;
      cost += naiveDistance(points.get(nearest), point);
      Arrays.setAll(expected[nearest], i -> expected[nearest][i] + point[i]);
    }
    for (int centre = 0; centre < 7; centre++) {
      assertThat(sums.count(centre)).isEqualTo(counts[centre]);
      for (int column = 0; column < 4; column++) {
        assertThat(sums.sum(centre, column)).isCloseTo(expected[centre][column], within(1e-9));
      }
    }
    assertThat(sums.cost()).isCloseTo(cost, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void one_row_and_a_whole_block_are_measured_to_the_same_bits(int width) {
    Random random = new Random(width);
    List<double[]> points =
        Stream.generate(() -> random.doubles(width).toArray()).limit(1201).toList();
    ClusterCentres centres = LloydIterations.best(GaussianBlobs.block(points), BlockPart.ALL, 5, 1);
    NearestCentres nearest = new NearestCentres(GaussianBlobs.block(points), centres);

    int row = 0;
    while (nearest.next()) {
      for (int i = 0; i < nearest.length(); i++, row++) {
        assertThat(nearest.index(i)).isEqualTo(centres.nearest(points.get(row)));
        assertThat(nearest.squaredDistance(i))
            .isEqualTo(centres.squaredDistance(nearest.index(i), points.get(row)));
      }
    }
    assertThat(row).isEqualTo(points.size());
  }

  @Test
  void a_half_is_fitted_as_if_the_other_did_not_exist() {
    GaussianBlobs blobs = GaussianBlobs.of(3, 200, 15, 11);
    RowBlock second = GaussianBlobs.block(blobs.points().subList(300, 600));

    ClusterCentres half = LloydIterations.best(blobs.block(), BlockPart.SECOND, 3, 4);
    ClusterCentres alone = LloydIterations.best(second, BlockPart.ALL, 3, 4);

    assertThat(half.points()).isDeepEqualTo(alone.points());
  }

  @Test
  void there_are_never_more_centres_than_different_rows() {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      points.add(new double[] {i % 3, 1});
    }
    RowBlock block = GaussianBlobs.block(points);

    assertThat(LloydIterations.best(block, BlockPart.ALL, 8, 42).count()).isEqualTo(3);
    assertThat(LloydIterations.differentRows(block, 8)).isEqualTo(3);
    assertThat(LloydIterations.differentRows(block, 2)).isEqualTo(2);
  }

  @Test
  void a_centre_without_rows_moves_to_the_loneliest_row() {
    RowBlock block =
        GaussianBlobs.block(List.of(new double[] {0}, new double[] {1}, new double[] {9}));
    ClusterCentres centres = new ClusterCentres(BlockPart.ALL, 1, new double[][] {{3}, {1000}});

    ClusterCentres moved = LloydIterations.move(centres, CentreSums.of(block, centres), block);

    assertThat(moved.point(1)).containsExactly(9);
  }

  @Test
  void the_cost_never_rises_from_step_to_step() {
    RowBlock block = GaussianBlobs.of(5, 200, 2, 21).block();
    LockstepModels fit =
        new LockstepModels(
            List.of(StartingCentres.of(block, BlockPart.ALL, 6, new Random(3))),
            block,
            LloydIterations.FINE);
    double cost = Double.POSITIVE_INFINITY;
    while (!fit.done()) {
      CentreSums sums = CentreSums.of(block, fit.running()).get(0);
      assertThat(sums.cost()).isLessThanOrEqualTo(cost);
      cost = sums.cost();
      fit.advance(List.of(List.of(sums)));
    }
  }

  private static double cost(RowBlock block, ClusterCentres centres) {
    return CentreSums.of(block, centres).cost();
  }

  private static int naiveNearest(List<double[]> centres, double[] point) {
    int nearest = 0;
    for (int i = 1; i < centres.size(); i++) {
      if (naiveDistance(centres.get(i), point) < naiveDistance(centres.get(nearest), point)) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static double naiveDistance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.pow(one[i] - other[i], 2);
    }
    return sum;
  }
}
