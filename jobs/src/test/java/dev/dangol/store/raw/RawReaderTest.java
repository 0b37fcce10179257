package dev.dangol.store.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.config.InputSettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.problem.BadSetting;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.SparkFailures;
import dev.dangol.testing.SparkExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class RawReaderTest {
  private static final String ORDERS = "no,who,paid\n1,김하나 🍀,10\n";

  @TempDir private Path folder;

  @Test
  void csv_keeps_lines_that_cannot_be_taken_apart(SparkSession spark) {
    Path file =
        GivenInputs.file(folder, "a.csv", ORDERS + "2,ana\n3,ben,30,too,many\n\"4\",\"a, b\",40\n");

    List<Row> rows = read(spark, GivenInputs.input("csv", file)).orderBy("no").collectAsList();

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly(
            "[1,김하나 🍀,10,null]",
            "[2,ana,null,2,ana]",
            "[3,ben,30,3,ben,30,too,many]",
            "[4,a, b,40,null]");
  }

  @Test
  void csv_holds_quotes_and_line_ends_inside_fields(SparkSession spark) {
    Path file =
        GivenInputs.file(folder, "q.csv", "who,text\nana,\"She said \"\"so\"\"\nand left\"\n");
    var options = Map.of("header", "true", "multiLine", "true", "escape", "\"");
    var input = new InputSettings("csv", List.of(file.toString()), options);

    Row row = read(spark, input).head();

    assertThat(row.getString(1)).isEqualTo("She said \"so\"\nand left");
    assertThat(row.isNullAt(2)).isTrue();
  }

  @Test
  void a_header_alone_is_a_table_without_rows(SparkSession spark) {
    Path file = GivenInputs.file(folder, "h.csv", "no,who\n");

    Dataset<Row> rows = read(spark, GivenInputs.input("csv", file));

    assertThat(rows.columns()).startsWith("no", "who");
    assertThat(rows.count()).isZero();
  }

  @Test
  void json_keeps_half_an_object_beside_whole_ones(SparkSession spark) {
    Path file = GivenInputs.file(folder, "a.json", "{\"who\":\"ana\",\"n\":1}\n{\"who\":\"be\n");

    List<Row> rows = read(spark, GivenInputs.input("json", file)).orderBy("who").collectAsList();

    assertThat(rows)
        .extracting(row -> row.<String>getAs(RawReader.MALFORMED))
        .containsExactly("{\"who\":\"be", null);
  }

  @Test
  void parquet_delta_and_a_query_over_several_inputs_are_read(SparkSession spark) {
    Dataset<Row> scores = spark.sql("SELECT 1L AS no, 5 AS stars");
    scores.write().parquet(folder.resolve("p").toString());
    scores.write().format("delta").save(folder.resolve("d").toString());
    Path orders = GivenInputs.file(folder, "orders.csv", ORDERS);
    Map<String, InputSettings> inputs =
        Map.of(
            "orders", GivenInputs.input("csv", orders),
            "first", GivenInputs.input("parquet", folder.resolve("p")),
            "second", GivenInputs.input("delta", folder.resolve("d")));
    String joined = " FROM orders JOIN first USING (no) JOIN second ON second.no = first.no";

    Dataset<Row> rows =
        read(spark, GivenInputs.source(inputs, "SELECT who, first.stars + second.stars" + joined));

    assertThat(rows.head().toString()).isEqualTo("[김하나 🍀,10,null]");
    assertThatThrownBy(() -> read(spark, GivenInputs.source(inputs, "SELECT *" + joined)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("sources.purchases.query gives more than one column named no, stars");
    assertThatThrownBy(() -> read(spark, GivenInputs.source(inputs, "SELECT wo FROM orders")))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("wo");
  }

  @Test
  void what_is_not_there_yet_is_a_missing_input(SparkSession spark) throws IOException {
    Path nowhere = folder.resolve("nowhere/*.csv");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path blank = GivenInputs.file(folder, "blank.csv", "");

    for (String format : List.of("csv", "json", "parquet", "delta")) {
      assertThatThrownBy(() -> read(spark, GivenInputs.input(format, folder.resolve("nowhere"))))
          .as(format)
          .isInstanceOf(MissingInput.class)
          .hasMessageContaining("nowhere");
      assertThatThrownBy(() -> read(spark, GivenInputs.input(format, empty)))
          .as(format)
          .isInstanceOf(MissingInput.class)
          .hasMessageStartingWith("sources.purchases (shop.conf: 3): ");
    }
    assertThatThrownBy(() -> read(spark, GivenInputs.input("csv", nowhere)))
        .isInstanceOf(MissingInput.class);
    assertThatThrownBy(() -> read(spark, GivenInputs.input("csv", blank)))
        .isInstanceOf(MissingInput.class)
        .hasMessageContaining("blank.csv");
  }

  @Test
  void a_damaged_file_is_a_broken_source_and_is_named(SparkSession spark) throws IOException {
    Path text = GivenInputs.file(folder, "text.parquet", ORDERS);
    byte[] whole = zipped(ORDERS.repeat(20_000));
    Path cut = folder.resolve("cut.csv.gz");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> read(spark, GivenInputs.input("parquet", text)))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("text.parquet");
    assertThatThrownBy(
            () ->
                SparkFailures.explaining(
                    "sources.purchases (shop.conf: 3)",
                    () -> read(spark, GivenInputs.input("csv", cut)).collectAsList()))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("sources.purchases (shop.conf: 3)")
        .hasMessageContaining("cut.csv.gz");
  }

  @Test
  void an_unknown_format_is_a_wrong_setting(SparkSession spark) {
    Path file = GivenInputs.file(folder, "a.csv", ORDERS);

    assertThatThrownBy(() -> read(spark, GivenInputs.input("exel", file)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("exel")
        .hasMessageContaining("csv, json, parquet");
  }

  private static Dataset<Row> read(SparkSession spark, InputSettings input) {
    return read(spark, GivenInputs.source(input));
  }

  private static Dataset<Row> read(SparkSession spark, SourceSettings source) {
    return new RawReader(spark).read("purchases", source);
  }

  private static byte[] zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
