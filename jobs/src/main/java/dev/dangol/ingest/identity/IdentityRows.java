package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Rows of the table of identities: keys of today's data and of earlier runs. A key that is not in
 * today's data stays with its customer, and follows them where they are merged. A key whose
 * customer changes keeps a record of the one before.
 */
public final class IdentityRows {
  private static final Column VISITOR = RunColumns.SOURCE.col().equalTo(lit(KnownVisitors.SOURCE));
  private static final Column NODE = LinkColumns.NODE.col();
  private static final Column BEFORE = LinkColumns.BEFORE.col();

  private IdentityRows() {}

  /** Today's keys of customers: each is known by itself. */
  public static Dataset<Row> fromKeys(Dataset<Row> keys) {
    return keys.withColumn(LinkColumns.NODE.name(), IdentityColumns.SOURCE_ID.col());
  }

  /** The rows of a table of identities that are not about visitors. */
  static Dataset<Row> ofCustomers(Dataset<Row> identities) {
    return identities.where(VISITOR.equalTo(false));
  }

  /**
   * The whole table, one row per source and key.
   *
   * @param known source, key and the id that it is known by, of today's data
   * @param assigned the customer and rule of ids that share a key
   * @param previous the table as the last run left it
   * @param asOf the day described
   */
  public static Dataset<Row> of(
      Dataset<Row> known, Dataset<Row> assigned, Dataset<Row> previous, AsOf asOf) {
    Dataset<Row> both = both(known, previous);
    Column sameId = max(NODE).over(Window.partitionBy(VISITOR, IdentityColumns.SOURCE_ID.col()));
    Column day = asOf.column();
    Column since = IdentityColumns.SINCE.col();
    Dataset<Row> dated =
        both.withColumn(
                IdentityColumns.SINCE.name(),
                when(NODE.isNotNull(), least(since, day)).otherwise(since))
            .withColumn(LinkColumns.NODE.name(), sameId)
            .withColumn(LinkColumns.TODAY.name(), NODE.isNotNull())
            .withColumn(LinkColumns.ID.name(), coalesce(NODE, BEFORE));
    return dated
        .join(assigned, ConnectedComponents.names(LinkColumns.ID), "left")
        .withColumn(
            SharedColumns.CUSTOMER_ID.name(),
            coalesce(SharedColumns.CUSTOMER_ID.col(), LinkColumns.ID.col()))
        .select(columns(day));
  }

  private static Dataset<Row> both(Dataset<Row> known, Dataset<Row> previous) {
    List<Field> carried =
        List.of(
            LinkColumns.NODE,
            LinkColumns.BEFORE,
            LinkColumns.OLD_RULE,
            IdentityColumns.SINCE,
            IdentityColumns.MERGED_FROM,
            IdentityColumns.MERGED_ON);
    Dataset<Row> old =
        previous
            .withColumnRenamed(SharedColumns.CUSTOMER_ID.name(), LinkColumns.BEFORE.name())
            .withColumnRenamed(IdentityColumns.RULE.name(), LinkColumns.OLD_RULE.name());
    Column[] most =
        carried.stream().map(field -> field.is(max(field.col()))).toArray(Column[]::new);
    return known
        .unionByName(old, true)
        .groupBy(RunColumns.SOURCE.col(), IdentityColumns.SOURCE_ID.col())
        .agg(most[0], Arrays.copyOfRange(most, 1, most.length));
  }

  private static Column[] columns(Column day) {
    Column moved = BEFORE.notEqual(SharedColumns.CUSTOMER_ID.col());
    Column rule =
        when(VISITOR, lit(KnownVisitors.RULE))
            .when(
                LinkColumns.TODAY.col(),
                coalesce(IdentityColumns.RULE.col(), lit(CustomerAssignments.OWN_ID)))
            .otherwise(LinkColumns.OLD_RULE.col());
    return new Column[] {
      RunColumns.SOURCE.col(),
      IdentityColumns.SOURCE_ID.col(),
      SharedColumns.CUSTOMER_ID.col(),
      IdentityColumns.RULE.is(rule),
      IdentityColumns.SINCE.col(),
      IdentityColumns.MERGED_FROM.is(
          when(moved, BEFORE).otherwise(IdentityColumns.MERGED_FROM.col())),
      IdentityColumns.MERGED_ON.is(when(moved, day).otherwise(IdentityColumns.MERGED_ON.col()))
    };
  }
}
