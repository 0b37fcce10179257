package dev.dangol.features.fold;

import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.InternalRow;

/** Source whose rows are folded, with the columns that its cursor reads. */
public enum FoldedSource {
  PURCHASES,
  ORDERS,
  REVIEWS,
  SUPPORT,
  SURVEYS,
  MESSAGES,
  LOYALTY,
  ENGAGEMENT;

  /** The columns, in order. */
  public List<Field> columns() {
    return switch (this) {
      case PURCHASES -> purchases();
      case ORDERS -> orders();
      case REVIEWS -> reviews();
      case SUPPORT, SURVEYS, MESSAGES, LOYALTY -> talk();
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
        LineColumns.STATE,
        SharedColumns.CATEGORY,
        SharedColumns.PRODUCT_ID,
        LineColumns.UNIT_PRICE,
        LineColumns.MOMENT);
  }

  private static List<Field> reviews() {
    return List.of(
        SharedColumns.CUSTOMER_ID,
        LineColumns.MOMENT,
        DayColumns.HAPPENED_ON,
        ReviewSource.RATING,
        LineColumns.RATING_UNITS,
        LineColumns.SCALED_UNITS,
        LineColumns.LENGTH,
        ReviewSource.HELPFUL_VOTES,
        SharedColumns.PRODUCT_ID,
        LineColumns.STATE);
  }

  private static List<Field> talk() {
    return List.of(
        SharedColumns.CUSTOMER_ID,
        LineColumns.MOMENT,
        DayColumns.HAPPENED_ON,
        LineColumns.STATE,
        LineColumns.AMOUNT_UNITS,
        LineColumns.PARTS,
        LineColumns.SCORE,
        LineColumns.DUE_ON,
        LineColumns.REOPENED_ON);
  }

  /** The one that has the name of a source. */
  public static FoldedSource of(Source source) {
    return valueOf(source.name().toUpperCase(Locale.ROOT));
  }

  CustomerCursor open(Iterator<InternalRow> rows) {
    return switch (this) {
      case PURCHASES -> new PurchaseCursor(rows);
      case ORDERS -> new OrderCursor(rows);
      case REVIEWS -> new ReviewCursor(rows);
      case SUPPORT, SURVEYS, MESSAGES, LOYALTY -> new TalkCursor(this, rows);
      case ENGAGEMENT -> new EventCursor(rows);
    };
  }
}
