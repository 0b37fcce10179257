package dev.dangol.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Matches refunds to the purchase lines that they give back. A line is a refund where it names an
 * order that it refunds or its amount is negative.
 *
 * <p>A refund that names an order keeps it: its status is given where the customer has such an
 * order, and unmatched where they have not. One that names none is matched to the latest line of
 * the same customer and product with exactly its amount and currency, bought at or before it and at
 * most the configured days earlier. Every line is given back at most once, also where the refund
 * names its order. Refunds take their lines in the order of time, within one moment after its
 * purchases, then by fingerprint.
 *
 * <p>A matched refund then names the order of its line, so that net sales count on that order's
 * day. Where the line belongs to no order it names the order that such lines of a day make.
 *
 * <p>Amounts are compared as they were paid, in their own currencies: with the rates of two days a
 * refund would no longer equal its purchase.
 *
 * @param currency the reporting currency, which a line without a code was paid in
 * @param days how many days after its purchase a refund that names no order may come
 */
public record RefundMatching(String currency, int days) {
  private static final String GIVEN = "given";
  private static final String MATCHED = "matched";

  /**
   * The lines with the status of each refund; purchases pass through as they are.
   *
   * @param lines accepted purchase lines, each once, with their fingerprints
   */
  public Dataset<Row> match(Dataset<Row> lines) {
    Column names = PurchaseSource.REFUND_OF.col().isNotNull();
    Column isRefund = names.or(PurchaseSource.NET_AMOUNT.col().lt(0));
    Dataset<Row> bought = lines.where(isRefund.equalTo(false));
    Dataset<Row> naming = lines.where(names);
    Dataset<Row> open = lines.where(isRefund.and(names.equalTo(false)));
    return bought
        .withColumn(PurchaseSource.REFUND_STATUS.name(), PurchaseSource.REFUND_STATUS.nullColumn())
        .unionByName(withOwnership(naming, bought))
        .unionByName(amountsReturned(free(moves(bought, naming, open))));
  }

  /** Refunds that name an order, by whether the customer has it. */
  private static Dataset<Row> withOwnership(Dataset<Row> naming, Dataset<Row> bought) {
    Column same =
        MoneyColumns.KEY_CUSTOMER
            .col()
            .equalTo(SharedColumns.CUSTOMER_ID.col())
            .and(MoneyColumns.KEY_ORDER.col().equalTo(PurchaseSource.REFUND_OF.col()));
    Dataset<Row> orders =
        bought
            .select(
                MoneyColumns.KEY_CUSTOMER.is(SharedColumns.CUSTOMER_ID.col()),
                MoneyColumns.KEY_ORDER.is(SharedColumns.ORDER_ID.col()))
            .join(naming, same, "left_semi")
            .distinct();
    Column status =
        when(MoneyColumns.KEY_ORDER.col().isNotNull(), GIVEN).otherwise(PurchaseSource.UNMATCHED);
    return naming
        .join(orders, same, "left")
        .withColumn(PurchaseSource.REFUND_STATUS.name(), status)
        .drop(MoneyColumns.KEY_CUSTOMER.name(), MoneyColumns.KEY_ORDER.name());
  }

  /** Refunds that name no order, and the lines that can affect their match: a small part of all. */
  private Dataset<Row> moves(Dataset<Row> bought, Dataset<Row> naming, Dataset<Row> open) {
    Column given = PurchaseSource.NET_AMOUNT.col().multiply(-1);
    Dataset<Row> wanted =
        open.select(
            MoneyColumns.KEY_CUSTOMER.is(SharedColumns.CUSTOMER_ID.col()),
            MoneyColumns.KEY_PRODUCT.is(SharedColumns.PRODUCT_ID.col()),
            MoneyColumns.KEY_CODE.is(code()),
            MoneyColumns.KEY_SIZE.is(given));
    Column same =
        MoneyColumns.KEY_CUSTOMER
            .col()
            .equalTo(SharedColumns.CUSTOMER_ID.col())
            .and(MoneyColumns.KEY_PRODUCT.col().eqNullSafe(SharedColumns.PRODUCT_ID.col()))
            .and(MoneyColumns.KEY_CODE.col().equalTo(MoneyColumns.CODE.col()))
            .and(MoneyColumns.KEY_SIZE.col().equalTo(MoneyColumns.SIZE.col()));
    Dataset<Row> purchases =
        move(bought, 1, PurchaseSource.NET_AMOUNT.col(), SharedColumns.ORDER_ID.col());
    return purchases
        .unionByName(move(naming, 0, given, PurchaseSource.REFUND_OF.col()))
        .join(wanted, same, "left_semi")
        .unionByName(move(open, -1, given, lit(null)));
  }

  private Dataset<Row> move(Dataset<Row> lines, int move, Column size, Column order) {
    return lines
        .withColumn(MoneyColumns.MOVE.name(), lit(move))
        .withColumn(MoneyColumns.CODE.name(), code())
        .withColumn(MoneyColumns.SIZE.name(), size.cast(MoneyColumns.SIZE.type()))
        .withColumn(MoneyColumns.NAMED_ORDER.name(), MoneyColumns.NAMED_ORDER.is(order));
  }

  private Column code() {
    Column code = CurrencyConversion.code(PurchaseSource.CURRENCY.col());
    return coalesce(when(code.notEqual(""), code), lit(currency));
  }

  /** The moves without the lines that refunds give back by naming their order. */
  private static Dataset<Row> free(Dataset<Row> moves) {
    WindowSpec order = sameLines(MoneyColumns.NAMED_ORDER.col());
    WindowSpec places =
        sameLines(MoneyColumns.NAMED_ORDER.col(), MoneyColumns.MOVE.col())
            .orderBy(PurchaseSource.PURCHASED_AT.col(), SharedColumns.SOURCE_ROW.col());
    Column isNaming = MoneyColumns.MOVE.col().equalTo(0);
    Column isOpen = MoneyColumns.MOVE.col().equalTo(-1);
    Column isFree =
        MoneyColumns.NAMED_ORDER
            .col()
            .isNull()
            .or(MoneyColumns.PLACE.col().gt(MoneyColumns.NAMED_COUNT.col()));
    return moves
        .withColumn(MoneyColumns.NAMED_COUNT.name(), count_if(isNaming).over(order))
        .withColumn(MoneyColumns.PLACE.name(), row_number().over(places))
        .where(isOpen.or(isNaming.equalTo(false).and(isFree)));
  }

  /**
   * Refunds beside the lines that they give back. Purchases and refunds pair like brackets: counted
   * from the outside in, a refund closes the bracket before it on its own level. A line that is too
   * old ends the search, since those below it are older still.
   */
  private Dataset<Row> amountsReturned(Dataset<Row> moves) {
    Column isRefund = MoneyColumns.MOVE.col().equalTo(-1);
    WindowSpec inTime = inTime(sameLines());
    WindowSpec soFar = inTime.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    WindowSpec level = inTime(sameLines(MoneyColumns.LEVEL.col()));
    Column before = coalesce(lag(MoneyColumns.DEPTH.col(), 1).over(inTime), lit(0));
    Column boughtAt = when(isRefund.equalTo(false), PurchaseSource.PURCHASED_AT.col());
    Dataset<Row> paired =
        moves
            .withColumn(MoneyColumns.SUM.name(), sum(MoneyColumns.MOVE.col()).over(soFar))
            .withColumn(MoneyColumns.LOWEST.name(), min(MoneyColumns.SUM.col()).over(soFar))
            .withColumn(MoneyColumns.DEPTH.name(), depth())
            .withColumn(
                MoneyColumns.LEVEL.name(),
                when(isRefund, before).otherwise(MoneyColumns.DEPTH.col()))
            .withColumn(MoneyColumns.BOUGHT_AT.name(), lag(boughtAt, 1).over(level))
            .withColumn(
                MoneyColumns.BOUGHT_IN.name(), lag(SharedColumns.ORDER_ID.col(), 1).over(level));
    return status(paired.where(isRefund));
  }

  private static Column depth() {
    return MoneyColumns.SUM.col().minus(least(lit(0), MoneyColumns.LOWEST.col()));
  }

  private Dataset<Row> status(Dataset<Row> refunds) {
    Column boughtOn = to_date(MoneyColumns.BOUGHT_AT.col());
    Column isOf = datediff(to_date(PurchaseSource.PURCHASED_AT.col()), boughtOn).leq(days);
    Column order = coalesce(MoneyColumns.BOUGHT_IN.col(), PurchaseSource.orderOf(boughtOn));
    return refunds
        .withColumn(PurchaseSource.REFUND_OF.name(), when(isOf, order))
        .withColumn(
            PurchaseSource.REFUND_STATUS.name(),
            when(isOf, MATCHED).otherwise(PurchaseSource.UNMATCHED))
        .drop(MoneyColumns.MOVES.stream().map(Field::name).toArray(String[]::new));
  }

  private static WindowSpec sameLines(Column... more) {
    List<Column> columns = new ArrayList<>();
    columns.add(SharedColumns.CUSTOMER_ID.col());
    columns.add(SharedColumns.PRODUCT_ID.col());
    columns.add(MoneyColumns.CODE.col());
    columns.add(MoneyColumns.SIZE.col());
    columns.addAll(List.of(more));
    return Window.partitionBy(columns.toArray(Column[]::new));
  }

  private static WindowSpec inTime(WindowSpec group) {
    return group.orderBy(
        PurchaseSource.PURCHASED_AT.col(),
        MoneyColumns.MOVE.col().desc(),
        SharedColumns.SOURCE_ROW.col());
  }
}
