package dev.dangol.table.sources;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;
import org.apache.spark.sql.Column;

/** Columns of purchases: one row per order line, refunds as negative amounts. */
public final class PurchaseSource {
  public static final Field PURCHASED_AT =
      Field.instant("purchased_at", "When the customer bought.").asRequired();
  public static final Field NET_AMOUNT =
      Field.amount(
              "net_amount",
              "What the customer paid for the line, in the reporting currency; negative for a"
                  + " refund.")
          .asRequired();
  public static final Field LINE_ID =
      Field.text("line_id", "The line within its order, or the line's own id.");
  public static final Field PRODUCT_LINE =
      Field.text("product_line", "The line of products that the product belongs to.");
  public static final Field QUANTITY = Field.number("quantity", "How many were bought.");
  public static final Field LIST_AMOUNT =
      Field.amount("list_amount", "What the line would cost at full price.");
  public static final Field DISCOUNT_AMOUNT =
      Field.amount("discount_amount", "What was taken off the full price.");
  public static final Field PROMOTION_ID =
      Field.text("promotion_id", "The promotion used; null where the line had none.");
  public static final Field CURRENCY =
      Field.text("currency", "The currency of the row's amounts, as a three-letter code.");
  public static final Field REFUND_OF =
      Field.text(
          "refund_of",
          "The order that this line refunds; null for a purchase. Lines without an order are an"
              + " order a day, which a refund that was found names as day 2026-01-31.");
  public static final Field PROMISED_AT =
      Field.instant("promised_at", "When delivery was promised.");
  public static final Field DELIVERED_AT = Field.instant("delivered_at", "When it was delivered.");

  public static final Field ORIGINAL_CURRENCY =
      Field.text(
          "original_currency",
          "The currency that the row was paid in, where its amounts were converted; else null.");
  public static final Field EXCHANGE_RATE =
      Field.number(
          "exchange_rate", "What its amounts were multiplied with; null where nothing had to be.");

  /** The status of a refund that nothing was bought for. */
  public static final String UNMATCHED = "unmatched";

  public static final Field REFUND_STATUS =
      Field.text(
          "refund_status",
          "Of a refund: given where the data name its order, matched where it was found, unmatched"
              + " where there is none; null for a purchase.");

  /** The columns that ingest adds to the canonical ones. */
  public static final List<Field> MADE = List.of(ORIGINAL_CURRENCY, EXCHANGE_RATE, REFUND_STATUS);

  public static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          PURCHASED_AT,
          NET_AMOUNT,
          SharedColumns.ORDER_ID,
          LINE_ID,
          SharedColumns.PRODUCT_ID,
          SharedColumns.CATEGORY,
          PRODUCT_LINE,
          QUANTITY,
          LIST_AMOUNT,
          DISCOUNT_AMOUNT,
          SharedColumns.COST_AMOUNT,
          PROMOTION_ID,
          SharedColumns.CHANNEL,
          CURRENCY,
          REFUND_OF,
          PROMISED_AT,
          DELIVERED_AT,
          SharedColumns.ARRIVED_AT);

  /** The beginning of the name of a day's order; the day follows. */
  private static final String DAY = "day ";

  private static final int LONGEST_DAY = 10;

  private PurchaseSource() {}

  /** The name of the order that the lines of a day without an order make. */
  public static Column orderOf(Column day) {
    return concat(lit(DAY), day.cast("string"));
  }

  /** The order that a line belongs to, for a refund the one that it refunds; null without an id. */
  public static Column order() {
    return when(refundedDay().isNull(), coalesce(REFUND_OF.col(), SharedColumns.ORDER_ID.col()));
  }

  /** The day on which a line counts: for the refund of a line without an order, that line's. */
  public static Column day() {
    return coalesce(refundedDay(), to_date(PURCHASED_AT.col()));
  }

  /** The start of the day whose order a line refunds; null for any other line. */
  public static Column refundedDay() {
    Column named = substring(REFUND_OF.col(), DAY.length() + 1, LONGEST_DAY);
    return when(REFUND_OF.col().startsWith(DAY), named.try_cast("date"));
  }

  /** True for what was bought, false for a refund: it names an order, or its amount is negative. */
  public static Column isPurchase() {
    return REFUND_OF.col().isNull().and(NET_AMOUNT.col().geq(0));
  }
}
