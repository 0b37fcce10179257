package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.CompanyColumns;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Companies of which most people are described by one persona, in sums.
 *
 * @param companies how many
 * @param people who belong to them
 * @param deciders how many of them have someone whose role says that they decide
 * @param netSales of all their people
 */
public record CompanyLine(long companies, long people, long deciders, BigDecimal netSales) {
  /** The lines by cohort, from the rows of {@code companies} of a day. */
  static Map<String, CompanyLine> read(Dataset<Row> rows) {
    Map<String, CompanyLine> lines = new TreeMap<>();
    rows
        .where(CompanyColumns.PERSONA_COHORT.col().isNotNull())
        .groupBy(CompanyColumns.PERSONA_COHORT.col())
        .agg(
            ReportColumns.CUSTOMERS.is(count(lit(1))),
            CompanyColumns.PEOPLE.is(sum(CompanyColumns.PEOPLE.col())),
            CompanyColumns.ORDERS.is(sum(when(CompanyColumns.BY_ROLE.col(), 1L).otherwise(0L))),
            CompanyColumns.NET_SALES.is(sum(CompanyColumns.NET_SALES.col())))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(
            row ->
                lines.put(
                    row.text(CompanyColumns.PERSONA_COHORT).orElseThrow(),
                    new CompanyLine(
                        row.count(ReportColumns.CUSTOMERS),
                        row.count(CompanyColumns.PEOPLE),
                        row.count(CompanyColumns.ORDERS),
                        row.total(CompanyColumns.NET_SALES))));
    return lines;
  }
}
