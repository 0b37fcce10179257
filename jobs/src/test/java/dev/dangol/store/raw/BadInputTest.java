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
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that damaged files stop a run and are named. */
@ExtendWith(SparkExtension.class)
class BadInputTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "avro"})
  void a_file_of_another_kind_is_broken(String format, SparkSession spark) {
    Path file = GivenInputs.file(folder, "text." + format, "no,who\n1,ana\n");

    assertThatThrownBy(() -> read(spark, format, file))
        .isInstanceOf(BrokenSource.class)
        .hasMessageStartingWith("sources.purchases (shop.conf: 3): ")
        .hasMessageContaining("text." + format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "avro"})
  void a_file_of_no_bytes_is_broken(String format, SparkSession spark) throws IOException {
    good(spark, format);
    GivenInputs.file(folder, "none." + format, "");

    assertThatThrownBy(() -> read(spark, format, folder))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("none." + format + " is empty");
  }

  @Test
  void a_flipped_bit_is_broken(SparkSession spark) throws IOException {
    Path file = good(spark, "parquet");
    byte[] bytes = Files.readAllBytes(file);
    bytes[60] ^= 4;
    Files.write(file, bytes);

    assertThatThrownBy(() -> read(spark, "parquet", folder))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining(file.getFileName().toString());
  }

  @Test
  void a_cut_file_is_broken(SparkSession spark) throws IOException {
    Path file = good(spark, "parquet");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 20));

    assertThatThrownBy(() -> read(spark, "parquet", folder))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining(file.getFileName().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void files_that_do_not_agree_on_a_type_are_broken(String format, SparkSession spark)
      throws IOException {
    good(spark, format);
    save(spark, format, "SELECT 1 AS no, 'ana' AS who, '2026-01-02' AS at, 5 AS paid, 1 AS note");

    assertThatThrownBy(() -> read(spark, format, folder))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("do not agree on a column's type");
  }

  @Test
  void parquet_files_with_other_columns_are_read_by_name(SparkSession spark) throws IOException {
    good(spark, "parquet");
    save(spark, "parquet", "SELECT 6.00BD AS paid, '2026-01-05' AS note, 4 AS no, 'dan' AS who");

    assertThat(read(spark, "parquet", folder))
        .hasSize(4)
        .contains("[dan,null,6.0000,4,2026-01-05]");
  }

  @Test
  void json_that_changes_its_mind_is_read_as_text(SparkSession spark) {
    GivenInputs.file(folder, "a.json", "{\"no\":1,\"who\":7,\"at\":\"2026-01-02\",\"paid\":5}\n");
    GivenInputs.file(
        folder,
        "b.json",
        "{\"no\":\"2\",\"who\":\"ana\",\"at\":\"2026-01-02\",\"paid\":\"6.5\",\"note\":\"x\"}\n");

    assertThat(read(spark, "json", folder))
        .containsExactly(
            "[7,2026-01-02 00:00:00.0,5.0000,1,null]", "[ana,2026-01-02 00:00:00.0,6.5000,2,x]");
  }

  @Test
  void a_file_without_one_line_of_json_is_broken(SparkSession spark) {
    Path file = GivenInputs.file(folder, "a.json", "no,who\n1,ana\n");

    assertThatThrownBy(() -> read(spark, "json", file))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("a.json can be taken apart as JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "parquet", "orc", "avro"})
  void a_folder_without_data_is_a_missing_input(String format, SparkSession spark) {
    GivenInputs.file(folder, "_SUCCESS", "");

    assertThatThrownBy(() -> read(spark, format, folder))
        .isInstanceOf(MissingInput.class)
        .hasMessageContaining("there is nothing yet in " + folder);
    assertThatThrownBy(() -> read(spark, format, folder.resolve("nowhere")))
        .isInstanceOf(MissingInput.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void a_field_of_ten_megabytes_is_a_field(SparkSession spark) {
    String field = "x".repeat(10_000_000);
    GivenInputs.file(folder, "a.csv", "no,who,at,paid,note\n1,ana,2026-01-02,5," + field + "\n");

    assertThat(read(spark, "csv", folder))
        .containsExactly("[ana,2026-01-02 00:00:00.0,5.0000,1," + field + "]");
  }

  @Test
  void bytes_of_another_encoding_become_the_replacement_character(SparkSession spark)
      throws IOException {
    Files.write(
        folder.resolve("a.csv"),
        "no,who,at,paid,note\n1,김하나,2026-01-02,5,x\n".getBytes(Charset.forName("CP949")));

    assertThat(read(spark, "csv", folder).get(0)).contains("\uFFFD");
  }

  @Test
  void an_encoding_that_java_does_not_know_is_a_wrong_setting(SparkSession spark) {
    Path file = GivenInputs.file(folder, "a.csv", "no,who\n");
    InputSettings input =
        new InputSettings(
            "csv", List.of(file.toString()), Map.of("header", "true", "encoding", "CP-94.9"));

    assertThatThrownBy(() -> RawShop.canonical(spark, RawShop.purchases(input)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("CP-94.9");
  }

  @Test
  void a_row_that_stops_the_run_is_not_told(SparkSession spark) {
    Path file =
        GivenInputs.file(
            folder, "a.csv", "no,who,at,paid,note\n1,ana kim,ana@shop.kr,010-1234,x,y,z\n");
    Map<String, String> options = Map.of("header", "true", "mode", "FAILFAST");
    SourceSettings settings =
        RawShop.purchases(new InputSettings("csv", List.of(file.toString()), options));

    assertThatThrownBy(
            () -> SparkFailures.explaining("sources.x", () -> RawShop.canonical(spark, settings)))
        .isInstanceOf(BrokenSource.class)
        .message()
        .startsWith("sources.x")
        .doesNotContain("ana", "010-1234", "@");
  }

  private static List<String> read(SparkSession spark, String format, Path path) {
    Map<String, String> options = Map.of("header", "true");
    SourceSettings settings =
        RawShop.purchases(new InputSettings(format, List.of(path.toString()), options));
    return SparkFailures.explaining(
        "sources.purchases (shop.conf: 3)", () -> RawShop.canonical(spark, settings));
  }

  private Path good(SparkSession spark, String format) throws IOException {
    RawShop.typed(spark).createOrReplaceTempView("shop");
    return save(spark, format, "SELECT * FROM shop");
  }

  private Path save(SparkSession spark, String format, String query) throws IOException {
    Path written = folder.resolve("_written");
    spark.sql(query).coalesce(1).write().format(format).mode("overwrite").save(written.toString());
    try (Stream<Path> files = Files.list(written)) {
      Path part =
          files
              .filter(f -> f.getFileName().toString().startsWith("part"))
              .findFirst()
              .orElseThrow();
      return Files.move(part, folder.resolve(part.getFileName()));
    }
  }
}
