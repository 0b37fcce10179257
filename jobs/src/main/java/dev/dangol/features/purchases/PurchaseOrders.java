package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Orders aggregated from purchase lines: one row per customer and order, with its value and
 * delivery.
 *
 * <p>A line is a refund where it names an order that it refunds or its amount is negative. A refund
 * belongs to the order that it names; those of one that is not known are an order of refunds alone.
 * Lines without an order id are one order per customer and day.
 *
 * <p>Orders may hold the measures of an earlier day as well, so that lines, of which there are
 * most, are read once for both.
 */
public final class PurchaseOrders {
  /** Columns that are measured for the earlier day too. */
  private static final List<Field> EARLIER =
      List.of(
          DayColumns.ORDERED_ON,
          DayColumns.COUNTED_ON,
          DayColumns.NET,
          ExperienceColumns.LINES,
          ExperienceColumns.REFUND_DAY,
          SatisfactionColumns.DELIVERIES,
          SatisfactionColumns.LATE_DELIVERIES,
          ExperienceColumns.LATE_DAY);

  /** Columns that are measured for the later day alone. */
  private static final List<Field> LATER =
      List.of(
          DayColumns.GROSS,
          DayColumns.REFUNDED,
          DayColumns.LIST,
          DayColumns.DISCOUNT,
          DayColumns.MARGIN,
          DayColumns.PROMOTED_ORDERS,
          DayColumns.QUANTITY);

  private static final List<Field> KEYS =
      List.of(SharedColumns.CUSTOMER_ID, DayColumns.ORDER_KEY, DayColumns.ORDER_DAY);

  private static final Field NAMES = Field.flag("_names", "True where an order is refunded.");
  private static final Field PROMISED = Field.day("_promised", "The day promised.");
  private static final Field JUDGED =
      Field.flag("_judged", "True where it is known whether the promise was kept.");
  private static final Field LATE = Field.flag("_late", "True where it was broken.");
  private static final Field KNOWN = Field.flag("_known", "True where the line was known.");

  private PurchaseOrders() {}

  /**
   * The orders as of a day.
   *
   * @param earlier a day before it that is measured too
   * @param margin share of net sales that is margin where lines carry no cost
   */
  public static Dataset<Row> of(
      Dataset<Row> purchases, AsOf asOf, Optional<AsOf> earlier, OptionalDouble margin) {
    List<Column> lines = line(asOf);
    List<Column> measures = measures(margin);
    earlier.ifPresent(
        cut -> {
          lines.addAll(deliveryColumns(cut, PurchaseOrders::then));
          lines.add(KNOWN.is(cut.isKnown(PurchaseSource.PURCHASED_AT)));
          measures.addAll(earlierColumns());
        });
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .select(lines.toArray(Column[]::new))
        .groupBy(
            SharedColumns.CUSTOMER_ID.col(), DayColumns.ORDER_KEY.col(), DayColumns.ORDER_DAY.col())
        .agg(measures.get(0), measures.stream().skip(1).toArray(Column[]::new));
  }

  /** The orders of the earlier day; columns not measured for it are null. */
  public static Dataset<Row> earlier(Dataset<Row> orders) {
    List<Column> columns = new ArrayList<>();
    KEYS.forEach(field -> columns.add(field.col()));
    EARLIER.forEach(field -> columns.add(field.is(then(field).col())));
    LATER.forEach(field -> columns.add(field.nullColumn()));
    return orders
        .where(then(DayColumns.COUNTED_ON).col().isNotNull())
        .select(columns.toArray(Column[]::new));
  }

  /** The columns of a line; each is computed once. */
  private static List<Column> line(AsOf asOf) {
    Column day = to_date(PurchaseSource.PURCHASED_AT.col());
    List<Column> line = new ArrayList<>(PurchaseLines.columns());
    line.add(DayColumns.ORDER_DAY.is(when(PurchaseLines.order().isNull(), day)));
    line.add(NAMES.is(PurchaseSource.REFUND_OF.col().isNotNull()));
    line.add(PROMISED.is(to_date(PurchaseSource.PROMISED_AT.col())));
    line.addAll(deliveryColumns(asOf, field -> field));
    return line;
  }

  /** True where the delivery promise can be judged on a day, and where it was broken. */
  private static List<Column> deliveryColumns(AsOf asOf, UnaryOperator<Field> named) {
    Column promised = PurchaseSource.PROMISED_AT.col();
    Column delivered =
        when(asOf.hasHappened(PurchaseSource.DELIVERED_AT), PurchaseSource.DELIVERED_AT.col());
    Column overdue = delivered.isNull().and(asOf.hasHappened(PurchaseSource.PROMISED_AT));
    Column judged =
        PurchaseSource.isPurchase()
            .and(asOf.isKnown(PurchaseSource.PURCHASED_AT))
            .and(promised.isNotNull())
            .and(delivered.isNotNull().or(overdue));
    Column late = judged.and(overdue.or(delivered.gt(promised)));
    return List.of(named.apply(JUDGED).is(judged), named.apply(LATE).is(late));
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
    measures.add(ExperienceColumns.LINES.is(count_if(bought)));
    measures.add(
        ExperienceColumns.REFUND_DAY.is(min(when(NAMES.col(), DayColumns.BOUGHT_ON.col()))));
    measures.add(SatisfactionColumns.DELIVERIES.is(count_if(JUDGED.col())));
    measures.add(SatisfactionColumns.LATE_DELIVERIES.is(count_if(LATE.col())));
    measures.add(ExperienceColumns.LATE_DAY.is(min(when(LATE.col(), PROMISED.col()))));
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

  /** The measures of {@link #EARLIER}, from the rows known on the earlier day. */
  private static List<Column> earlierColumns() {
    Column known = KNOWN.col();
    Column bought = LineColumns.BOUGHT.col().and(known);
    Column late = then(LATE).col();
    return List.of(
        then(DayColumns.ORDERED_ON).is(min(when(bought, DayColumns.BOUGHT_ON.col()))),
        then(DayColumns.COUNTED_ON).is(min(when(known, DayColumns.BOUGHT_ON.col()))),
        then(DayColumns.NET).is(sum(when(known, DayColumns.NET.col()))),
        then(ExperienceColumns.LINES).is(count_if(bought)),
        then(ExperienceColumns.REFUND_DAY)
            .is(min(when(NAMES.col().and(known), DayColumns.BOUGHT_ON.col()))),
        then(SatisfactionColumns.DELIVERIES).is(count_if(then(JUDGED).col())),
        then(SatisfactionColumns.LATE_DELIVERIES).is(count_if(late)),
        then(ExperienceColumns.LATE_DAY).is(min(when(late, PROMISED.col()))));
  }

  private static Field then(Field field) {
    return field.renamed("_then_" + field.name(), field.meaning());
  }
}
