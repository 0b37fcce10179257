package dev.dangol.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.problem.BadSetting;
import dev.dangol.table.AsOf;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ColumnMappingTest {
  private static final AsOf DAY = TestDay.of("2026-01-07");
  private static final Map<String, String> CUSTOMERS =
      Map.of(
          "customer_id", "no",
          "email", "person.email",
          "phone", "mobile",
          "attributes", "map('region', region, 'age_band', age)",
          "consent", "map('email', agreed)");

  @Test
  void direct_identifiers_stand_in_contacts_alone(SparkSession spark) {
    Dataset<Row> judged = RawLines.judged(Sources.CUSTOMERS, customers(spark), CUSTOMERS);

    Dataset<Row> clean = RawLines.clean(Sources.CUSTOMERS, judged);
    Row unique = RawLines.unique(Sources.CUSTOMERS, judged).head();

    assertThat(clean.columns())
        .contains("customer_id", "attributes")
        .doesNotContain("email", "phone", "name", "address", "consent");
    assertThat(unique.<String>getAs(CustomerContacts.EMAIL.name())).isEqualTo("hana@example.kr");
  }

  @Test
  void a_rejected_row_is_kept_as_json_without_direct_identifiers(SparkSession spark) {
    Dataset<Row> judged = RawLines.judged(Sources.CUSTOMERS, customers(spark), CUSTOMERS);

    List<Row> rejected =
        CleanRows.reject(Sources.CUSTOMERS, judged, DAY)
            .orderBy(RunColumns.REASON.col())
            .collectAsList();

    assertThat(rejected)
        .extracting(row -> row.<String>getAs(RunColumns.RAW.name()))
        .containsExactly(
            "{\"no\":\"n/a\",\"person\":\"(hidden)\",\"mobile\":\"(hidden)\",\"region\":\"서울 🍀\"}",
            "{\"no\":\"(hidden)\",\"region\":\"(hidden)\",\"_corrupt_record\":\"(hidden)\"}");
    assertThat(rejected.get(0).<String>getAs(RunColumns.COLUMN.name())).isEqualTo("customer_id");
    assertThat(rejected.get(1).<String>getAs(RunColumns.COLUMN.name())).isNull();
  }

  @Test
  void entries_of_a_map_without_a_value_are_left_out(SparkSession spark) {
    Dataset<Row> judged = RawLines.judged(Sources.CUSTOMERS, customers(spark), CUSTOMERS);

    Row hana = RawLines.clean(Sources.CUSTOMERS, judged).head();

    assertThat(hana.getJavaMap(hana.fieldIndex(CustomerSource.ATTRIBUTES.name())))
        .isEqualTo(Map.of("region", "부산"));
  }

  @Test
  void an_expression_reads_raw_columns_also_where_a_canonical_one_has_the_same_name(
      SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            "SELECT '7' AS no, named_struct('email', named_struct('state', 'granted')) AS consent");
    Map<String, String> columns =
        Map.of(
            "customer_id", "no", "consent", "map('email', consent.email.state || ' 2026-01-01')");

    Row used =
        RawLines.unique(Sources.CUSTOMERS, RawLines.judged(Sources.CUSTOMERS, raw, columns)).head();

    assertThat(used.getJavaMap(used.fieldIndex(CustomerContacts.CONSENT.name())))
        .isEqualTo(Map.of("email", "granted 2026-01-01"));
  }

  @Test
  void wrong_expressions_are_named_together_with_the_nearest_raw_columns(SparkSession spark) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("customer_id", "CustomerId_");
    columns.put("purchased_at", "to_timestamp(InvoiceDate");
    columns.put("net_amount", "sum(Quantity)");
    columns.put("quantity", "Quantity");
    columns.put("category", "explode(array(1, 2))");
    Dataset<Row> raw =
        RawLines.sql(spark, "SELECT 'c' AS CustomerID, '2026-01-01' AS InvoiceDate, 1 AS Quantity");

    assertThatThrownBy(() -> RawLines.mapping(Sources.PURCHASES, columns, "1 + 1").canonical(raw))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("sources.purchases.where = \"1 + 1\": ")
        .hasMessageContaining("sources.purchases.columns.customer_id = \"CustomerId_\": there is")
        .hasMessageContaining("no column CustomerId_; the nearest are CustomerID, ")
        .hasMessageContaining("sources.purchases.columns.purchased_at = \"to_timestamp(")
        .hasMessageContaining("sources.purchases.columns.net_amount = \"sum(Quantity)\": ")
        .hasMessageContaining("sources.purchases.columns.category = \"explode(array(1, 2))\": ")
        .hasMessageContaining("(shop.conf: 7)")
        .hasMessageNotContaining("columns.quantity");
  }

  @Test
  void rows_that_the_predicate_leaves_out_are_neither_used_nor_rejected(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark, "SELECT * FROM VALUES ('ana', 'paid'), ('ben', 'void') AS raw(who, status)");
    Map<String, String> columns =
        Map.of("customer_id", "who", "purchased_at", "'2026-01-02'", "net_amount", "1");

    Dataset<Row> canonical =
        RawLines.mapping(Sources.PURCHASES, columns, "status <> 'void'").canonical(raw);

    assertThat(canonical.select(SharedColumns.CUSTOMER_ID.col()).collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("ana");
  }

  private static Dataset<Row> customers(SparkSession spark) {
    return RawLines.sql(
        spark,
        """
        SELECT * FROM VALUES
          ('7',   named_struct('email', 'hana@example.kr'), '010-1234', '부산',    NULL, 'granted', NULL),
          ('n/a', named_struct('email', 'x@example.kr'),    '010-9999', '서울 🍀', NULL, NULL,      NULL),
          ('x@example.kr', NULL,                            NULL,       '010-9999', NULL, NULL, 'x@example.kr,010')
          AS raw(no, person, mobile, region, age, agreed, _corrupt_record)
        """);
  }
}
