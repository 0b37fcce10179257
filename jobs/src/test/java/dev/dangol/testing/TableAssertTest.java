package dev.dangol.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class TableAssertTest {
  @Test
  void rows_are_a_bag_and_every_cell_counts(SparkSession spark) {
    Dataset<Row> two = spark.sql("SELECT * FROM VALUES ('a', 1.5D), ('b', 2.5D) AS t(id, mean)");
    Dataset<Row> turned = spark.sql("SELECT * FROM VALUES ('b', 2.5D), ('a', 1.5D) AS t(id, mean)");
    Dataset<Row> other = spark.sql("SELECT * FROM VALUES ('b', 2.4D), ('a', 1.5D) AS t(id, mean)");
    TableAssert.assertThat(two).isEqualTo(turned);
    TableAssert.assertThat(two).hasRowsWithin(other, 0.11);
    fails(() -> TableAssert.assertThat(two).hasRows(other));
    fails(() -> TableAssert.assertThat(two).hasRowsWithin(other, 0.09));
    fails(() -> TableAssert.assertThat(two).hasRows(two.union(two)));
    fails(() -> TableAssert.assertThat(two).hasRowsWithin(two.limit(1), 1));
  }

  private static void fails(Runnable comparison) {
    assertThatThrownBy(comparison::run).isInstanceOf(AssertionError.class);
  }
}
