package dev.dangol.features.fold;

import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Source whose rows are folded, with the columns that its cursor reads. */
public enum FoldedSource {
  PURCHASES,
  ORDERS,
  ENGAGEMENT;

  /** The columns, in order. */
  public List<Field> columns() {
    return switch (this) {
      case PURCHASES -> purchases();
      case ORDERS -> orders();
      case ENGAGEMENT ->
          List.of(
              SharedColumns.CUSTOMER_ID,
              DayColumns.HAPPENED_ON,
              DayColumns.EVENT_KIND,
              SharedColumns.CHANNEL,
              LineColumns.MATCHES);
    };
  }

  private static List<Field> purchases() {
    return List.of(
        SharedColumns.CUSTOMER_ID,
        DayColumns.BOUGHT_ON,
        LineColumns.BOUGHT,
        DayColumns.ORDER_KEY,
        SharedColumns.CATEGORY,
        SharedColumns.PRODUCT_ID,
        PurchaseSource.PRODUCT_LINE,
        DayColumns.NET,
        DayColumns.LIST,
        DayColumns.DISCOUNT,
        DayColumns.QUANTITY,
        LineColumns.COST,
        LineColumns.PROMOTED,
        LineColumns.MATCHES);
  }

  private static List<Field> orders() {
    return List.of(
        SharedColumns.CUSTOMER_ID,
        DayColumns.BOUGHT_ON,
        LineColumns.BOUGHT,
        DayColumns.ORDER_KEY,
        DayColumns.NET,
        LineColumns.COST,
        LineColumns.NAMES_ORDER,
        LineColumns.PROMISED_ON,
        LineColumns.STATE);
  }

  CustomerCursor open(Iterator<InternalRow> rows) {
    return switch (this) {
      case PURCHASES -> new PurchaseCursor(rows);
      case ORDERS -> new OrderCursor(rows);
      case ENGAGEMENT -> new EventCursor(rows);
    };
  }
}
