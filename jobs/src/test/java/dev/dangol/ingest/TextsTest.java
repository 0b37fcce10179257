package dev.dangol.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.SourceOptions;
import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.config.SourceSettings;
import dev.dangol.privacy.TextNormalizer;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class TextsTest {
  private static final String COMPOSED = "김하나-é";
  private static final String TAKEN_APART = Normalizer.normalize(COMPOSED, Normalizer.Form.NFD);

  @Test
  void ids_typed_in_another_normal_form_are_the_same_id(SparkSession spark) {
    assertThat(TAKEN_APART).isNotEqualTo(COMPOSED);
    Dataset<Row> raw =
        spark
            .createDataset(
                List.of(COMPOSED, TAKEN_APART, " \0" + TAKEN_APART + "\0 "), Encoders.STRING())
            .toDF("id");
    Map<String, String> columns =
        Map.of(
            "customer_id", "id",
            "attributes", "map('이름', id, id, 'x', 'a\0b', 'plain')");

    List<Row> used =
        RawLines.judged(Sources.CUSTOMERS, raw, columns)
            .select(SharedColumns.CUSTOMER_ID.col(), CustomerSource.ATTRIBUTES.col())
            .collectAsList();

    assertThat(used).hasSize(3).extracting(row -> row.getString(0)).containsOnly(COMPOSED);
    assertThat(used.subList(0, 2))
        .extracting(row -> row.<String, String>getJavaMap(1))
        .containsOnly(Map.of("이름", COMPOSED, COMPOSED, "x", "ab", "plain"));
  }

  @Test
  void joiners_stay_and_what_is_no_character_goes(SparkSession spark) {
    List<String> kept =
        List.of("👨‍👩‍👧", "می‌خواهم", "שלום", "x".repeat(10_000) + "가", "日本 １２", "");
    Dataset<Row> texts = spark.createDataset(kept, Encoders.STRING()).toDF("text");

    assertThat(texts.select(TextNormalizer.normal(texts.col("text"))).collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyElementsOf(kept);
    Dataset<Row> broken =
        spark.sql("SELECT cast(unhex('41EDA080') AS STRING) AS half, cast(NULL AS STRING) AS none");
    Row normal =
        broken
            .select(
                TextNormalizer.normal(broken.col("half")),
                TextNormalizer.normal(broken.col("none")))
            .head();
    assertThat(normal.getString(0)).startsWith("A").doesNotContain("\uD800");
    assertThat(normal.isNullAt(1)).isTrue();
  }

  @Test
  void keys_of_a_map_that_become_one_keep_one_value_whatever_their_order(SparkSession spark) {
    Dataset<Row> maps =
        spark
            .createDataset(List.of(TAKEN_APART), Encoders.STRING())
            .selectExpr(
                "map(value, 'a', '" + COMPOSED + "', 'b') AS one",
                "map('" + COMPOSED + "', 'b', value, 'a') AS other",
                "cast(NULL AS map<string, string>) AS none");

    Row row =
        maps.select(
                TextNormalizer.normalMap(maps.col("one")),
                TextNormalizer.normalMap(maps.col("other")),
                TextNormalizer.normalMap(maps.col("none")))
            .head();

    assertThat(row.getJavaMap(0)).isEqualTo(Map.of(COMPOSED, "a"));
    assertThat(row.getJavaMap(1)).isEqualTo(Map.of(COMPOSED, "a"));
    assertThat(row.isNullAt(2)).isTrue();
  }

  @Test
  void events_have_the_name_that_the_source_gives_them_or_a_known_one(SparkSession spark) {
    assertThat(events(spark))
        .containsExactlyInAnyOrder(
            "view used",
            "view used",
            "공유 ing used",
            "cart used",
            "session_start used",
            "공유 bit event is not a known name",
            "page event is not a known name");
  }

  @Test
  void the_machines_language_changes_nothing(SparkSession spark) {
    List<String> events = events(spark);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat("공유 I".toLowerCase(Locale.getDefault())).endsWith("ı");
      assertThat(events(spark)).isEqualTo(events);
      Dataset<Row> codes =
          spark.createDataset(List.of("inr", "원i", "KRI"), Encoders.STRING()).toDF("code");
      assertThat(codes.select(CurrencyConversion.code(codes.col("code"))).collectAsList())
          .extracting(row -> row.getString(0))
          .containsExactly("INR", "원I", "KRI");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> events(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            "SELECT * FROM VALUES (' PAGE_VIEW'), ('View '), ('공유 CLICKING'), ('CART'), ('공유 BIT'),"
                + " ('page'), ('SESSION_START') AS raw(name)");
    SourceOptions options =
        new SourceOptions(
            CustomerKey.ID,
            Map.of("Page_View", "view", "공유 Clicking", "공유 ing"),
            Optional.empty(),
            OptionalDouble.empty());
    Map<String, String> columns =
        Map.of("occurred_at", "'2026-01-02'", "event", "name", "visitor_id", "'v'");
    SourceSettings settings =
        new SourceSettings(
            Map.of(), Optional.empty(), Optional.empty(), columns, options, "shop.conf: 7", "");
    ColumnMapping mapping = new ColumnMapping(Sources.ENGAGEMENT, settings, RawLines.MALFORMED);
    return RawLines.judged(Sources.ENGAGEMENT, mapping.canonical(raw))
        .select(
            EngagementSource.EVENT.col(),
            IngestColumns.FAULT.col(),
            IngestColumns.FAULT_VALUE.col())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + " " + (row.isNullAt(1) ? "used" : row.getString(1)))
        .toList();
  }
}
