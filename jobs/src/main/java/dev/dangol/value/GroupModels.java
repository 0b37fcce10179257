package dev.dangol.value;

import static org.apache.spark.sql.functions.map_from_arrays;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.Field;
import dev.dangol.table.results.ValueGroupColumns;
import dev.dangol.table.results.ValueModelColumns;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Models of purchases fitted to each group of customers alone. All groups are counted in one
 * aggregation and fitted where their counts are, many at a time; a group takes the memory of {@code
 * value.max-triples} histories there, and none on the driver. The numbers are those of {@link
 * ModelFitting} for the customers of the group, in whatever order rows come.
 */
public final class GroupModels {
  /**
   * The number of groups that can be fitted at a time. Parts without a group cost next to nothing.
   */
  private static final int PARTS = 64;

  private GroupModels() {}

  /**
   * One row per grouping, group and configured model: all columns of {@code value_group_models} but
   * the day. Where a model could not be fitted, the row holds the reason and no parameters.
   *
   * @param customers one row per customer: frequency, recency and age of customer_features, and a
   *     text for each grouping, null where it is not known
   * @param groupings the columns that hold groups, at least one
   */
  public static Dataset<Row> of(
      Dataset<Row> customers, List<Field> groupings, ValueSettings settings) {
    GroupModelFitter.GroupFitRules rules =
        new GroupModelFitter.GroupFitRules(
            settings.models(),
            settings.minRepeatBuyers(),
            settings.penalty(),
            settings.maxTriples());
    MapPartitionsFunction<Row, Row> fits = rows -> new GroupModelFitter(rows, rules);
    Column groupBy = ValueGroupColumns.GROUP_BY.col();
    Column group = ValueGroupColumns.GROUP_NAME.col();
    return GroupCounts.of(customers, groupings)
        .repartition(PARTS, groupBy, group)
        .sortWithinPartitions(groupBy, group)
        .mapPartitions(fits, Encoders.row(Field.schema(GroupModelFitter.FIELDS)))
        .repartition(1)
        .select(
            groupBy,
            group,
            ValueGroupColumns.MODEL.col(),
            ValueModelColumns.PARAMETERS.is(parameterMap(ValueGroupColumns.PARAMETER_VALUES)),
            ValueModelColumns.STANDARD_ERRORS.is(parameterMap(ValueGroupColumns.ERROR_VALUES)),
            ValueGroupColumns.LOG_LIKELIHOOD.col(),
            ValueGroupColumns.CUSTOMERS.col(),
            ValueGroupColumns.REPEAT_BUYERS.col(),
            ValueGroupColumns.CONVERGED.col(),
            ValueGroupColumns.CHOSEN.col(),
            ValueGroupColumns.REASON.col());
  }

  private static Column parameterMap(Field values) {
    return map_from_arrays(ValueGroupColumns.PARAMETER_NAMES.col(), values.col());
  }
}
