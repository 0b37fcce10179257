package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Orders aggregated from purchase lines: one row per customer and order, with its value.
 *
 * <p>A line is a refund where it names an order that it refunds or its amount is negative. A refund
 * belongs to the order that it names; those of one that is not known are an order of refunds alone.
 * Lines without an order id are one order per customer and day.
 */
public final class PurchaseOrders {
  private PurchaseOrders() {}

  /**
   * The orders as of a day.
   *
   * @param margin share of net sales that is margin where lines carry no cost
   */
  public static Dataset<Row> of(Dataset<Row> purchases, AsOf asOf, OptionalDouble margin) {
    List<Column> lines = new ArrayList<>(PurchaseLines.columns());
    lines.add(DayColumns.ORDER_DAY.is(when(PurchaseSource.order().isNull(), PurchaseSource.day())));
    List<Column> measures = measures(margin);
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .select(lines.toArray(Column[]::new))
        .groupBy(
            SharedColumns.CUSTOMER_ID.col(), DayColumns.ORDER_KEY.col(), DayColumns.ORDER_DAY.col())
        .agg(measures.get(0), measures.stream().skip(1).toArray(Column[]::new));
  }

  private static List<Column> measures(OptionalDouble margin) {
    Column bought = LineColumns.BOUGHT.col();
    Column net = DayColumns.NET.col();
    Column refunded = sum(when(bought.equalTo(false), negate(net)));
    List<Column> measures = new ArrayList<>();
    measures.add(DayColumns.ORDERED_ON.is(min(when(bought, DayColumns.BOUGHT_ON.col()))));
    measures.add(DayColumns.COUNTED_ON.is(min(DayColumns.BOUGHT_ON.col())));
    measures.add(DayColumns.NET.is(sum(net)));
    measures.add(DayColumns.GROSS.is(coalesce(sum(when(bought, net)), lit(0))));
    measures.add(DayColumns.REFUNDED.is(coalesce(refunded, lit(0))));
    measures.add(DayColumns.LIST.is(sum(DayColumns.LIST.col())));
    measures.add(DayColumns.DISCOUNT.is(sum(DayColumns.DISCOUNT.col())));
    measures.add(DayColumns.MARGIN.is(margin(margin)));
    measures.add(DayColumns.PROMOTED_ORDERS.is(max(LineColumns.PROMOTED.col().cast("int"))));
    measures.add(DayColumns.QUANTITY.is(sum(DayColumns.QUANTITY.col())));
    return measures;
  }

  /** Net less cost where every line of the order has a cost, else the configured share of net. */
  private static Column margin(OptionalDouble share) {
    Column net = sum(DayColumns.NET.col());
    Column costed = count(LineColumns.COST.col()).equalTo(count(lit(1)));
    Column byShare =
        share.isPresent()
            ? MoneyArithmetic.share(net, BigDecimal.valueOf(share.getAsDouble()))
            : lit(null);
    return when(costed, net.minus(sum(LineColumns.COST.col()))).otherwise(byShare);
  }
}
