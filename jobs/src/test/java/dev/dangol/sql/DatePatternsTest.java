package dev.dangol.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.testing.SparkExtension;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class DatePatternsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to_timestamp(at, 'YYYY-MM-dd') | 'YYYY-MM-dd' | write y for the year",
        "to_date(at, 'dd.MM.YYYY') | 'dd.MM.YYYY' | write y for the year",
        "try_to_timestamp(concat(at, ''), 'YYYY') | 'YYYY' | write y for the year",
        "to_timestamp(at, 'yyyy-MM-dd u') | 'yyyy-MM-dd u' | leave it out",
        "to_timestamp(at, 'EEE, d MMM yyyy') | 'EEE, d MMM yyyy' | a date is not made of",
        "to_timestamp(at, 'yyyy-ww') | 'yyyy-ww' | which no date can be made of",
        "to_timestamp(at, 'yyyy-MM-dd }') | 'yyyy-MM-dd }' | cannot be used"
      })
  void a_pattern_that_spark_refuses_is_named_before_any_row_is_read(
      String expression, String pattern, String advice, SparkSession spark) {
    assertThatThrownBy(() -> SqlText.prove(rows(spark), expression, DataTypes.TimestampType))
        .isInstanceOf(SqlText.UnusableExpression.class)
        .hasMessageContaining("the pattern '" + pattern.replace("'", "") + "' of a date or time")
        .hasMessageContaining(advice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to_timestamp(at, 'yyyy-MM-dd''T''HH:mm:ss[.SSS][XXX]')",
        "to_timestamp(at, 'yyyy. M. d. a h:mm')",
        "to_timestamp(at)",
        "to_timestamp(at, form)"
      })
  void other_patterns_are_left_to_spark(String expression, SparkSession spark) {
    assertThatCode(() -> SqlText.prove(rows(spark), expression, DataTypes.TimestampType))
        .doesNotThrowAnyException();
  }

  @Test
  void the_columns_of_an_expression_are_found_as_before(SparkSession spark)
      throws SqlText.UnusableExpression {
    assertThat(SqlText.prove(rows(spark), "to_timestamp(at, 'yyyy')", DataTypes.TimestampType))
        .containsExactly("at");
  }

  private static Dataset<Row> rows(SparkSession spark) {
    return spark.sql("SELECT '2026-01-05' AS at, 'yyyy' AS form");
  }
}
