package dev.dangol.store;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests aggregates taken while rows are written, also where Spark skips the plan. */
@ExtendWith(SparkExtension.class)
class RowCountersTest {
  @Test
  void rows_are_counted_while_they_are_written(SparkSession spark) {
    RowCounters tally = new RowCounters();
    written(tally.on(spark.range(5).toDF(), count(lit(1)).as("rows"), max("id").as("most")));
    assertThat(tally.values()).containsEntry("rows", 5L).containsEntry("most", 4L);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
  void rows_of_which_none_is_wanted_are_counted_all_the_same(SparkSession spark) {
    RowCounters tally = new RowCounters();
    written(tally.on(spark.range(5).toDF(), count(lit(1)).as("rows")).where(lit(false)));
    assertThat(tally.count("rows")).isEqualTo(5);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
  void no_rows_at_all_are_none(SparkSession spark) {
    RowCounters tally = new RowCounters();
    Dataset<?> none = spark.range(5).toDF().where("id > 9");
    written(tally.on(none.toDF(), count(lit(1)).as("rows"), max("id").as("most")).distinct());
    assertThat(tally.count("rows")).isZero();
    assertThat(tally.values()).containsEntry("most", null);
  }

  private static void written(Dataset<?> rows) {
    rows.write().format("noop").mode("overwrite").save();
  }
}
