package dev.dangol.bench;

import dev.dangol.segments.CachedBlocks;
import dev.dangol.segments.kmeans.BlockBuilder;
import dev.dangol.segments.kmeans.BlockPart;
import dev.dangol.segments.kmeans.CentreSums;
import dev.dangol.segments.kmeans.ClusterCentres;
import dev.dangol.segments.kmeans.LloydIterations;
import dev.dangol.segments.kmeans.LockstepModels;
import dev.dangol.segments.kmeans.RowBlock;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Benchmark of k-means: twenty iterations over rows that are in memory already. Dangol's own go
 * over blocks and MLlib's over vectors, each the way it keeps its rows. Starts are not measured,
 * and neither stops before the twentieth: rows without groups keep centres moving. Dangol's are
 * printed twice: the first fit of a process also pays for compiling Spark's own code, which in a
 * job of Dangol's has run hundreds of times before k-means begins.
 */
public final class KMeansBench {
  private static final int WIDTH = 12;
  private static final int CENTRES = 8;
  private static final int ITERATIONS = 20;
  private static final int PARTITIONS = 16;
  private static final int SAMPLED = 2048;

  private KMeansBench() {}

  /** Arguments: the number of rows, and the folder that their matrix is left in for others. */
  public static void main(String[] arguments) throws IOException {
    long rows = Long.parseLong(arguments[0]);
    try (SparkSession spark =
        SparkSession.builder().config("spark.ui.enabled", false).getOrCreate()) {
      var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
      List<Integer> parts = new ArrayList<>();
      for (int part = 0; part < PARTITIONS; part++) {
        parts.add(part);
      }
      JavaRDD<Integer> seeds = context.parallelize(parts, PARTITIONS);
      int each = (int) (rows / PARTITIONS);
      leave(Path.of(arguments[1], "k-means.matrix"), parts, each);
      lloyd(CachedBlocks.of(seeds.map(seed -> block(seed, each))));
      mllib(
          spark.createDataFrame(
              seeds.flatMap(seed -> vectors(block(seed, each))),
              new StructType().add("features", SQLDataTypes.VectorType())));
    }
  }

  /** Doubles, row by row, least byte first. */
  private static void leave(Path file, List<Integer> seeds, int rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      double[] row = new double[WIDTH];
      ByteBuffer bytes = ByteBuffer.allocate(WIDTH * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int seed : seeds) {
        RowBlock block = block(seed, rows);
        for (int i = 0; i < rows; i++) {
          block.read(i, row);
          bytes.asDoubleBuffer().put(row);
          out.write(bytes.array());
        }
      }
    }
  }

  private static void lloyd(CachedBlocks blocks) {
    RowBlock sample = RowBlock.join(WIDTH, blocks.each(block -> block.head(SAMPLED)));
    ClusterCentres start = LloydIterations.best(sample, BlockPart.ALL, CENTRES, 42);
    Supplier<List<ClusterCentres>> fit = () -> fit(blocks, start, sample);
    BenchStopwatch.measured("k-means, 20 iterations: Dangol, first in its process", fit);
    BenchStopwatch.measured("k-means, 20 iterations: Dangol, again", fit);
    blocks.close();
  }

  private static List<ClusterCentres> fit(
      CachedBlocks blocks, ClusterCentres start, RowBlock sample) {
    LockstepModels fit = new LockstepModels(List.of(start), sample, 0);
    for (int i = 0; i < ITERATIONS && !fit.done(); i++) {
      List<ClusterCentres> running = new ArrayList<>(fit.running());
      fit.advance(blocks.each(block -> CentreSums.of(block, running)));
    }
    return fit.models();
  }

  private static void mllib(Dataset<Row> vectors) {
    Dataset<Row> kept = vectors.persist(StorageLevel.MEMORY_ONLY());
    kept.count();
    KMeans kmeans =
        new KMeans()
            .setK(CENTRES)
            .setMaxIter(ITERATIONS)
            .setTol(0)
            .setSeed(42)
            .setInitMode("random");
    BenchStopwatch.measured("k-means, 20 iterations: MLlib", () -> kmeans.fit(kept));
    kept.unpersist(true);
  }

  private static RowBlock block(int seed, int rows) {
    var random = new SplittableRandom(seed);
    BlockBuilder builder = new BlockBuilder(WIDTH);
    double[] row = new double[WIDTH];
    for (int i = 0; i < rows; i++) {
      for (int column = 0; column < WIDTH; column++) {
        row[column] = random.nextGaussian();
      }
      builder.add(i < rows / 2 ? BlockPart.FIRST : BlockPart.SECOND, row);
    }
    return builder.build();
  }

  private static Iterator<Row> vectors(RowBlock block) {
    List<Row> rows = new ArrayList<>(block.rows());
    for (int i = 0; i < block.rows(); i++) {
      double[] row = new double[block.width()];
      block.read(i, row);
      rows.add(RowFactory.create(Vectors.dense(row)));
    }
    return rows.iterator();
  }
}
