package dev.dangol.value;

import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ValueGroupColumns;
import dev.dangol.table.sources.PurchaseSource;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** First purchases of customers: channel and product line. */
public final class FirstPurchases {
  private FirstPurchases() {}

  /**
   * One row per customer who has bought by the day: channel and product line of their first
   * purchase. Of several lines at that moment the first by name counts, one that is not known only
   * where none is; refunds do not count. Null where it is not known.
   *
   * @param purchases clean purchases
   */
  public static Dataset<Row> of(Dataset<Row> purchases, AsOf asOf) {
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT).and(PurchaseSource.isPurchase()))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            ValueGroupColumns.FIRST_CHANNEL.is(first(SharedColumns.channelName())),
            ValueGroupColumns.FIRST_PRODUCT_LINE.is(first(PurchaseSource.PRODUCT_LINE.col())));
  }

  private static Column first(Column value) {
    return min_by(value, struct(PurchaseSource.PURCHASED_AT.col(), value.isNull(), value));
  }
}
