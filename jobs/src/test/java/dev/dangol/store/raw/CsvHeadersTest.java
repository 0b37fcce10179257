package dev.dangol.store.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.config.InputSettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.problem.BrokenSource;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CsvHeadersTest {
  private static final String ANA = "[ana,2026-01-02 00:00:00.0,5.0000,1,x]";

  @TempDir private Path folder;

  @Test
  void columns_are_found_by_name_whatever_their_order(SparkSession spark) {
    GivenInputs.file(folder, "a.csv", "no,who,at,paid,note\n1,ana,2026-01-02,5,x\n");
    GivenInputs.file(folder, "b.csv", "note,paid,new one,Who,no,at\ny,6,!,ben,2,2026-01-03\n");
    GivenInputs.file(folder, "c.csv", "who,no,at,paid\ncho,3,2026-01-04,7\n");
    GivenInputs.file(folder, "d.csv", "");

    assertThat(canonical(spark, "true"))
        .containsExactly(
            ANA,
            "[ben,2026-01-03 00:00:00.0,6.0000,2,y]",
            "[cho,2026-01-04 00:00:00.0,7.0000,3,null]");
    assertThat(canonical(spark, "TRUE")).hasSize(3);
  }

  @Test
  void lines_may_end_as_windows_ends_them(SparkSession spark) {
    GivenInputs.file(folder, "a.csv", "no,who,at,paid,note\r\n1,ana,2026-01-02,5,x\r\n");
    GivenInputs.file(folder, "b.csv", "note,no,who,at,paid\r\ny,2,ben,2026-01-03,6");

    assertThat(canonical(spark, "true"))
        .containsExactly(ANA, "[ben,2026-01-03 00:00:00.0,6.0000,2,y]");
  }

  @Test
  void a_file_without_a_column_that_is_needed_is_broken(SparkSession spark) {
    GivenInputs.file(folder, "a.csv", "no,who,at,paid,note\n1,ana,2026-01-02,5,x\n");
    GivenInputs.file(folder, "b.csv", "no,who,at,price,note\n1,ana,2026-01-02,5,x\n");

    assertThatThrownBy(() -> canonical(spark, "true"))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("sources.purchases (shop.conf: 3): the file ")
        .hasMessageContaining("b.csv has no column paid,");
  }

  @Test
  void a_file_without_the_predicates_column_is_broken(SparkSession spark) {
    GivenInputs.file(folder, "a.csv", "no,who,at,paid,note\n1,ana,2026-01-02,5,x\n");
    GivenInputs.file(folder, "b.csv", "no,who,at,paid\n1,ana,2026-01-02,5\n");
    SourceSettings plain = RawShop.purchases(input(folder, "true"));
    SourceSettings settings =
        new SourceSettings(
            plain.inputs(), Optional.empty(), Optional.of("note = 'x'"), plain.columns(), "c: 1");

    assertThatThrownBy(() -> RawShop.canonical(spark, settings))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("b.csv has no column note,");
  }

  @Test
  void a_repeated_name_is_broken_and_a_missing_one_is_not(SparkSession spark) {
    Path file =
        GivenInputs.file(folder, "a.csv", "no,who,at,paid,note,,\n1,ana,2026-01-02,5,x,,\n");
    assertThat(canonical(spark, "true")).containsExactly(ANA);

    GivenInputs.file(folder, file.getFileName().toString(), "no,who,at,paid,note,Who\n");
    assertThatThrownBy(() -> canonical(spark, "true"))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("a.csv has more than one column named Who.");
  }

  @Test
  void many_headers_are_read_side_by_side(SparkSession spark) {
    for (int i = 10; i < 50; i++) {
      GivenInputs.file(
          folder,
          i + ".csv",
          i % 2 == 0
              ? "no,who,at,paid,note\n" + i + ",ana,2026-01-02,5,x\n"
              : "who,no,note,at,paid\nben," + i + ",y,2026-01-02,6\n");
    }

    assertThat(canonical(spark, "true"))
        .hasSize(40)
        .contains(
            "[ana,2026-01-02 00:00:00.0,5.0000,48,x]", "[ben,2026-01-02 00:00:00.0,6.0000,49,y]");
  }

  @Test
  void guessed_types_that_differ_are_read_as_text(SparkSession spark) {
    GivenInputs.file(folder, "a.csv", "no,who,at,paid,note\n1,007,2026-01-02,5,x\n");
    GivenInputs.file(folder, "b.csv", "who,no,at,paid,note\nben,2,2026-01-02,6.5,y\n");
    var input =
        new InputSettings(
            "csv", List.of(folder.toString()), Map.of("header", "true", "inferSchema", "true"));

    var raw = new RawReader(spark).read("purchases", RawShop.purchases(input));

    assertThat(RawReader.columns(raw)).contains("no INT", "who STRING", "paid STRING");
    assertThat(raw.select("who").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("007", "ben");
  }

  @Test
  void ragged_and_torn_lines_are_kept_with_their_text(SparkSession spark) throws IOException {
    Files.writeString(
        folder.resolve("a.csv"),
        """
        no,who,at,paid,note
        1,ana,2026-01-02,5,x
        2,ben
        3,cho,2026-01-02,5,x,too,many
        4,dan,2026-01-02,5,"torn
        note"
        """);
    GivenInputs.file(folder, "b.csv", "note,no,who,at,paid\ny,5,eve,2026-01-02\n");

    List<Row> malformed =
        new RawReader(spark)
            .read("purchases", RawShop.purchases(input(folder, "true")))
            .where("_corrupt_record IS NOT NULL")
            .select("_corrupt_record", "no")
            .collectAsList();

    assertThat(malformed)
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder(
            "2,ben", "3,cho,2026-01-02,5,x,too,many", "note\"", "y,5,eve,2026-01-02");
  }

  @Test
  void the_inputs_of_a_query_keep_what_cannot_be_taken_apart(SparkSession spark) {
    Path orders = GivenInputs.file(folder, "orders.csv", "no,who\n1,ana\n2\n");
    Path paid = GivenInputs.file(folder, "paid.json", "{\"no\":1,\"paid\":5}\n{\"no\":2,\"pa\n{\n");
    SourceSettings settings =
        GivenInputs.source(
            Map.of("orders", input(orders, "true"), "paid", GivenInputs.input("json", paid)),
            "SELECT * FROM orders JOIN paid USING (no)");

    List<Row> rows = new RawReader(spark).read("purchases", settings).collectAsList();

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[1,ana,5,null]",
            "[null,null,null,2]",
            "[null,null,null,{\"no\":2,\"pa]",
            "[null,null,null,{]");
  }

  private List<String> canonical(SparkSession spark, String header) {
    return RawShop.canonical(spark, RawShop.purchases(input(folder, header)));
  }

  private static InputSettings input(Path path, String header) {
    return new InputSettings("csv", List.of(path.toString()), Map.of("header", header));
  }
}
