package dev.dangol.table;

import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FieldTest {
  @Test
  void a_definition_casts_and_names(SparkSession spark) {
    var customers = TestRows.of(spark, SharedColumns.CUSTOMER_ID).row("ana").table();

    var counted = customers.select(FeatureColumns.FREQUENCY.is(functions.lit("3")));

    TableAssert.assertThat(counted)
        .isEqualTo(TestRows.of(spark, FeatureColumns.FREQUENCY).row(3).table());
  }
}
