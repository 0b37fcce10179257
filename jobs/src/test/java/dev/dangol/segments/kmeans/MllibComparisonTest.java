package dev.dangol.segments.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.testing.SparkExtension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.evaluation.ClusteringEvaluator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class MllibComparisonTest {
  private static final StructType SCHEMA =
      new StructType()
          .add("features", SQLDataTypes.VectorType())
          .add("prediction", DataTypes.DoubleType);

  @ParameterizedTest
  @CsvSource({"2, 8.0", "5, 3.0", "7, 1.0"})
  void the_silhouette_is_that_of_the_clustering_evaluator(int k, double apart, SparkSession spark) {
    List<double[]> points = GaussianBlobs.of(5, 60, apart, 17).points();
    RowBlock block = GaussianBlobs.block(points);
    ClusterCentres centres = LloydIterations.best(block, BlockPart.ALL, k, 3);
    SearchCandidate candidate = SearchCandidate.of(k, List.of(centres, centres, centres));
    CandidateEvaluation appraisal = CandidateEvaluation.of(block, candidate);

    double sum = new Silhouette(centres, appraisal).sum(block);

    double expected = new ClusteringEvaluator().evaluate(table(spark, points, centres));
    assertThat(appraisal.trial(k, sum, points.size()).silhouette().getAsDouble())
        .isCloseTo(expected, within(1e-9));
  }

  /**
   * Both find the same where there are clear groups. In other cases the best of a few starts is a
   * matter of luck, of a percent at most.
   */
  @ParameterizedTest
  @CsvSource({"6, 8.0, 1e-6", "9, 1.0, 1e-2"})
  void the_cost_is_not_worse_than_that_of_mllib_with_as_many_starts(
      int k, double apart, double tolerance, SparkSession spark) {
    List<double[]> points = GaussianBlobs.of(6, 60, apart, 23).points();
    RowBlock block = GaussianBlobs.block(points);
    Dataset<Row> table =
        table(spark, points, LloydIterations.best(block, BlockPart.ALL, 1, 0)).coalesce(1).cache();
    List<Double> costs = new ArrayList<>();
    for (int start = 0; start < LloydIterations.STARTS; start++) {
      KMeans kmeans = new KMeans().setK(k).setSeed(start).setMaxIter(100).setTol(1e-6);
      costs.add(kmeans.setPredictionCol("segment").fit(table).summary().trainingCost());
    }

    double cost = CentreSums.of(block, LloydIterations.best(block, BlockPart.ALL, k, 5)).cost();

    double best = costs.stream().min(Comparator.naturalOrder()).orElseThrow();
    table.unpersist();
    assertThat(cost).isLessThanOrEqualTo(best * (1 + tolerance));
  }

  private static Dataset<Row> table(
      SparkSession spark, List<double[]> points, ClusterCentres centres) {
    List<Row> rows =
        points.stream()
            .map(p -> RowFactory.create(Vectors.dense(p), (double) centres.nearest(p)))
            .toList();
    return spark.createDataFrame(rows, SCHEMA);
  }
}
