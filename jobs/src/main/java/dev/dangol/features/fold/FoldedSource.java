package dev.dangol.features.fold;

import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Source whose rows are folded, with the columns that its cursor reads. */
public enum FoldedSource {
  PURCHASES,
  ENGAGEMENT;

  /** The columns, in order. */
  public List<Field> columns() {
    return switch (this) {
      case PURCHASES ->
          List.of(
              SharedColumns.CUSTOMER_ID,
              DayColumns.BOUGHT_ON,
              SharedColumns.CATEGORY,
              SharedColumns.PRODUCT_ID);
      case ENGAGEMENT ->
          List.of(
              SharedColumns.CUSTOMER_ID,
              DayColumns.HAPPENED_ON,
              DayColumns.EVENT_KIND,
              SharedColumns.CHANNEL);
    };
  }

  CustomerCursor open(Iterator<InternalRow> rows) {
    return switch (this) {
      case PURCHASES -> new PurchaseCursor(rows);
      case ENGAGEMENT -> new EventCursor(rows);
    };
  }
}
