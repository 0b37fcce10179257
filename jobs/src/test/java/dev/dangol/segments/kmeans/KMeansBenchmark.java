package dev.dangol.segments.kmeans;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
 * CPU seconds of twenty steps of Lloyd's algorithm on rows that are in memory, beside MLlib's
 * KMeans on the same rows. Arguments: how many rows, and dangol or mllib; prints one line.
 */
final class KMeansBenchmark {
  private static final int WIDTH = 12;
  private static final int SEGMENTS = 8;
  private static final int STEPS = 20;
  private static final int BLOCKS = 16;

  private KMeansBenchmark() {}

  public static void main(String[] arguments) {
    int rows = Integer.parseInt(arguments[0]);
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("k-means")
            .config("spark.ui.enabled", false)
            .getOrCreate();
    JavaRDD<Block> blocks =
        new JavaSparkContext(spark.sparkContext())
            .parallelize(IntStream.range(0, BLOCKS).boxed().toList(), BLOCKS)
            .map(number -> block(number, rows / BLOCKS));
    double seconds = arguments[1].equals("dangol") ? dangol(blocks) : mllib(spark, blocks);
    System.out.printf("%s: %d rows, %.1f CPU seconds%n", arguments[1], rows, seconds);
    spark.stop();
  }

  private static double dangol(JavaRDD<Block> blocks) {
    JavaRDD<Block> cached = blocks.persist(StorageLevel.MEMORY_AND_DISK());
    Block sample = cached.first();
    cached.count();
    double before = cpuSeconds();
    Centres start = Starts.of(sample.head(500), Part.ALL, SEGMENTS, new Random(1));
    Lockstep fit = new Lockstep(List.of(start), sample, 0);
    for (int step = 0; step < STEPS && !fit.done(); step++) {
      List<Centres> running = fit.running();
      fit.advance(cached.map(block -> Sums.of(block, running)).collect());
    }
    return cpuSeconds() - before;
  }

  private static double mllib(SparkSession spark, JavaRDD<Block> blocks) {
    StructType schema = new StructType().add("features", SQLDataTypes.VectorType());
    Dataset<Row> vectors =
        spark.createDataFrame(blocks.flatMap(block -> vectors(block).iterator()), schema).cache();
    vectors.count();
    double before = cpuSeconds();
    new KMeans()
        .setK(SEGMENTS)
        .setMaxIter(STEPS)
        .setTol(0)
        .setInitMode("random")
        .setSeed(1)
        .fit(vectors);
    return cpuSeconds() - before;
  }

  private static List<Row> vectors(Block block) {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < block.rows(); row++) {
      double[] values = new double[WIDTH];
      block.read(row, values);
      rows.add(RowFactory.create(Vectors.dense(values)));
    }
    return rows;
  }

  /** Clouds so close to one another that the centres are still on their way after twenty steps. */
  private static Block block(int number, int rows) {
    Random random = new Random(number);
    BlockBuilder block = new BlockBuilder(WIDTH);
    double[] row = new double[WIDTH];
    for (int i = 0; i < rows; i++) {
      int cloud = random.nextInt(SEGMENTS);
      for (int column = 0; column < WIDTH; column++) {
        row[column] = random.nextGaussian() + (column % SEGMENTS == cloud ? 2 : 0);
      }
      block.add(i < rows / 2 ? Part.FIRST : Part.SECOND, row);
    }
    return block.build();
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
