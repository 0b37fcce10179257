package dev.dangol.cohorts;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.CompanyColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class CompanyTotalsTest {
  @Test
  void a_company_sums_its_people_and_names_who_decides(SparkSession spark) {
    Dataset<Row> customers =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                CustomerSource.COMPANY_ID,
                CustomerSource.SIGNED_UP_AT,
                CustomerSource.ATTRIBUTES)
            .row("대리", " 단골상사 ", "2026-01-01", role("역할", "담당"))
            .row("이사님", "단골상사", null, role("역할", "구매 결정자"))
            .row("b1", "beta", "2026-01-01", role("role", "clerk"))
            .row("b2", "beta", "2026-01-01", null)
            .row("b3", "beta", "2026-01-01", null)
            .row("later", "beta", "2026-02-01", role("role", "Decision maker"))
            .row("g1", "gamma", "2026-01-01", null)
            .row("nobody", " ", "2026-01-01", null)
            .row("alone", null, "2026-01-01", null)
            .table();
    Dataset<Row> features =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                FeatureColumns.ORDERS_LIFETIME,
                FeatureColumns.NET_SALES_LIFETIME)
            .row("대리", 9, "900.50")
            .row("이사님", 1, "99.50")
            .row("b1", 2, "10")
            .row("b2", 2, "30")
            .row("b3", 1, "100000000000")
            .row("alone", 5, "50")
            .table();
    Dataset<Row> fit =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, CohortColumns.FIT_LEVEL)
            .row("대리", "viable")
            .row("이사님", "unfit")
            .row("b1", "perfect")
            .row("b2", "viable")
            .table();
    Dataset<Row> members =
        TestRows.of(spark, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID)
            .row("ideal", "b1")
            .row("slipping", "b1")
            .row("slipping", "b2")
            .row("slipping", "대리")
            .row("ideal", "이사님")
            .table();

    TableAssert.assertThat(
            new CompanyTotals(List.of("slipping", "ideal"), TestDay.of("2026-01-31"))
                .of(customers, features, fit, members))
        .isEqualTo(
            TestRows.of(spark, CompanyColumns.TABLE.fields().toArray(dev.dangol.table.Field[]::new))
                .row("2026-01-31", "단골상사", 2, "이사님", true, 10, "1000", "viable", "ideal", 1)
                .row(
                    "2026-01-31",
                    "beta",
                    3,
                    "b2",
                    false,
                    5,
                    "100000000040",
                    "perfect",
                    "slipping",
                    2)
                .row("2026-01-31", "gamma", 1, null, null, 0, "0", null, null, 0)
                .table());
  }

  private static Object role(String name, String role) {
    return CollectionConverters.asScala(Map.of(name, role));
  }
}
