package dev.dangol.contacts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.contacts.ContactFact.MediaFact;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.MediaColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Channels of messages: whom they reach, what follows, and what an order after them costs. The
 * interval of the cost per order is that of a ratio of two sums over customers, linearised
 * (Cochran, Sampling Techniques, 1977, section 6.4).
 *
 * @param knowsResponses false where no source tells who responded
 */
public record MediaTotals(AsOf asOf, boolean knowsResponses) {
  /** The normal deviate of a 95 % interval. */
  private static final double DEVIATE = 1.959963984540054;

  /** Units of {@link Field#units} in one of the currency. */
  private static final double UNITS = 10_000;

  /**
   * The rows of {@code media}.
   *
   * @param facts as {@link ContactFacts} makes them
   */
  public Dataset<Row> of(Dataset<Row> facts) {
    Column cost = FactColumns.COST.col();
    Column money = coalesce(cost, lit(0)).cast("double").divide(UNITS);
    Column orders = FactColumns.ORDERS.col().cast("double");
    Column responded = sum(FactColumns.RESPONDED.col());
    return facts
        .where(FactColumns.KIND.col().equalTo(MediaFact.KIND))
        .groupBy(MediaColumns.CHANNEL.is(SharedColumns.CHANNEL.col()))
        .agg(
            MediaColumns.PEOPLE.is(count(lit(1))),
            MediaColumns.SENT.is(sum(FactColumns.SENDS.col())),
            MediaColumns.RESPONDED.is(knowsResponses ? responded : lit(null)),
            MediaColumns.ORDERS.is(sum(FactColumns.ORDERS.col())),
            MediaColumns.COST.is(MoneyArithmetic.amount(sum(cost))),
            MediaColumns.COST_SQUARES.is(sum(money.multiply(money))),
            MediaColumns.ORDER_SQUARES.is(sum(orders.multiply(orders))),
            MediaColumns.PRODUCTS.is(sum(money.multiply(orders))))
        .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(asOf.column()))
        .withColumn(MediaColumns.COST_PER_ORDER.name(), ratio())
        .withColumn(
            MediaColumns.LOW.name(),
            when(half().isNotNull(), greatest(ratio().minus(half()), lit(0.0))))
        .withColumn(MediaColumns.HIGH.name(), ratio().plus(half()))
        .select(MediaColumns.TABLE.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  private static Column ratio() {
    Column orders = MediaColumns.ORDERS.col().cast("double");
    return when(orders.gt(0), MediaColumns.COST.col().cast("double").divide(orders));
  }

  /** Half of the interval; null with fewer than two customers. */
  private static Column half() {
    Column people = MediaColumns.PEOPLE.col().cast("double");
    Column squares =
        MediaColumns.COST_SQUARES
            .col()
            .minus(ratio().multiply(2).multiply(MediaColumns.PRODUCTS.col()))
            .plus(ratio().multiply(ratio()).multiply(MediaColumns.ORDER_SQUARES.col()));
    Column variance =
        greatest(squares, lit(0.0)).multiply(people).divide(when(people.gt(1), people.minus(1)));
    Column orders = MediaColumns.ORDERS.col().cast("double");
    return when(orders.gt(0), sqrt(variance).multiply(DEVIATE).divide(orders));
  }
}
