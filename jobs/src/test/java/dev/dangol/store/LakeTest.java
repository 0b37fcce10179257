package dev.dangol.store;

import static dev.dangol.store.VisitorRows.MONDAY;
import static dev.dangol.store.VisitorRows.TUESDAY;
import static dev.dangol.store.VisitorRows.VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LakeTest {
  private static final Table DAILY = VisitorRows.TABLE;

  @TempDir private Path folder;

  @Test
  void a_day_is_replaced_whole_and_the_other_days_stay(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    Dataset<Row> monday =
        rows(spark).row("2026-01-05", "ana", 1).row("2026-01-05", "ben", 2).table();
    Dataset<Row> tuesday = rows(spark).row("2026-01-06", "ana", 3).table();

    lake.replaceDay(DAILY, monday, MONDAY);
    lake.replaceDay(DAILY, tuesday, TUESDAY);
    lake.replaceDay(DAILY, monday, MONDAY);
    TableAssert.assertThat(lake.read(DAILY)).isEqualTo(monday.union(tuesday));
    assertThat(lake.journal().rows()).containsEntry("visitors", 2L);

    lake.replaceDay(DAILY, rows(spark).table(), MONDAY);
    TableAssert.assertThat(lake.read(DAILY)).isEqualTo(tuesday);

    assertThatThrownBy(() -> lake.replaceDay(DAILY, monday, TUESDAY))
        .hasMessageContaining("are not of the slice of visitors");
    TableAssert.assertThat(lake.read(DAILY)).isEqualTo(tuesday);
  }

  @Test
  void a_table_keeps_to_its_columns_and_every_reader_can_open_it(SparkSession spark)
      throws IOException {
    Lake lake = new Lake(spark, folder.toString());
    Dataset<Row> nobody = rows(spark).row("2026-01-05", null, 1).table();
    Dataset<Row> narrow = TestRows.of(spark, SharedColumns.AS_OF).row("2026-01-05").table();
    Dataset<Row> texts =
        rows(spark).table().withColumn(VISITS.name(), SharedColumns.CUSTOMER_ID.col());

    assertThatThrownBy(() -> lake.replaceDay(DAILY, nobody, MONDAY))
        .hasStackTraceContaining("which every row must have");
    assertThatThrownBy(() -> lake.replaceDay(DAILY, narrow, MONDAY))
        .hasMessageContaining("visitors have columns [as_of] instead of");
    assertThatThrownBy(() -> lake.replaceDay(DAILY, texts, MONDAY))
        .hasMessage("visitors.visits is STRING, not BIGINT.");

    assertThat(lake.read(DAILY).schema().apply("visits").getComment().get())
        .isEqualTo("The visitor's count, in visits.");
    assertThat(Files.readString(log(0))).contains("\"minReaderVersion\":1,");
  }

  @Test
  void a_column_that_is_new_is_added_with_its_comment(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    lake.replaceDay(DAILY, rows(spark).row("2026-01-05", "ana", 1).table(), MONDAY);
    Field mood = Field.text("mood", "The visitor's mood.");
    Table wider =
        new Table(
            "visitors",
            DAILY.meaning(),
            DAILY.grain(),
            List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, VISITS, mood));
    var rows = TestRows.of(spark, wider.fields().toArray(Field[]::new));

    lake.replaceDay(wider, rows.row("2026-01-06", "ben", 2, "glad").table(), TUESDAY);

    Dataset<Row> all = lake.read(wider);
    assertThat(all.schema().apply("mood").getComment().get()).isEqualTo("The visitor's mood.");
    TableAssert.assertThat(all).isEqualTo(rows.row("2026-01-05", "ana", 1, null).table());
  }

  @Test
  void a_column_that_may_be_empty_since_no_longer_refuses_null(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    Table strict =
        new Table(
            "visitors",
            DAILY.meaning(),
            DAILY.grain(),
            List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, VISITS.asRequired()));
    Dataset<Row> ana = rows(spark).row("2026-01-05", "ana", 1).table();
    Dataset<Row> ben = rows(spark).row("2026-01-06", "ben", null).table();
    lake.replaceDay(strict, ana, MONDAY);
    assertThatThrownBy(() -> lake.replaceDay(strict, ben, TUESDAY))
        .hasStackTraceContaining("which every row must have");

    lake.replaceDay(DAILY, ben, TUESDAY);

    TableAssert.assertThat(lake.read(DAILY)).isEqualTo(ana.union(ben));
  }

  @Test
  void two_versions_of_a_table_stay_apart_in_one_query(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    lake.append(DAILY, rows(spark).row("2026-01-05", "ana", 1).table());
    lake.append(DAILY, rows(spark).row("2026-01-05", "ben", 2).table());
    Dataset<Row> before = lake.readVersion(DAILY, 1).groupBy().sum("visits");
    Dataset<Row> after = lake.readVersion(DAILY, 2).groupBy().sum("visits");

    assertThat(before.union(after).collectAsList().stream().map(row -> row.getLong(0)))
        .containsExactly(1L, 3L);
  }

  @Test
  void a_version_is_read_from_any_folder_and_under_the_names_that_its_log_gives(
      SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("창고 1%").toString());
    Dataset<Row> monday = rows(spark).row("2026-01-05", "ana", 1).table();
    lake.append(DAILY, monday);
    TableAssert.assertThat(lake.read(DAILY)).isEqualTo(monday);
    long before = lake.version(DAILY).orElseThrow();

    String change = "ALTER TABLE delta.`" + lake.path(DAILY) + "` ";
    spark.sql(
        change
            + "SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.minReaderVersion' = 2,"
            + " 'delta.minWriterVersion' = 5)");
    spark.sql(change + "RENAME COLUMN visits TO calls");

    TableAssert.assertThat(lake.read(DAILY)).isEqualTo(monday.withColumnRenamed("visits", "calls"));
    TableAssert.assertThat(lake.readVersion(DAILY, before)).isEqualTo(monday);
    TableAssert.assertThat(lake.readVersion(DAILY, 0)).isEqualTo(rows(spark).table());
  }

  private Path log(long version) {
    return folder.resolve(String.format("visitors/_delta_log/%020d.json", version));
  }

  private static TestRows rows(SparkSession spark) {
    return TestRows.of(spark, SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, VISITS);
  }
}
