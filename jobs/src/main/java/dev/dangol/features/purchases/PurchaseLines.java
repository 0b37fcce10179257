package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Purchase lines with their days in the configured zone and their amounts in ten-thousandths. */
public final class PurchaseLines {
  /** Prices are compared in these parts of one. */
  private static final double UNITS = 1e4;

  private PurchaseLines() {}

  /**
   * The lines known by the day, refunds among them, as their cursor reads them.
   *
   * @param matches a bit for each configured feature that a line matters for; a delivery after the
   *     day is not known to it
   */
  public static Dataset<Row> of(Dataset<Row> purchases, AsOf asOf, Column matches) {
    Column delivered =
        when(asOf.hasHappened(PurchaseSource.DELIVERED_AT), PurchaseSource.DELIVERED_AT.col());
    List<Column> columns = new ArrayList<>(columns());
    columns.add(LineColumns.MATCHES.is(matches));
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .withColumn(PurchaseSource.DELIVERED_AT.name(), delivered)
        .select(columns.toArray(Column[]::new));
  }

  /**
   * The lines known by the day with their deliveries, as the cursor of orders reads them.
   *
   * @param earlier a day before it that lines tell of too
   */
  public static Dataset<Row> ofOrders(Dataset<Row> purchases, AsOf asOf, Optional<AsOf> earlier) {
    Column described = state(FoldedDay.DESCRIBED, asOf);
    Column state =
        earlier.map(cut -> described.plus(state(FoldedDay.EARLIER, cut))).orElse(described);
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            DayColumns.BOUGHT_ON.is(PurchaseSource.day()),
            LineColumns.BOUGHT.is(PurchaseSource.isPurchase()),
            DayColumns.ORDER_KEY.is(PurchaseSource.order()),
            DayColumns.NET.is(MoneyArithmetic.units(PurchaseSource.NET_AMOUNT.col())),
            LineColumns.COST.is(MoneyArithmetic.units(SharedColumns.COST_AMOUNT.col())),
            LineColumns.NAMES_ORDER.is(namesOrder()),
            LineColumns.PROMISED_ON.is(to_date(PurchaseSource.PROMISED_AT.col())),
            LineColumns.STATE.is(state),
            SharedColumns.CATEGORY.col(),
            SharedColumns.PRODUCT_ID.col(),
            LineColumns.UNIT_PRICE.is(unitPrice()),
            LineColumns.MOMENT.is(unix_micros(PurchaseSource.PURCHASED_AT.col())));
  }

  /**
   * The lines bought by the day, as {@link CensusTask} reads them.
   *
   * @param earlier a day before it that lines tell of too
   */
  static Dataset<Row> ofCensus(Dataset<Row> purchases, AsOf asOf, Optional<AsOf> earlier) {
    Column described = bit(lit(true), FoldedDay.DESCRIBED.known());
    Column state =
        earlier
            .map(cut -> bit(cut.isKnown(PurchaseSource.PURCHASED_AT), FoldedDay.EARLIER.known()))
            .map(described::plus)
            .orElse(described);
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .where(PurchaseSource.isPurchase())
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            DayColumns.BOUGHT_ON.is(to_date(PurchaseSource.PURCHASED_AT.col())),
            SharedColumns.PRODUCT_ID.col(),
            SharedColumns.CATEGORY.col(),
            LineColumns.UNIT_PRICE.is(unitPrice()),
            LineColumns.STATE.is(state));
  }

  /**
   * The price of a piece. Prices that differ by less than a ten-thousandth are the same, whatever a
   * division leaves behind.
   */
  private static Column unitPrice() {
    Column quantity = coalesce(PurchaseSource.QUANTITY.col(), lit(1.0));
    Column net = PurchaseSource.NET_AMOUNT.col();
    return when(
        PurchaseSource.isPurchase()
            .and(SharedColumns.CATEGORY.col().isNotNull())
            .and(quantity.gt(0)),
        rint(net.cast("double").divide(quantity).multiply(UNITS)));
  }

  /** The bits of a day: known, delivery can be judged, delivery was late. */
  private static Column state(FoldedDay day, AsOf asOf) {
    Column promised = PurchaseSource.PROMISED_AT.col();
    Column known = asOf.isKnown(PurchaseSource.PURCHASED_AT);
    Column delivered =
        when(asOf.hasHappened(PurchaseSource.DELIVERED_AT), PurchaseSource.DELIVERED_AT.col());
    Column overdue = delivered.isNull().and(asOf.hasHappened(PurchaseSource.PROMISED_AT));
    Column judged =
        PurchaseSource.isPurchase()
            .and(known)
            .and(promised.isNotNull())
            .and(delivered.isNotNull().or(overdue));
    Column late = judged.and(overdue.or(delivered.gt(promised)));
    return bit(known, day.known()).plus(bit(judged, day.judged())).plus(bit(late, day.late()));
  }

  private static Column bit(Column isSet, int bit) {
    return when(isSet, lit(bit)).otherwise(lit(0));
  }

  /** The columns of a line; each is computed once. */
  static List<Column> columns() {
    Column net = MoneyArithmetic.units(PurchaseSource.NET_AMOUNT.col());
    Column list = MoneyArithmetic.units(PurchaseSource.LIST_AMOUNT.col());
    Column discount = MoneyArithmetic.units(PurchaseSource.DISCOUNT_AMOUNT.col());
    Column quantity = MoneyArithmetic.units(PurchaseSource.QUANTITY.col());
    return List.of(
        SharedColumns.CUSTOMER_ID.col(),
        DayColumns.BOUGHT_ON.is(PurchaseSource.day()),
        LineColumns.BOUGHT.is(PurchaseSource.isPurchase()),
        DayColumns.ORDER_KEY.is(PurchaseSource.order()),
        SharedColumns.CATEGORY.col(),
        SharedColumns.PRODUCT_ID.col(),
        PurchaseSource.PRODUCT_LINE.col(),
        DayColumns.NET.is(net),
        DayColumns.LIST.is(ifBought(coalesce(list, net.plus(discount)))),
        DayColumns.DISCOUNT.is(ifBought(coalesce(discount, list.minus(net)))),
        DayColumns.QUANTITY.is(ifBought(quantity)),
        LineColumns.COST.is(MoneyArithmetic.units(SharedColumns.COST_AMOUNT.col())),
        LineColumns.PROMOTED.is(PurchaseSource.PROMOTION_ID.col().isNotNull()));
  }

  /** True for a refund that names an order by its id, and not by its day. */
  private static Column namesOrder() {
    return PurchaseSource.REFUND_OF.col().isNotNull().and(PurchaseSource.refundedDay().isNull());
  }

  private static Column ifBought(Column amount) {
    return when(PurchaseSource.isPurchase(), amount);
  }
}
