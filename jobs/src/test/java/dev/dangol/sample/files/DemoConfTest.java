package dev.dangol.sample.files;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class DemoConfTest {
  private static final SampleSize SIZE = new SampleSize(300, 42);
  private static final Config CONF =
      ConfigFactory.parseFile(new File("conf/demo.conf")).getConfig("dangol");
  private static final String RAW_ID = "raw_id";

  @TempDir private Path folder;

  @Test
  void every_source_of_the_contract_is_in_the_demo() {
    Set<String> names =
        SampleShop.sources(SIZE).stream().map(RawTable::name).collect(Collectors.toSet());
    assertThat(CONF.getConfig("sources").root().keySet()).isEqualTo(names);
    assertThat(Sources.ALL.stream().map(Source::name).filter(name -> !name.equals("rates")))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void every_source_of_the_sample_is_mapped_and_only_broken_rows_lack_a_required_value(
      SparkSession shared) {
    SparkSession spark = localTime(shared);
    SampleShop.write(spark, folder.toString(), SIZE);
    for (RawTable table : SampleShop.sources(SIZE)) {
      Source source = Sources.byName(table.name()).orElseThrow();
      Dataset<Row> mapped = mapped(spark, table);
      List<Row> rows = mapped.collectAsList();
      assertThat(mapped.columns()).as(table.name()).contains(names(source.required()));
      for (String column : mapped.columns()) {
        assertThat(rows).as(column).anyMatch(row -> row.getAs(column) != null);
      }
      assertThat(incomplete(rows, source))
          .as(table.name())
          .allMatch(id -> id.startsWith("B"))
          .hasSizeLessThanOrEqualTo(rows.size() / 100);
    }
  }

  @Test
  void cohorts_are_predicates_over_features(SparkSession spark) {
    List<Field> features = FeatureTable.of(List.of(30, 90, 365)).fields();
    Dataset<Row> nobody =
        spark.range(0).select(features.stream().map(Field::nullColumn).toArray(Column[]::new));
    CONF.getConfig("cohorts")
        .root()
        .keySet()
        .forEach(
            name -> {
              String predicate = CONF.getString("cohorts." + name + ".where");
              assertThatCode(() -> nobody.where(predicate)).as(name).doesNotThrowAnyException();
            });
  }

  /** As a run has it: the business's own time zone, and casts that give null instead of failing. */
  private static SparkSession localTime(SparkSession shared) {
    SparkSession spark = shared.newSession();
    spark.conf().set("spark.sql.session.timeZone", CONF.getString("time-zone"));
    spark.conf().set("spark.sql.ansi.enabled", false);
    return spark;
  }

  private Dataset<Row> mapped(SparkSession spark, RawTable table) {
    Config source = CONF.getConfig("sources").getConfig(table.name());
    assertThat(source.getString("path")).isEqualTo("demo/sample/" + table.name());
    Dataset<Row> raw =
        spark
            .read()
            .format(source.getString("format"))
            .options(options(source))
            .load(folder.resolve(table.name()).toString());
    Dataset<Row> wanted = source.hasPath("where") ? raw.where(source.getString("where")) : raw;
    List<Column> columns = new ArrayList<>();
    source
        .getConfig("columns")
        .root()
        .forEach((name, value) -> columns.add(canonical(table, name, (String) value.unwrapped())));
    columns.add(col("`" + table.schema().fieldNames()[0] + "`").as(RAW_ID));
    return wanted.select(columns.toArray(Column[]::new));
  }

  private static Column canonical(RawTable table, String name, String expression) {
    Field field = Sources.byName(table.name()).orElseThrow().field(name).orElseThrow();
    return field.is(expr(expression));
  }

  private static Map<String, String> options(Config source) {
    Map<String, String> options = new HashMap<>();
    if (source.hasPath("options")) {
      source
          .getConfig("options")
          .root()
          .forEach((name, value) -> options.put(name, value.unwrapped().toString()));
    }
    return options;
  }

  private static String[] names(List<Field> fields) {
    return fields.stream().map(Field::name).toArray(String[]::new);
  }

  private static List<String> incomplete(List<Row> rows, Source source) {
    return rows.stream()
        .filter(
            row -> source.required().stream().anyMatch(field -> row.getAs(field.name()) == null))
        .map(row -> row.<String>getAs(RAW_ID))
        .toList();
  }
}
