package dev.dangol.job.evidence;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.evidence.CustomerQuadrants;
import dev.dangol.evidence.CustomerQuadrants.ValueCuts;
import dev.dangol.evidence.MissedCustomers;
import dev.dangol.evidence.RivalWindows;
import dev.dangol.evidence.SegmentRoles;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.Table;
import dev.dangol.table.evidence.MissedColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.evidence.RivalWindowColumns;
import dev.dangol.table.evidence.RoleColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.results.ValueColumns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    Table featureTable = FeatureTable.of(day.settings().features().windows());
    Dataset<Row> features = CustomerAttributes.conform(day.features(), featureTable);
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
    roles(day, features);
    Map<String, String> reasons = rivals(day, features);
    if (cuts.median().isEmpty()) {
      String why = "Spend could not be modelled: customer_value has no expected_net_sales.";
      String half = QuadrantColumns.VALUE_HALF.name();
      reasons.put(QuadrantColumns.CUSTOMERS.name() + "." + half, why);
      reasons.put(MissedColumns.TABLE.name(), why);
    }
    return reasons;
  }

  private static void roles(JobContext day, Dataset<Row> features) {
    Lake lake = day.lake();
    lake.replaceDay(
        RoleColumns.TABLE,
        SegmentRoles.of(
            features, lake.readDay(SegmentColumns.CUSTOMER_SEGMENTS, day.asOf()), day.asOf()),
        day.asOf());
  }

  private static Map<String, String> rivals(JobContext day, Dataset<Row> features) {
    Lake lake = day.lake();
    Map<String, String> reasons = new TreeMap<>();
    List<Row> rows = List.of();
    if (day.settings().features().rivals().isEmpty()) {
      reasons.put(RivalWindowColumns.TABLE.name(), "No rival is configured in rivals.");
    } else {
      rows = RivalWindows.rows(RivalWindows.counts(features).collectAsList(), day.asOf());
      if (rows.isEmpty()) {
        reasons.put(
            RivalWindowColumns.TABLE.name(),
            "No campaign of a rival was over by the day that had customers in the year before it.");
      }
    }
    lake.replaceDay(RivalWindowColumns.TABLE, lake.of(RivalWindowColumns.TABLE, rows), day.asOf());
    return reasons;
  }
}
