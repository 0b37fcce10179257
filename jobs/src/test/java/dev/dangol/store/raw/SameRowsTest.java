package dev.dangol.store.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.InputSettings;
import dev.dangol.config.QualitySettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.ColumnMapping;
import dev.dangol.ingest.DuplicateEvents;
import dev.dangol.ingest.ValidationRules;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the same dirty data give the same rows in seven formats. */
@ExtendWith(SparkExtension.class)
class SameRowsTest {
  private static final AsOf DAY = new AsOf(LocalDate.parse("2026-01-07"), ZoneOffset.UTC);
  private static final int ROWS = 300;
  private static final List<String> FORMATS =
      List.of("csv", "json", "parquet", "delta", "orc", "avro", "jdbc");
  private static final ValidationRules RULES =
      new ValidationRules(new QualitySettings(0.5, 1, 5), "KRW");
  private static final String[] NAMES = {"no", "who", "at", "figure", "words"};
  private static final String[] WHO = {"c1", "c2", " c3 ", "김하나", "C1", null, "n/a", "o\uFFFDo"};
  private static final String[] AT = {
    "2026-01-02 03:04:05", "2026-02-28", "2026-02-30", "soon", "9999-12-31", "0001-01-01", null
  };
  private static final String[] FIGURES = {"1", "2.5", "4", "-3", "1,5", "NaN", "99", null};
  private static final String[] WORDS = {
    "plain", "정말 좋아요 😍", "a \"b\" c", "two\nlines", "semi;colon,comma\ttab", "back\\slash", null
  };
  private static final Map<Source, Map<String, String>> COLUMNS =
      Map.of(
          Sources.PURCHASES,
          Map.of(
              "order_id", "no",
              "customer_id", "who",
              "purchased_at", "CAST(at AS TIMESTAMP)",
              "net_amount", "CAST(figure AS DECIMAL(12,2))",
              "category", "words"),
          Sources.REVIEWS,
          Map.of(
              "review_id", "no",
              "customer_id", "who",
              "reviewed_at", "CAST(at AS TIMESTAMP)",
              "rating", "CAST(figure AS DOUBLE)",
              "text", "words"),
          Sources.CUSTOMERS,
          Map.of(
              "customer_id", "who",
              "signed_up_at", "CAST(at AS TIMESTAMP)",
              "name", "words",
              "attributes", "map('figure', figure, 'words', words)"));

  @TempDir private Path folder;

  @Test
  void clean_and_rejected_rows_do_not_depend_on_the_format(SparkSession spark) throws IOException {
    Dataset<Row> dirty = dirty(spark);
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      Map<String, InputSettings> inputs = new TreeMap<>();
      for (String format : FORMATS) {
        inputs.put(format, write(dirty, format, server));
      }
      COLUMNS.forEach(
          (source, columns) -> {
            List<String> csv = rows(spark, source, inputs.get("csv"), columns);
            assertThat(csv).filteredOn(row -> row.startsWith("[null,")).hasSizeGreaterThan(3);
            assertThat(csv).filteredOn(row -> !row.startsWith("[null,")).hasSizeGreaterThan(20);
            for (String format : FORMATS) {
              assertThat(rows(spark, source, inputs.get(format), columns))
                  .as(source.name() + " as " + format)
                  .isEqualTo(csv);
            }
          });
    }
  }

  /** The reason of rejection, then the canonical columns; events with an id deduplicated. */
  private static List<String> rows(
      SparkSession spark, Source source, InputSettings input, Map<String, String> columns) {
    SourceSettings settings =
        new SourceSettings(
            Map.of("raw", input), Optional.empty(), Optional.empty(), columns, "shop.conf: 3");
    Dataset<Row> judged =
        RULES.validate(
            source,
            new ColumnMapping(source, settings, RawReader.MALFORMED)
                .canonical(new RawReader(spark).read(source.name(), settings)),
            TestDay.of("2026-05-31"));
    List<String> shown = new ArrayList<>(List.of("rejected_for"));
    columns.keySet().stream().sorted().forEach(shown::add);
    String[] others = shown.subList(1, shown.size()).toArray(String[]::new);
    Dataset<Row> used = DuplicateEvents.remove(source, judged.where("rejected_for IS NULL"), DAY);
    return used
        .select("rejected_for", others)
        .unionAll(judged.where("rejected_for IS NOT NULL").select("rejected_for", others))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private InputSettings write(Dataset<Row> dirty, String format, EmbeddedPostgres server) {
    if (format.equals("jdbc")) {
      Map<String, String> options =
          Map.of("url", server.getJdbcUrl("postgres", "postgres"), "dbtable", "dirty");
      dirty.write().format("jdbc").options(options).save();
      return new InputSettings("jdbc", List.of(), options);
    }
    Map<String, String> options =
        format.equals("csv")
            ? RawShop.options(
                "header",
                "true",
                "multiLine",
                "true",
                "escape",
                "\"",
                "ignoreLeadingWhiteSpace",
                "false",
                "ignoreTrailingWhiteSpace",
                "false")
            : Map.of();
    String path = folder.resolve(format).toString();
    dirty.write().format(format).options(options).save(path);
    return new InputSettings(format, List.of(path), options);
  }

  private static Dataset<Row> dirty(SparkSession spark) {
    Random random = new Random(20260601);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          RowFactory.create(
              "n" + random.nextInt(ROWS),
              often(random, WHO, 5),
              often(random, AT, 2),
              often(random, FIGURES, 3),
              WORDS[random.nextInt(WORDS.length)]));
    }
    StructType schema = new StructType();
    for (String name : NAMES) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return spark.createDataFrame(rows, schema).repartition(2);
  }

  /** Mostly one of the first, which are sound. */
  private static String often(Random random, String[] values, int sound) {
    return values[random.nextInt(random.nextInt(5) > 0 ? sound : values.length)];
  }
}
