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

class LloydTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -7})
  void well_separated_blobs_are_found_exactly(long seed) {
    Blobs blobs = Blobs.of(6, 150, 20, seed);

    Centres centres = Lloyd.best(blobs.block(), Part.ALL, 6, seed);

    long[][] shared = new long[6][6];
    for (int i = 0; i < blobs.points().size(); i++) {
      shared[blobs.blobs().get(i)][centres.nearest(blobs.points().get(i))]++;
    }
    assertThat(AdjustedRand.index(shared)).isEqualTo(1);
  }

  @Test
  void centres_found_on_a_sample_settle_on_everyone() {
    List<double[]> points = Blobs.of(4, 1000, 6, 5).points();
    List<Block> blocks =
        IntStream.range(0, 8)
            .mapToObj(i -> Blobs.block(points.subList(500 * i, 500 * (i + 1))))
            .toList();
    Block sample = Block.joined(4, blocks.stream().map(block -> block.head(10)).toList());
    List<Centres> starts =
        List.of(Lloyd.best(sample, Part.ALL, 4, 1), Lloyd.best(sample, Part.SECOND, 4, 1));
    Lockstep fit = new Lockstep(starts, sample, Lloyd.FINE);

    while (!fit.done()) {
      List<Centres> running = fit.running();
      fit.advance(blocks.stream().map(block -> Sums.of(block, running)).toList());
    }

    Block all = Block.joined(4, blocks);
    assertThat(cost(all, fit.models().get(0)))
        .isCloseTo(cost(all, Lloyd.best(all, Part.ALL, 4, 1)), withinPercentage(1e-8));
    assertThat(cost(all, fit.models().get(1)))
        .isCloseTo(cost(all, Lloyd.best(all, Part.SECOND, 4, 1)), withinPercentage(1e-8));
  }

  @Test
  void a_step_is_what_the_definition_says() {
    List<double[]> points = Blobs.of(3, 500, 2, 5).points();
    Block block = Blobs.block(points);
    Centres centres = new Centres(Part.ALL, 4, points.subList(0, 7).toArray(double[][]::new));

    Sums sums = Sums.of(block, centres);

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
    Centres centres = Lloyd.best(Blobs.block(points), Part.ALL, 5, 1);
    Nearest nearest = new Nearest(Blobs.block(points), centres);

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
    Blobs blobs = Blobs.of(3, 200, 15, 11);
    Block second = Blobs.block(blobs.points().subList(300, 600));

    Centres half = Lloyd.best(blobs.block(), Part.SECOND, 3, 4);
    Centres alone = Lloyd.best(second, Part.ALL, 3, 4);

    assertThat(half.points()).isDeepEqualTo(alone.points());
  }

  @Test
  void there_are_never_more_centres_than_different_rows() {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      points.add(new double[] {i % 3, 1});
    }
    Block block = Blobs.block(points);

    assertThat(Lloyd.best(block, Part.ALL, 8, 42).count()).isEqualTo(3);
    assertThat(Lloyd.differentRows(block, 8)).isEqualTo(3);
    assertThat(Lloyd.differentRows(block, 2)).isEqualTo(2);
  }

  @Test
  void a_centre_without_rows_moves_to_the_loneliest_row() {
    Block block = Blobs.block(List.of(new double[] {0}, new double[] {1}, new double[] {9}));
    Centres centres = new Centres(Part.ALL, 1, new double[][] {{3}, {1000}});

    Centres moved = Lloyd.moved(centres, Sums.of(block, centres), block);

    assertThat(moved.point(1)).containsExactly(9);
  }

  @Test
  void the_cost_never_rises_from_step_to_step() {
    Block block = Blobs.of(5, 200, 2, 21).block();
    Lockstep fit =
        new Lockstep(List.of(Starts.of(block, Part.ALL, 6, new Random(3))), block, Lloyd.FINE);
    double cost = Double.POSITIVE_INFINITY;
    while (!fit.done()) {
      Sums sums = Sums.of(block, fit.running()).get(0);
      assertThat(sums.cost()).isLessThanOrEqualTo(cost);
      cost = sums.cost();
      fit.advance(List.of(List.of(sums)));
    }
  }

  private static double cost(Block block, Centres centres) {
    return Sums.of(block, centres).cost();
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
