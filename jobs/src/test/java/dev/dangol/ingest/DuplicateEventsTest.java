package dev.dangol.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.ArrivalCutoff;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DuplicateEventsTest {
  private static final Map<String, String> WITH_IDS =
      Map.of(
          "customer_id", "who",
          "purchased_at", "'2026-01-02'",
          "net_amount", "paid",
          "order_id", "order_no",
          "line_id", "line_no",
          "arrived_at", "came");

  @Test
  void a_row_told_twice_under_one_id_counts_once_and_the_latest_arrival_wins(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            """
            SELECT * FROM VALUES
              ('ana', 10, 'A', '1', '2026-01-03'), ('ana', 10, 'A', '1', '2026-01-03'),
              ('ana', 20, 'A', '2', '2026-01-03'), ('ana', 25, 'A', '2', '2026-01-05'),
              ('ana', 27, 'A', '2', NULL),
              ('ben', 30, 'B', '1', NULL),         ('ben', 31, 'B', '1', NULL),
              ('ben', 99, NULL, '1', NULL)
              AS raw(who, paid, order_no, line_no, came)
            """);

    List<String> used = amounts(Sources.PURCHASES, raw, WITH_IDS);

    assertThat(used).hasSize(4).contains("ana 10.0000", "ana 25.0000", "ben 99.0000");
    assertThat(amounts(Sources.PURCHASES, raw.orderBy("paid"), WITH_IDS)).isEqualTo(used);
    assertThat(amounts(Sources.PURCHASES, raw.orderBy(raw.col("paid").desc()), WITH_IDS))
        .isEqualTo(used);
  }

  @Test
  void a_past_day_is_rebuilt_with_the_version_that_was_known_then(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            """
            SELECT * FROM VALUES
              ('ana', 10, 'A', '1', '2026-01-03'), ('ana', 15, 'A', '1', '2026-01-05'),
              ('ana', 17, 'A', '1', '2026-01-09'), ('ben', 20, 'B', '1', '2026-01-09')
              AS raw(who, paid, order_no, line_no, came)
            """);
    Dataset<Row> judged = RawLines.judged(Sources.PURCHASES, raw, WITH_IDS);
    LocalDate day = LocalDate.parse("2026-01-04");

    assertThat(known(judged, new AsOf(day, ZoneOffset.UTC)))
        .containsExactly("ana 10.0000", "ben 20.0000");
    assertThat(known(judged, new AsOf(day, ZoneOffset.UTC, ArrivalCutoff.of(day.plusDays(1)))))
        .containsExactly("ana 15.0000", "ben 20.0000");
    assertThat(known(judged, new AsOf(day, ZoneOffset.UTC, ArrivalCutoff.OF_NOW)))
        .containsExactly("ana 17.0000", "ben 20.0000");
  }

  private static List<String> known(Dataset<Row> judged, AsOf asOf) {
    return CleanRows.accept(Sources.PURCHASES, judged, asOf).collectAsList().stream()
        .map(DuplicateEventsTest::text)
        .sorted()
        .toList();
  }

  @Test
  void identical_lines_without_an_id_are_two_purchases_with_places_of_their_own(
      SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            """
            SELECT * FROM VALUES
              ('민지 🍀', 10, '간식', NULL), ('민지 🍀', 10, '간식', NULL), ('민지 🍀', 10, NULL, '간식')
              AS raw(who, paid, kind, line)
            """);
    Map<String, String> columns =
        Map.of(
            "customer_id", "who",
            "purchased_at", "'2026-01-02'",
            "net_amount", "paid",
            "category", "kind",
            "product_line", "line");

    List<Row> used = used(Sources.PURCHASES, raw, columns);

    assertThat(used)
        .hasSize(3)
        .extracting(row -> row.<String>getAs(SharedColumns.SOURCE_ROW.name()))
        .doesNotHaveDuplicates()
        .allMatch(place -> place.matches("purchases:[0-9A-F]+(-2)?"));
    assertThat(used).extracting(DuplicateEventsTest::text).containsOnly("민지 🍀 10.0000");
  }

  @Test
  void maps_count_by_their_entries_and_not_by_their_order(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            """
            SELECT * FROM VALUES
              ('ana', map('region', 'Seoul', 'age', CAST(NULL AS STRING))),
              ('ana', map('age', NULL, 'region', 'Seoul')),
              ('ben', NULL)
              AS raw(who, facts)
            """);

    List<Row> used =
        used(Sources.CUSTOMERS, raw, Map.of("customer_id", "who", "attributes", "facts"));

    assertThat(used)
        .extracting(row -> row.<String>getAs(SharedColumns.CUSTOMER_ID.name()))
        .containsExactlyInAnyOrder("ana", "ben");
  }

  private static List<String> amounts(
      Source source, Dataset<Row> raw, Map<String, String> columns) {
    return used(source, raw, columns).stream().map(DuplicateEventsTest::text).sorted().toList();
  }

  private static List<Row> used(Source source, Dataset<Row> raw, Map<String, String> columns) {
    return RawLines.clean(source, RawLines.judged(source, raw, columns)).collectAsList();
  }

  private static String text(Row row) {
    return row.getAs(SharedColumns.CUSTOMER_ID.name())
        + " "
        + row.getAs(PurchaseSource.NET_AMOUNT.name());
  }
}
