package dev.dangol.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.store.VersionRelation.WrittenFolder;
import dev.dangol.store.files.ScratchFileWriter;
import dev.dangol.store.files.ScratchFileWriter.ScratchFiles;
import dev.dangol.store.files.WrittenFile;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.BucketSpec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CustomerOrderTest {
  @TempDir private Path folder;

  @Test
  void rows_put_aside_in_order_are_joined_without_being_moved_or_sorted(SparkSession spark) {
    Dataset<Row> sorted = parted(spark).sortWithinPartitions("customer_id", "amount");
    Dataset<Row> kept = kept(spark, sorted);
    Dataset<Row> joined =
        kept.hint("merge").join(kept.withColumnRenamed("amount", "other"), "customer_id");
    assertThat(plan(joined).toString()).doesNotContain("Exchange", "Sort ");
    TableAssert.assertThat(kept).isEqualTo(sorted);
    assertThat(joined.count()).isEqualTo(4_000);
    assertThat(kept(spark, sorted.where(lit(false))).count()).isZero();
  }

  @Test
  void only_what_a_plan_promises_is_believed(SparkSession spark) {
    Dataset<Row> parted = parted(spark);
    assertThat(CustomerOrder.of(plan(parted.sortWithinPartitions("customer_id"))))
        .hasValueSatisfying(parts -> assertThat(parts.numBuckets()).isEqualTo(4));
    assertThat(CustomerOrder.of(plan(parted))).isEmpty();
    assertThat(CustomerOrder.of(plan(parted.sortWithinPartitions("amount")))).isEmpty();
    Dataset<Row> backwards = parted.sortWithinPartitions(col("customer_id").desc());
    assertThat(CustomerOrder.of(plan(backwards))).isEmpty();
    Dataset<Row> elsewhere = parted.repartition(4, col("amount"));
    assertThat(CustomerOrder.of(plan(elsewhere.sortWithinPartitions("customer_id")))).isEmpty();
  }

  private Dataset<Row> kept(SparkSession spark, Dataset<Row> rows) {
    String path = folder.resolve(String.valueOf(rows.hashCode())).toString();
    ScratchFiles written = new ScratchFileWriter(path).write(rows);
    Optional<BucketSpec> parts = CustomerOrder.of(written.plan());
    assertThat(parts).isPresent();
    return VersionRelation.read(
        spark,
        new WrittenFolder(
            path, rows.schema(), written.files().stream().map(WrittenFile::status).toList()),
        parts);
  }

  private static Dataset<Row> parted(SparkSession spark) {
    return spark
        .range(0, 400, 1, 3)
        .select(
            concat(lit("고객 "), col("id").mod(40)).as("customer_id"),
            col("id").multiply(7919).mod(1000).as("amount"))
        .repartition(4, col("customer_id"));
  }

  private static SparkPlan plan(Dataset<Row> rows) {
    SparkPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().executedPlan();
    return plan instanceof AdaptiveSparkPlanExec adaptive ? adaptive.executedPlan() : plan;
  }
}
