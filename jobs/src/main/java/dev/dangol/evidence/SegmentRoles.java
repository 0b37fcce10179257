package dev.dangol.evidence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.RoleColumns;
import dev.dangol.table.features.CustomerRoleColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Roles of customers by segment: those who buy, those who give feedback, those others follow. */
public final class SegmentRoles {
  private SegmentRoles() {}

  /**
   * The rows of {@code segment_roles}.
   *
   * @param features the rows of {@code customer_features}
   * @param segments the rows of {@code customer_segments}
   */
  public static Dataset<Row> of(Dataset<Row> features, Dataset<Row> segments, AsOf asOf) {
    Column roles =
        array(
            role("buyer", CustomerRoleColumns.IS_BUYER),
            role("partner", CustomerRoleColumns.IS_PARTNER),
            role("shaper", CustomerRoleColumns.IS_SHAPER));
    Column is = count_if(RoleColumns.IS_IT.col());
    Column known = count(RoleColumns.IS_IT.col());
    return features
        .join(
            segments.select(
                SharedColumns.CUSTOMER_ID.col(),
                SharedColumns.SEGMENT_ID.col(),
                RoleColumns.SEGMENT_NAME.col()),
            SharedColumns.CUSTOMER_ID.name(),
            "left")
        .select(SharedColumns.SEGMENT_ID.col(), RoleColumns.SEGMENT_NAME.col(), inline(roles))
        .groupBy(
            SharedColumns.SEGMENT_ID.col(), RoleColumns.SEGMENT_NAME.col(), RoleColumns.ROLE.col())
        .agg(
            RoleColumns.CUSTOMERS.is(is),
            RoleColumns.KNOWN.is(known),
            RoleColumns.SHARE.is(when(known.gt(0), is.cast("double").divide(known))))
        .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(asOf.column()))
        .select(RoleColumns.TABLE.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  private static Column role(String name, Field flag) {
    return struct(RoleColumns.ROLE.is(lit(name)), RoleColumns.IS_IT.is(flag.col()));
  }
}
