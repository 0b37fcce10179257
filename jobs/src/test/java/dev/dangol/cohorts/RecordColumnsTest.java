package dev.dangol.cohorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.privacy.SensitiveAttributes;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class RecordColumnsTest {
  private static final AsOf DAY = new AsOf(LocalDate.of(2025, 6, 30), ZoneOffset.UTC);
  private static final Field CITY = Field.text("city", "The city.");
  private static final Field MAP = Field.text("map", "The map as text.");
  private static final RecordColumns COLUMNS = new RecordColumns(List.of("city"), Set.of());

  private static Object map(String... pairs) {
    Map<String, String> map = new HashMap<>();
    for (int place = 0; place < pairs.length; place += 2) {
      map.put(pairs[place], pairs[place + 1]);
    }
    return CollectionConverters.asScala(map);
  }

  private static TestRows records(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            CustomerSource.SIGNED_UP_AT,
            CustomerSource.COMPANY_ID,
            CustomerSource.ATTRIBUTES)
        .row(
            "ann",
            "2025-06-30T23:59:59Z",
            "firm",
            map("city", "서울", "religion", "none", "age", "x"))
        .row("ann", null, "a firm", map("city", "부산 🍀", "role", "buyer"))
        .row("bob", null, null, null)
        .row("cho", null, null, map("city", null, "role", "buyer"))
        .row("later", "2025-07-01T00:00:00Z", null, map("city", "서울"));
  }

  private static Dataset<Row> readable(Dataset<Row> columns) {
    return columns.selectExpr(
        "customer_id",
        "company_id",
        "city",
        "array_join(transform(array_sort(map_entries(attributes)), e -> e.key || '=' || e.value),"
            + " ' ') AS map");
  }

  @Test
  void of_several_records_the_least_text_counts_and_sensitive_attributes_are_not_there(
      SparkSession spark) {
    TableAssert.assertThat(readable(COLUMNS.of(records(spark).table(), DAY)))
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, CustomerSource.COMPANY_ID, CITY, MAP)
                .row("ann", "a firm", "부산 🍀", "age=x city=부산 🍀 role=buyer")
                .row("bob", null, null, "")
                .row("cho", null, null, "role=buyer")
                .table());
    assertThat(COLUMNS.of(records(spark).table().limit(0), DAY).collectAsList()).isEmpty();
  }

  @Test
  void a_record_of_a_later_day_changes_nothing(SparkSession spark) {
    Dataset<Row> before = readable(COLUMNS.of(records(spark).table(), DAY));
    Dataset<Row> more =
        records(spark)
            .row("ann", "2025-07-02T00:00:00Z", "0", map("city", "가평", "age", "1"))
            .table();
    TableAssert.assertThat(readable(COLUMNS.of(more, DAY))).isEqualTo(before);
  }

  @Test
  void a_name_alone_is_judged_as_a_column_of_names_is(SparkSession spark) {
    List<String> names =
        List.of(
            "religion",
            "healthStatus",
            "health-status",
            "종교",
            "성적 지향",
            "region",
            "city",
            "Political_View",
            "embrace",
            "race",
            "gayo",
            "votes",
            "voter",
            "HEALTH",
            "wealth");
    Set<String> allowed = Set.of("Race", " 종교 ");
    TestRows rows = TestRows.of(spark, CITY);
    names.forEach(rows::row);
    List<Boolean> columns =
        rows
            .table()
            .select(SensitiveAttributes.isRefused(CITY.col(), allowed))
            .collectAsList()
            .stream()
            .map(row -> row.getBoolean(0))
            .toList();
    assertThat(names.stream().map(name -> SensitiveAttributes.isRefused(name, allowed)).toList())
        .isEqualTo(columns)
        .contains(true, false);
    assertThat(SensitiveAttributes.isRefused("race", allowed)).isFalse();
    assertThat(SensitiveAttributes.isRefused("healthStatus", allowed)).isTrue();
  }
}
