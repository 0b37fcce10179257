package dev.dangol.value;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.results.ValueGroupColumns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The customer bases of all groups as counted histories, in one aggregation. */
final class GroupCounts {
  private GroupCounts() {}

  /**
   * One row per grouping, group and distinct frequency, recency and age in days, with the number of
   * customers who have them. Customers without a known group belong to the group unknown.
   *
   * @param customers one row per customer: frequency, recency, age and their group by each grouping
   * @param groupings the columns that hold groups, at least one
   */
  static Dataset<Row> of(Dataset<Row> customers, List<Field> groupings) {
    Column groups = array(groupings.stream().map(GroupCounts::group).toArray(Column[]::new));
    return customers
        .select(
            FeatureColumns.FREQUENCY.col(),
            FeatureColumns.RECENCY_DAYS.col(),
            FeatureColumns.AGE_DAYS.col(),
            inline(groups))
        .groupBy(
            ValueGroupColumns.GROUP_BY.col(),
            ValueGroupColumns.GROUP_NAME.col(),
            FeatureColumns.FREQUENCY.col(),
            FeatureColumns.RECENCY_DAYS.col(),
            FeatureColumns.AGE_DAYS.col())
        .agg(ValueColumns.CUSTOMERS.is(count(lit(1))));
  }

  private static Column group(Field grouping) {
    return struct(
        ValueGroupColumns.GROUP_BY.is(lit(grouping.name())),
        ValueGroupColumns.GROUP_NAME.is(coalesce(grouping.col(), lit(ValueGroupColumns.UNKNOWN))));
  }
}
