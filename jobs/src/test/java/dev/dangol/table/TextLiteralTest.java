package dev.dangol.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class TextLiteralTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "it's", "''", "C:\\new\\'x", "단골 🍀", "two\nlines", "\\"})
  void spark_reads_the_very_text(String text, SparkSession spark) {
    String query = "SELECT " + TextLiteral.of(text) + " AS text";

    assertThat(spark.sql(query).first().<String>getAs("text")).isEqualTo(text);
  }
}
