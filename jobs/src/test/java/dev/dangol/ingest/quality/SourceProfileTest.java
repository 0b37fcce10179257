package dev.dangol.ingest.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dangol.store.RowCounters;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SourceProfileTest {
  private static final AsOf DAY = TestDay.of("2026-01-07");
  private static final SourceProfile PURCHASES =
      new SourceProfile(
          Sources.PURCHASES, Set.of("customer_id", "purchased_at", "net_amount", "category"));

  @Test
  void a_source_is_measured_while_its_rows_are_written(SparkSession spark) {
    Dataset<Row> rows =
        purchases(spark)
            .row("ann", "2026-01-02T23:59:59Z", "10", "tea", null)
            .row("ann", "2026-01-05T01:00:00Z", "-4", null, "unmatched")
            .row("bob", "2026-01-01T00:00:00Z", "6.5", null, null)
            .row("cho", "2026-01-01T00:00:00Z", "6.5", "cup", null)
            .table();

    assertThat(PURCHASES.values(observed(rows), DAY))
        .containsExactly(
            entry("purchases.rows", 4.0),
            entry("purchases.customers", 3.0),
            entry("purchases.amount_sum", 19.0),
            entry("purchases.amount_mean", 4.75),
            entry("purchases.unmatched_refunds", 1.0),
            entry("purchases.age_days", 2.0),
            entry("purchases.null_share.category", 0.5));
  }

  @Test
  void an_empty_source_has_no_rows_and_no_customers_and_no_more(SparkSession spark) {
    Dataset<Row> empty = purchases(spark).table();
    Column[] all = PURCHASES.measures().toArray(Column[]::new);
    Row row =
        empty
            .agg(
                PURCHASES.measures().get(0),
                List.of(all).subList(1, all.length).toArray(Column[]::new))
            .head();
    Map<String, Object> found = new java.util.HashMap<>();
    for (String name : row.schema().fieldNames()) {
      found.put(name, row.getAs(name));
    }

    assertThat(PURCHASES.values(found, DAY))
        .containsExactly(
            entry("purchases.rows", 0.0),
            entry("purchases.customers", 0.0),
            entry("purchases.unmatched_refunds", 0.0));
    assertThat(PURCHASES.values(Map.of(), DAY))
        .containsExactly(entry("purchases.rows", 0.0), entry("purchases.customers", 0.0));
  }

  @Test
  void every_source_can_be_measured(SparkSession spark) {
    Sources.ALL.forEach(
        source -> {
          Set<String> all = Set.copyOf(source.fields().stream().map(Field::name).toList());
          SourceProfile profile = new SourceProfile(source, all);
          Dataset<Row> none =
              TestRows.of(spark, source.clean().fields().toArray(Field[]::new)).table();
          assertThat(none.select(profile.measures().toArray(Column[]::new)).columns())
              .doesNotHaveDuplicates()
              .contains("rows")
              .doesNotContain("empty_email", "empty_consent", "empty_net_amount");
        });
  }

  private static Map<String, Object> observed(Dataset<Row> rows) {
    RowCounters tally = new RowCounters();
    List<Column> measures = PURCHASES.measures();
    Column[] others = measures.subList(1, measures.size()).toArray(Column[]::new);
    tally.on(rows, measures.get(0), others).collectAsList();
    return tally.values();
  }

  private static TestRows purchases(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        PurchaseSource.PURCHASED_AT,
        PurchaseSource.NET_AMOUNT,
        SharedColumns.CATEGORY,
        PurchaseSource.REFUND_STATUS);
  }
}
