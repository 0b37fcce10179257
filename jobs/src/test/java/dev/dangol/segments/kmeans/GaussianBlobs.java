package dev.dangol.segments.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Round clouds of points, each with a known middle, in a shuffled order. */
record GaussianBlobs(List<double[]> points, List<Integer> blobs) {

  /** Clouds of standard deviation 1 whose middles are drawn that far from each other. */
  static GaussianBlobs of(int count, int pointsEach, double apart, long seed) {
    int width = 4;
    Random random = new Random(seed);
    double[][] middles = new double[count][];
    for (int blob = 0; blob < count; blob++) {
      double offset = apart * blob;
      middles[blob] = random.doubles(width).map(x -> offset + apart * x / 4).toArray();
    }
    List<Integer> order = new ArrayList<>();
    IntStream.range(0, count * pointsEach).forEach(i -> order.add(i % count));
    Collections.shuffle(order, random);
    List<double[]> points = new ArrayList<>();
    for (int blob : order) {
      points.add(Arrays.stream(middles[blob]).map(x -> x + random.nextGaussian()).toArray());
    }
    return new GaussianBlobs(points, order);
  }

  RowBlock block() {
    return block(points);
  }

  /** A block whose first half is the first half of the points. */
  static RowBlock block(List<double[]> points) {
    BlockBuilder builder = new BlockBuilder(points.get(0).length);
    for (int i = 0; i < points.size(); i++) {
      builder.add(i < points.size() / 2 ? BlockPart.FIRST : BlockPart.SECOND, points.get(i));
    }
    return builder.build();
  }
}
