package dev.dangol.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.RowOrder;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tables in order of customers, as Spark plans them and as any other reader finds them. */
@ExtendWith(SparkExtension.class)
class OrderedTablesTest {
  private static final Field AT = Field.instant("at", "The moment.");
  private static final Field DEVICE = Field.text("device", "The device of a stranger.");
  private static final Field CUSTOMER = SharedColumns.CUSTOMER_ID.nullable();
  private static final RowOrder ORDER = new RowOrder(CUSTOMER, Optional.of(DEVICE), AT);
  private static final Table EVENTS =
      new Table("events", "An event.", List.of(), List.of(CUSTOMER, DEVICE, AT));

  @TempDir private Path folder;
  private Lake lake;
  private OrderedTables tables;

  @BeforeEach
  void open(SparkSession spark) {
    lake = new Lake(spark, folder.toString());
    tables = new OrderedTables(lake);
  }

  @Test
  void rows_of_a_customer_are_in_one_file_in_order_and_spark_neither_moves_nor_sorts_them(
      SparkSession spark) {
    tables.replace(EVENTS, ORDER, 4, events(spark, 0));
    TableVersion version = lake.describe(EVENTS, lake.version(EVENTS).orElseThrow());

    assertThat(tables.buckets(EVENTS)).hasValue(4);
    assertThat(version.files().orElseThrow())
        .hasSize(4)
        .allMatch(file -> file.status().getPath().getName().matches("part-0.*-of4_0000\\d\\..*"));
    Dataset<Row> ordered = tables.read(EVENTS, ORDER, 4);
    assertThat(plan(ordered)).doesNotContain("Exchange", "Sort ");
    assertThat(ordered.javaRDD().getNumPartitions()).isEqualTo(4);
    TableAssert.assertThat(ordered).isEqualTo(events(spark, 0));
    assertInOrder(ordered);
    Dataset<Row> counted =
        VersionRelation.read(spark, version, TableBuckets.of(version))
            .groupBy("customer_id")
            .count();
    assertThat(plan(counted)).doesNotContain("Exchange");
    assertThat(counted.count()).isEqualTo(40);
  }

  @Test
  void the_number_of_buckets_changes_with_the_files_and_any_number_of_parts_is_read(
      SparkSession spark) {
    tables.replace(EVENTS, ORDER, 4, events(spark, 0));
    tables.replace(EVENTS, ORDER, 2, events(spark, 7));
    assertThat(tables.buckets(EVENTS)).hasValue(2);
    for (int parts : List.of(1, 2, 3)) {
      Dataset<Row> read = tables.read(EVENTS, ORDER, parts);
      assertThat(read.javaRDD().getNumPartitions()).isEqualTo(parts);
      TableAssert.assertThat(read).isEqualTo(events(spark, 7));
      assertInOrder(read);
    }
    lake.restore(EVENTS, 1);
    assertThat(tables.buckets(EVENTS)).hasValue(4);
    TableAssert.assertThat(tables.read(EVENTS, ORDER, 2)).isEqualTo(events(spark, 0));
  }

  @Test
  void strangers_are_spread_and_what_other_programs_wrote_is_sorted(SparkSession spark) {
    tables.replace(EVENTS, ORDER, 4, events(spark, 3));
    assertThat(tables.buckets(EVENTS)).hasValue(4);
    assertThat(lake.describe(EVENTS, 1).files().orElseThrow()).hasSizeGreaterThan(4);
    assertInOrder(tables.read(EVENTS, ORDER, 4));
    Dataset<Row> byDelta = spark.read().format("delta").load(lake.path(EVENTS));
    TableAssert.assertThat(lake.read(EVENTS)).isEqualTo(byDelta);

    DeltaTable.forPath(spark, lake.path(EVENTS)).delete("customer_id = 'c1'");
    events(spark, 0).limit(50).write().format("delta").mode("append").save(lake.path(EVENTS));

    assertThat(tables.buckets(EVENTS)).isEmpty();
    Dataset<Row> mended = tables.read(EVENTS, ORDER, 4);
    assertThat(mended.javaRDD().getNumPartitions()).isEqualTo(4);
    assertInOrder(mended);
    TableAssert.assertThat(mended).isEqualTo(spark.read().format("delta").load(lake.path(EVENTS)));
  }

  @Test
  void a_table_without_a_row_is_read_too(SparkSession spark) {
    assertThat(tables.read(EVENTS, ORDER, 2).count()).isZero();
    tables.replace(EVENTS, ORDER, 2, events(spark, 0).where(lit(false)));
    assertThat(tables.read(EVENTS, ORDER, 2).count()).isZero();
    assertThat(tables.read(EVENTS, ORDER, 3).count()).isZero();
  }

  /** 40 customers in turn; each so many events a stranger's, or none where it is 0. */
  private static Dataset<Row> events(SparkSession spark, int strangers) {
    var known = strangers == 0 ? lit(true) : col("id").mod(strangers).gt(0);
    return spark
        .range(0, 400, 1, 3)
        .select(
            when(known, org.apache.spark.sql.functions.concat(lit("c"), col("id").mod(40)))
                .as("customer_id"),
            col("id").mod(11).cast("string").as("device"),
            col("id").multiply(7919).mod(1000).cast("timestamp").as("at"));
  }

  /** Customers do not come twice, and time goes on within each. */
  private static void assertInOrder(Dataset<Row> rows) {
    List<String> customers = new ArrayList<>();
    for (List<Row> part : rows.javaRDD().glom().collect()) {
      Row last = null;
      for (Row row : part) {
        String customer = String.valueOf(row.getString(0));
        if (last != null && customer.equals(String.valueOf(last.getString(0)))) {
          assertThat(row.getTimestamp(2)).isAfterOrEqualTo(last.getTimestamp(2));
        } else if (!customer.equals("null")) {
          customers.add(customer);
        }
        last = row;
      }
    }
    assertThat(customers).doesNotHaveDuplicates();
  }

  private static String plan(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
        .queryExecution()
        .executedPlan()
        .toString();
  }
}
