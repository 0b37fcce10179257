package dev.dangol.table.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.TableView;
import dev.dangol.testing.SparkExtension;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Views for teams over tables of three ideal customers, one who left and one who never was. */
@ExtendWith(SparkExtension.class)
class TeamViewsTest {
  private static final List<Table> TABLES = Tables.all(List.of(), List.of());

  @BeforeEach
  void rows(SparkSession spark) {
    TABLES.forEach(table -> empty(spark, table).createOrReplaceTempView(table.name()));
    fill(
        spark,
        "customer_fit",
        """
        SELECT date'2026-01-05' AS as_of, customer_id, rank, 'perfect' AS fit_level, 'A' AS fit_grade
        FROM VALUES ('Ann', 3L), ('Bo', 1L), ('김', 2L), ('Dee', 4L) AS t(customer_id, rank)
        UNION ALL SELECT date'2026-01-04', 'Ann', 9L, 'viable', 'B'
        """);
    fill(
        spark,
        "cohort_members",
        """
        SELECT *, 1L AS spell, date'2026-01-04' AS entered_on
        FROM VALUES ('ideal', 'Ann', null), ('ideal', 'Bo', null), ('ideal_gifts', 'Bo', null),
          ('ideal_gifts', '김', null), ('idealists', 'Dee', null), ('ideal', 'Dee', date'2026-01-05')
          AS t(cohort, customer_id, left_on)
        """);
    fill(
        spark,
        "control_groups",
        """
        SELECT *, date'2026-01-04' AS drawn_on
        FROM VALUES ('ideal', 'Ann', 'treat'), ('ideal', 'Bo', 'control'),
          ('ideal_gifts', 'Bo', 'control'), ('idealists', '김', 'control') AS t(cohort, customer_id, arm)
        """);
  }

  @AfterEach
  void forget(SparkSession spark) {
    TABLES.forEach(table -> spark.catalog().dropTempView(table.name()));
  }

  @Test
  void each_view_has_its_columns_and_one_row_per_ideal_customer_of_the_newest_day(
      SparkSession spark) {
    for (TableView view : TeamViews.ALL) {
      List<Row> rows = spark.sql(view.question()).orderBy("rank").collectAsList();

      assertThat(rows.get(0).schema().fieldNames())
          .containsExactly(view.table().fields().stream().map(Field::name).toArray(String[]::new));
      assertThat(rows)
          .as(view.name())
          .extracting(
              row -> row.<String>getAs("customer_id"),
              row -> String.join(" ", row.<String>getList(row.fieldIndex("cohorts"))),
              row -> row.<Boolean>getAs("control_group"),
              row -> row.<Long>getAs("rank"))
          .containsExactly(
              tuple("Bo", "ideal ideal_gifts", true, 1L),
              tuple("김", "ideal_gifts", false, 2L),
              tuple("Ann", "ideal", false, 3L));
    }
  }

  private static Dataset<Row> empty(SparkSession spark, Table table) {
    return spark.createDataFrame(List.<Row>of(), table.schema());
  }

  private static void fill(SparkSession spark, String name, String rows) {
    spark.table(name).unionByName(spark.sql(rows), true).createOrReplaceTempView(name);
  }
}
