package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SmallInputsTest {
  private static final String MANY = "range(10000000)";

  @Test
  void a_query_of_few_rows_is_small(SparkSession spark) {
    assertThat(areAll(spark, "SELECT 1")).isTrue();
    assertThat(areAll(spark, "SELECT max(id), (SELECT sum(id) FROM range(9)) FROM range(10)"))
        .isTrue();
  }

  @Test
  void many_rows_at_any_step_make_it_large(SparkSession spark) {
    assertThat(areAll(spark, "SELECT count(*) FROM " + MANY)).isFalse();
    assertThat(areAll(spark, "SELECT (SELECT sum(id) FROM " + MANY + ")")).isFalse();
    assertThat(areAll(spark, "WITH many AS (SELECT * FROM " + MANY + ") SELECT max(id) FROM many"))
        .isFalse();
    assertThat(areAll(spark, "SELECT count(*) FROM range(10000) a CROSS JOIN range(10000) b"))
        .isFalse();
  }

  private static boolean areAll(SparkSession spark, String query) {
    return SmallInputs.areAll(spark.sql(query));
  }
}
