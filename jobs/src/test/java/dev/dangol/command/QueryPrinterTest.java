package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.command.QueryPrinter.OutputFormat;
import dev.dangol.testing.SparkExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class QueryPrinterTest {
  private static final String JOIN =
      "SELECT l.*, r.* FROM VALUES ('민지', 1) AS l(who, `paid.won`)"
          + " JOIN VALUES ('민지', 2, null) AS r(who, who_2, at) ON l.who = r.who";

  @Test
  void a_name_that_comes_again_is_numbered_in_json(SparkSession spark) {
    assertThat(printed(spark, OutputFormat.json))
        .isEqualTo("{\"who\":\"민지\",\"paid.won\":1,\"who_2\":\"민지\",\"who_2_2\":2,\"at\":null}\n");
  }

  @Test
  void a_name_that_comes_again_stands_twice_in_csv(SparkSession spark) {
    assertThat(printed(spark, OutputFormat.csv))
        .isEqualTo("who,paid.won,who,who_2,at\r\n민지,1,민지,2,\r\n");
  }

  private static String printed(SparkSession spark, OutputFormat format) {
    var bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new QueryPrinter(spark.sql(JOIN)).print(format, out);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
