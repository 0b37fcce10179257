package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.IdentitySettings;
import dev.dangol.privacy.CustomerKeys;
import dev.dangol.table.RunColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.EngagementSource;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Attributes events of visitors to the customers they turn out to be. An event without a customer
 * goes to the customer that its device or browser named last, at the event's own moment or before;
 * of two named at the same moment, the greater id. So a device that several people use in turn
 * belongs to each until the next is known.
 */
public final class KnownVisitors {
  /** The source that the table of identities gives for a visitor. */
  public static final String SOURCE = CustomerKeys.VISITORS;

  /** The rule by which a visitor is a customer. */
  public static final String RULE = "visitor who became known";

  private static final Column CUSTOMER = EngagementSource.KNOWN_CUSTOMER_ID.col();
  private static final Column VISITOR = EngagementSource.VISITOR_ID.col();
  private static final Column MOMENT = EngagementSource.OCCURRED_AT.col();

  /** The moment and the customer that an event names; null where it names no customer. */
  private static final Column NAMED = when(CUSTOMER.isNotNull(), struct(MOMENT, CUSTOMER));

  private KnownVisitors() {}

  /**
   * The events, as many and in the same columns, with the customers that are known for them. Events
   * of a visitor from before they were known have no customer, or the first one where the settings
   * say so.
   */
  public static Dataset<Row> attribute(Dataset<Row> engagement, IdentitySettings settings) {
    WindowSpec visitor = Window.partitionBy(VISITOR);
    WindowSpec soFar =
        visitor.orderBy(MOMENT).rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    Column last = who(max(NAMED).over(soFar));
    Column first = settings.earlierEvents() ? who(min(NAMED).over(visitor)) : lit(null);
    Dataset<Row> byVisitors =
        engagement
            .where(VISITOR.isNotNull())
            .withColumn(LinkColumns.NODE.name(), coalesce(CUSTOMER, last, first))
            .withColumn(EngagementSource.KNOWN_CUSTOMER_ID.name(), LinkColumns.NODE.col())
            .drop(LinkColumns.NODE.name());
    return engagement.where(VISITOR.isNull()).union(byVisitors);
  }

  /** Each visitor who became known, with the first customer that they were known as. */
  public static Dataset<Row> firstCustomers(Dataset<Row> engagement) {
    return engagement
        .where(VISITOR.isNotNull().and(CUSTOMER.isNotNull()))
        .groupBy(VISITOR)
        .agg(LinkColumns.NODE.is(who(min(NAMED))))
        .select(
            RunColumns.SOURCE.is(lit(SOURCE)),
            IdentityColumns.SOURCE_ID.is(VISITOR),
            LinkColumns.NODE.col());
  }

  private static Column who(Column named) {
    return named.getField(EngagementSource.KNOWN_CUSTOMER_ID.name());
  }
}
