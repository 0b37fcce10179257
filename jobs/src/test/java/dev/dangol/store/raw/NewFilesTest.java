package dev.dangol.store.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.config.InputSettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.SparkFailures;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests reading only files that are new. */
@ExtendWith(SparkExtension.class)
class NewFilesTest {
  private static final String HEADER = "no,who,at,paid,note\n";

  @TempDir private Path folder;

  @Test
  void each_row_tells_its_file_as_the_listing_does(SparkSession spark) throws IOException {
    Files.createDirectories(folder.resolve("day=2026-01-03 한글 +%"));
    GivenInputs.file(
        folder, "day=2026-01-03 한글 +%/100%25 a+b.csv", HEADER + "1,a,2026-01-02,5,x\n");
    GivenInputs.file(folder, "sp ace [1].csv", "who,no,at,paid,note\nb,2,2026-01-02,5,x\n");
    GivenInputs.file(folder, "_SUCCESS", "");
    GivenInputs.file(folder, ".hidden.csv", HEADER);
    SourceSettings settings = csv(folder);
    RawReader reader = new RawReader(spark);

    List<RawFile> files = reader.files("purchases", settings).orElseThrow();
    List<Row> rows =
        reader.read("purchases", settings, files, "").orElseThrow().orderBy("no").collectAsList();

    assertThat(files).extracting(RawFile::state).allMatch(state -> state.matches("[1-9]\\d* \\d+"));
    assertThat(files).hasSize(2);
    assertThat(rows)
        .extracting(row -> row.<String>getAs("row_origin"))
        .containsExactlyElementsOf(files.stream().map(RawFile::path).toList());
    assertThat(rows.get(0).<String>getAs("day")).isEqualTo("2026-01-03 한글 +%");
    assertThat(rows.get(1).<String>getAs("day")).isNull();
  }

  @Test
  void only_the_chosen_files_are_read_with_every_column_known(SparkSession spark) {
    GivenInputs.file(folder, "a.csv", HEADER + "1,a,2026-01-02,5,x\n");
    RawReader reader = new RawReader(spark);
    List<RawFile> before = reader.files("purchases", csv(folder)).orElseThrow();
    String known =
        RawReader.columns(reader.read("purchases", csv(folder), before, "").orElseThrow());
    GivenInputs.file(folder, "b.csv", "who,no,at,paid,extra\nb,2,2026-01-02,5,!\n");

    Dataset<Row> added = added(reader, csv(folder), before, known).orElseThrow();

    assertThat(RawReader.columns(added))
        .isEqualTo("no STRING,who STRING,at STRING,paid STRING,note STRING,extra STRING");
    assertThat(added.drop("row_origin").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[2,b,2026-01-02,5,null,!,null]");
    GivenInputs.file(folder, "c.csv", "who,no,paid\nb,2,5\n");
    assertThatThrownBy(() -> added(reader, csv(folder), before, known))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("c.csv has no column at,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "parquet", "orc", "avro"})
  void a_column_that_new_files_lack_is_known_and_one_of_another_type_starts_again(
      String format, SparkSession spark) throws IOException {
    write(spark, format, "SELECT 1L AS no, 'ana' AS who, named_struct('x', 1.5D) AS deep");
    SourceSettings settings = settings(format);
    RawReader reader = new RawReader(spark);
    List<RawFile> before = reader.files("purchases", settings).orElseThrow();
    String known = RawReader.columns(reader.read("purchases", settings, before, "").orElseThrow());
    write(spark, format, "SELECT 2L AS no, 5L AS paid");

    Dataset<Row> added = added(reader, settings, before, known).orElseThrow();

    assertThat(added.columns()).contains("no", "who", "deep", "paid", "row_origin");
    assertThat(added.selectExpr("no", "who", "deep", "paid").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[2,null,null,5]");
    List<RawFile> all = reader.files("purchases", settings).orElseThrow();
    write(spark, format, "SELECT 'three' AS no");
    assertThat(added(reader, settings, all, known)).isEmpty();
  }

  @Test
  void a_guess_that_was_wider_before_holds_what_is_narrower_now(SparkSession spark) {
    GivenInputs.file(folder, "a.json", "{\"no\":\"A1\",\"paid\":1.5}\n");
    RawReader reader = new RawReader(spark);
    List<RawFile> before = reader.files("purchases", settings("json")).orElseThrow();
    String known =
        RawReader.columns(reader.read("purchases", settings("json"), before, "").orElseThrow());
    GivenInputs.file(folder, "b.json", "{\"no\":2,\"paid\":3}\n");

    Dataset<Row> added = added(reader, settings("json"), before, known).orElseThrow();

    assertThat(added.select("no", "paid").head().toString()).isEqualTo("[2,3.0]");
  }

  @Test
  void of_a_delta_table_only_new_files_are_opened(SparkSession spark) throws IOException {
    Path table = folder.resolve("delta ä%20");
    spark
        .sql("SELECT 1 AS no, 'p 1' AS part")
        .write()
        .format("delta")
        .partitionBy("part")
        .save(table.toString());
    InputSettings input = new InputSettings("delta", List.of(table.toString()), Map.of());
    SourceSettings settings = RawShop.purchases(input);
    RawReader reader = new RawReader(spark);
    List<RawFile> before = reader.files("purchases", settings).orElseThrow();
    spark
        .sql("SELECT 2 AS no, 'p%2' AS part")
        .write()
        .format("delta")
        .mode("append")
        .save(table.toString());

    Dataset<Row> added = added(reader, settings, before, "no INT, part STRING").orElseThrow();
    List<RawFile> all = reader.files("purchases", settings).orElseThrow();
    Files.delete(Path.of(before.get(0).path().replaceFirst("^file:", "")));

    assertThat(before).hasSize(1).extracting(RawFile::state).containsExactly("");
    assertThat(all).hasSize(2).containsAll(before);
    assertThat(added.collectAsList())
        .extracting(Row::toString)
        .containsExactly(
            "[2,p%2,"
                + all.stream().filter(f -> !before.contains(f)).findFirst().orElseThrow().path()
                + "]");
    assertThat(added.selectExpr("try_cast('x' AS INT)", "CAST('x' AS INT)").head().isNullAt(1))
        .isTrue();
    assertThat(added(reader, settings, before, "no STRING, part STRING")).isEmpty();
  }

  @Test
  void a_query_is_read_whole(SparkSession spark) {
    Path file = GivenInputs.file(folder, "a.csv", HEADER + "1,a,2026-01-02,5,x\n");
    SourceSettings settings =
        GivenInputs.source(
            Map.of("orders", GivenInputs.input("csv", file)), "SELECT no FROM orders");
    RawReader reader = new RawReader(spark);

    assertThat(reader.files("purchases", settings)).isEmpty();
    assertThat(reader.read("purchases", settings, List.of(), "").orElseThrow().collectAsList())
        .extracting(Row::toString)
        .containsExactly("[1,null,null]");
  }

  @Test
  void a_file_that_disappears_is_a_missing_input(SparkSession spark) throws IOException {
    Path file = GivenInputs.file(folder, "a.csv", HEADER + "1,a,2026-01-02,5,x\n");
    GivenInputs.file(folder, "b.csv", HEADER + "1,a,2026-01-02,5,x\n");
    RawReader reader = new RawReader(spark);
    List<RawFile> files = reader.files("purchases", csv(folder)).orElseThrow();
    Dataset<Row> rows = reader.read("purchases", csv(folder), files, "").orElseThrow();
    Files.delete(file);

    assertThatThrownBy(() -> SparkFailures.explaining("The source", rows::collectAsList))
        .isInstanceOf(MissingInput.class)
        .hasMessageContaining("a.csv");
    assertThatThrownBy(() -> reader.read("purchases", csv(folder), files, ""))
        .isInstanceOf(MissingInput.class)
        .hasMessageContaining("a.csv has gone");
  }

  private static Optional<Dataset<Row>> added(
      RawReader reader, SourceSettings settings, List<RawFile> before, String known) {
    List<RawFile> added = new ArrayList<>(reader.files("purchases", settings).orElseThrow());
    added.removeAll(before);
    return reader.read("purchases", settings, added, known);
  }

  private void write(SparkSession spark, String format, String query) throws IOException {
    Path written = folder.resolve("_written");
    spark.sql(query).write().format(format).mode("overwrite").save(written.toString());
    try (Stream<Path> files = Files.list(written)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("part")).toList()) {
        Files.move(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private SourceSettings settings(String format) {
    return RawShop.purchases(new InputSettings(format, List.of(folder.toString()), Map.of()));
  }

  private static SourceSettings csv(Path folder) {
    return RawShop.purchases(
        new InputSettings("csv", List.of(folder.toString()), Map.of("header", "true")));
  }
}
