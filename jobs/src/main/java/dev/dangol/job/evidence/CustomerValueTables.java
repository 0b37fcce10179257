package dev.dangol.job.evidence;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.evidence.CustomerQuadrants;
import dev.dangol.evidence.CustomerQuadrants.ValueCuts;
import dev.dangol.evidence.MissedCustomers;
import dev.dangol.evidence.SegmentRoles;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.Table;
import dev.dangol.table.evidence.MissedColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.evidence.RoleColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.results.ValueColumns;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes what is expected of customers beside their satisfaction, their fit and their roles. */
final class CustomerValueTables {
  private CustomerValueTables() {}

  /** Writes the tables; returns why measures could not be computed. */
  static Map<String, String> write(JobContext day) {
    Lake lake = day.lake();
    Table valueTable = ValueColumns.customerValue(day.settings().value().horizons());
    Dataset<Row> value =
        CustomerAttributes.conform(lake.readDay(valueTable, day.asOf()), valueTable);
    ValueCuts cuts = ValueCuts.of(CustomerQuadrants.cuts(value).head());
    Dataset<Row> features = day.features();
    lake.replaceDay(
        QuadrantColumns.CUSTOMERS,
        CustomerQuadrants.of(features, value, cuts, day.asOf()),
        day.asOf());
    Dataset<Row> customers = lake.readDay(QuadrantColumns.CUSTOMERS, day.asOf());
    lake.replaceDay(QuadrantColumns.QUADRANTS, CustomerQuadrants.counts(customers), day.asOf());
    lake.replaceDay(
        MissedColumns.TABLE,
        MissedCustomers.of(
            customers, lake.readDay(CohortColumns.CUSTOMER_FIT, day.asOf()), cuts.ninth()),
        day.asOf());
    lake.replaceDay(
        RoleColumns.TABLE,
        SegmentRoles.of(
            features, lake.readDay(SegmentColumns.CUSTOMER_SEGMENTS, day.asOf()), day.asOf()),
        day.asOf());
    String why = "Spend could not be modelled: customer_value has no expected_net_sales.";
    return cuts.median().isPresent()
        ? Map.of()
        : Map.of(
            QuadrantColumns.CUSTOMERS.name() + "." + QuadrantColumns.VALUE_HALF.name(),
            why,
            MissedColumns.TABLE.name(),
            why);
  }
}
