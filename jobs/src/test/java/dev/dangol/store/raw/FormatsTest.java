package dev.dangol.store.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.InputSettings;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the same purchases are read from every format. */
@ExtendWith(SparkExtension.class)
class FormatsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain.csv | , | UTF-8 | true",
        "marked.csv | , | UTF-8-mark | TRUE",
        "packed.csv.gz | ; | UTF-8 | True",
        "tabbed.tsv | tab | UTF-8 | true",
        "wide.csv | ; | UTF-16LE | true"
      })
  void csv(String name, String separator, String encoding, String header, SparkSession spark)
      throws IOException {
    String sep = separator.equals("tab") ? "\t" : separator;
    boolean mark = encoding.endsWith("-mark");
    String charset = encoding.replace("-mark", "");
    byte[] bytes = ((mark ? "\uFEFF" : "") + RawShop.csv(sep)).getBytes(Charset.forName(charset));
    Path file = folder.resolve(name);
    if (name.endsWith("gz")) {
      RawShop.zipped(file, bytes);
    } else {
      Files.write(file, bytes);
    }
    Map<String, String> options =
        RawShop.options(
            "header", header, "sep", sep, "multiLine", "true", "escape", "\"", "encoding", charset);

    assertThat(read(spark, "csv", file, options)).isEqualTo(RawShop.CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CP949", "EUC-KR"})
  void korean_encodings_are_read_where_the_options_name_them(String charset, SparkSession spark)
      throws IOException {
    String text = "no,who,at,paid,note\n1,김하나,2026-01-02,5,\"서울, 강남\"\n";
    Path file = Files.write(folder.resolve("k.csv"), text.getBytes(Charset.forName(charset)));
    Path packed =
        RawShop.zipped(folder.resolve("k.csv.gz"), text.getBytes(Charset.forName(charset)));
    Map<String, String> options = RawShop.options("header", "true", "encoding", charset);

    String row = "[김하나,2026-01-02 00:00:00.0,5.0000,1,서울, 강남]";
    assertThat(read(spark, "csv", file, options)).containsExactly(row);
    assertThat(read(spark, "CSV", packed, options)).containsExactly(row);
  }

  @ParameterizedTest
  @CsvSource({
    "CP949, x-windows-949, 똠방각하 뷁 펲시콜라",
    "ks_c_5601-1987, x-windows-949, 똠방각하 뷁 펲시콜라",
    "euc-kr, x-windows-949, 똠방각하 뷁 펲시콜라",
    "uhc, x-windows-949, 똠방각하 뷁 펲시콜라",
    "Shift_JIS, windows-31j, ①髙島屋",
    "gb2312, GB18030, 镕基",
    "latin1, windows-1252, “quoted” – 5 €"
  })
  void encodings_are_what_the_makers_of_files_mean_by_their_names(
      String name, String written, String note, SparkSession spark) throws IOException {
    String text = "no,who,at,paid,note\n1,ana,2026-01-02,5," + note + "\n";
    Path file = Files.write(folder.resolve("n.csv"), text.getBytes(Charset.forName(written)));

    assertThat(read(spark, "csv", file, RawShop.options("header", "true", "encoding", name)))
        .containsExactly("[ana,2026-01-02 00:00:00.0,5.0000,1," + note + "]");
  }

  @Test
  void dates_and_numbers_are_read_as_people_write_them(SparkSession spark) {
    Path file =
        GivenInputs.file(
            folder,
            "local.csv",
            """
            주문 번호;회원.ID;구매 일시;금액;메모
            1;김하나;2026. 1. 2. 오전 10:00;1.234,50;a
            2;ana;2026. 12. 31. 오후 3:05;7;b
            3;ben;03/02/2026;1.000.000,00;c
            4;dan;2026-02-04 01:02:03;-3,25;d
            """);
    String korean = "replace(replace(`구매 일시`, '오전', 'AM'), '오후', 'PM')";
    Map<String, String> columns = new HashMap<>();
    columns.put("order_id", "`주문 번호`");
    columns.put("customer_id", "`회원.ID`");
    columns.put(
        "purchased_at",
        "coalesce(try_to_timestamp("
            + korean
            + ", 'yyyy. M. d. a h:mm'), try_to_timestamp(`구매 일시`, 'dd/MM/yyyy'),"
            + " try_to_timestamp(`구매 일시`, 'yyyy-MM-dd HH:mm:ss'))");
    columns.put("net_amount", "replace(replace(`금액`, '.', ''), ',', '.')");
    columns.put("category", "`메모`");
    var input =
        new InputSettings(
            "csv", List.of(file.toString()), RawShop.options("header", "true", "sep", ";"));

    assertThat(RawShop.canonical(spark, RawShop.purchases(input, columns)))
        .containsExactly(
            "[김하나,2026-01-02 10:00:00.0,1234.5000,1,a]",
            "[ana,2026-12-31 15:05:00.0,7.0000,2,b]",
            "[ben,2026-02-03 00:00:00.0,1000000.0000,3,c]",
            "[dan,2026-02-04 01:02:03.0,-3.2500,4,d]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "parquet", "orc", "avro", "delta"})
  void formats_that_spark_writes(String format, SparkSession spark) {
    Path table = folder.resolve("table");
    RawShop.typed(spark).repartition(2).write().format(format).save(table.toString());

    assertThat(read(spark, format, table, Map.of())).isEqualTo(RawShop.CANONICAL);
  }

  @Test
  void json_that_spans_lines(SparkSession spark) {
    Path lines = folder.resolve("lines");
    RawShop.typed(spark).coalesce(1).write().json(lines.toString());
    String array =
        "[\n" + String.join(",\n", spark.read().textFile(lines.toString()).collectAsList()) + "\n]";
    Path file = GivenInputs.file(folder, "all.json", array.replace("\",", "\",\n  "));

    assertThat(read(spark, "json", file, Map.of("multiLine", "true"))).isEqualTo(RawShop.CANONICAL);
  }

  @Test
  void delta_as_it_was_by_version_or_by_time(SparkSession spark) {
    Path table = folder.resolve("d");
    RawShop.typed(spark).write().format("delta").save(table.toString());
    String time =
        spark
            .sql("DESCRIBE HISTORY delta.`" + table + "`")
            .selectExpr("CAST(timestamp AS STRING)")
            .head()
            .getString(0);
    RawShop.typed(spark).limit(1).write().format("delta").mode("overwrite").save(table.toString());

    assertThat(read(spark, "delta", table, Map.of())).hasSize(1);
    assertThat(read(spark, "delta", table, Map.of("versionAsOf", "0")))
        .isEqualTo(RawShop.CANONICAL);
    assertThat(read(spark, "delta", table, Map.of("timestampAsOf", time)))
        .isEqualTo(RawShop.CANONICAL);
  }

  @Test
  void a_time_without_zone_is_local_to_the_business(SparkSession spark) {
    Path table = folder.resolve("ntz");
    spark
        .sql("SELECT 1 no, 'ana' who, TIMESTAMP_NTZ '2026-01-02 00:30:00' at, 5 paid, 'x' note")
        .write()
        .parquet(table.toString());
    SparkSession seoul = spark.newSession();
    seoul.conf().set("spark.sql.session.timeZone", "Asia/Seoul");

    var rows = read(seoul, "parquet", table, Map.of());

    assertThat(rows).containsExactly("[ana,2026-01-01 15:30:00.0,5.0000,1,x]");
  }

  @Test
  void files_globs_and_folders_are_read_together(SparkSession spark) throws IOException {
    String header = "no,who,at,paid,note\n";
    Files.createDirectories(folder.resolve("in/day=2026-01-03"));
    Files.createDirectories(folder.resolve("more 더"));
    GivenInputs.file(folder, "one.csv", header + "1,a,2026-01-02,5,x\n");
    GivenInputs.file(folder, "two[1].csv", header + "2,b,2026-01-02,5,x\n");
    GivenInputs.file(folder, "in/day=2026-01-03/p.csv", header + "3,c,2026-01-02,5,x\n");
    GivenInputs.file(folder, "in/day=2026-01-03/_hidden.csv", header + "9,h,2026-01-02,5,x\n");
    GivenInputs.file(folder, "more 더/100%25.csv", header + "4,d,2026-01-02,5,x\n");
    var input =
        new InputSettings(
            "csv",
            List.of(folder + "/one.csv", folder + "/t*.csv", folder + "/in", folder + "/more 더"),
            Map.of("header", "true"));
    Map<String, String> columns = new HashMap<>(RawShop.COLUMNS);
    columns.put("category", "coalesce(day, 'none')");

    assertThat(RawShop.canonical(spark, RawShop.purchases(input, columns)))
        .containsExactly(
            "[a,2026-01-02 00:00:00.0,5.0000,1,none]",
            "[b,2026-01-02 00:00:00.0,5.0000,2,none]",
            "[c,2026-01-02 00:00:00.0,5.0000,3,2026-01-03]",
            "[d,2026-01-02 00:00:00.0,5.0000,4,none]");
  }

  private List<String> read(
      SparkSession spark, String format, Path path, Map<String, String> options) {
    var input = new InputSettings(format, List.of(path.toString()), options);
    return RawShop.canonical(spark, RawShop.purchases(input));
  }
}
