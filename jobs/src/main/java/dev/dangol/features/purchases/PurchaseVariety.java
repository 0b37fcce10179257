package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.ExactQuotient;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Variety of the categories, products and product lines a customer buys. Categories and products
 * are folded; product lines are counted by grouping, since an order counts once for each.
 */
public final class PurchaseVariety {
  private static final Column[] ORDER = {
    SharedColumns.CUSTOMER_ID.col(), SharedColumns.ORDER_ID.col(), DayColumns.ORDER_DAY.col()
  };

  private PurchaseVariety() {}

  public static List<FeatureFamily> families(List<Integer> windows) {
    return List.of(choices(windows), lines(windows));
  }

  /** The family of categories and products, which is folded over purchases. */
  public static FoldedFamily folded(List<Integer> windows) {
    return new ChoiceFold(windows);
  }

  /** The family of the days between purchases of a category, which is folded over purchases. */
  public static FoldedFamily cycles() {
    return new CycleFold();
  }

  private static FeatureFamily choices(List<Integer> windows) {
    ChoiceFold choices = new ChoiceFold(windows);
    List<FeatureMeasure> measures = new ArrayList<>();
    choices
        .categories()
        .forEach(field -> measures.add(FeatureMeasure.folded(field, SharedColumns.CATEGORY)));
    choices
        .products()
        .forEach(field -> measures.add(FeatureMeasure.folded(field, SharedColumns.PRODUCT_ID)));
    return new FeatureFamily(Sources.PURCHASES, measures);
  }

  /** The measures over a row for each product line. */
  private static FeatureFamily lines(List<Integer> windows) {
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(
        line(
            SalesColumns.PRODUCT_LINE_CONCENTRATION,
            concentration(DayColumns.ORDERS, DayColumns.LINED_ORDERS)));
    measures.add(line(SalesColumns.FAVOURITE_PRODUCT_LINE, favourite()));
    for (int window : windows) {
      measures.add(
          line(
              SalesColumns.productLineConcentration(window),
              concentration(FeatureColumns.orders(window), lined(window))));
    }
    return new FeatureFamily(Sources.PURCHASES, measures);
  }

  private static FeatureMeasure line(Field field, Column value) {
    return FeatureMeasure.of(field, day -> value, PurchaseSource.PRODUCT_LINE);
  }

  private static Column concentration(Field orders, Field lined) {
    return ExactQuotient.of(max(orders.col()), sum(lined.col()));
  }

  private static Column favourite() {
    Column line = struct(negate(DayColumns.ORDERS.col()), PurchaseSource.PRODUCT_LINE.col());
    return min(line).getField(PurchaseSource.PRODUCT_LINE.name());
  }

  /** The purchases by the day, as their cursor reads them; refunds choose nothing. */
  public static Dataset<Row> lines(Dataset<Row> purchases, AsOf asOf) {
    return bought(purchases, asOf)
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            DayColumns.BOUGHT_ON.is(to_date(PurchaseSource.PURCHASED_AT.col())),
            SharedColumns.CATEGORY.col(),
            SharedColumns.PRODUCT_ID.col());
  }

  /** One row per customer with a known product line; empty where lines are not mapped. */
  public static Optional<Dataset<Row>> perCustomer(
      Dataset<Row> purchases, FeatureContext measuring) {
    if (!measuring.mapped().has(Sources.PURCHASES, PurchaseSource.PRODUCT_LINE)) {
      return Optional.empty();
    }
    Dataset<Row> lines = byLine(bought(purchases, measuring.asOf()), measuring);
    return Optional.of(
        lines(measuring.windows())
            .aggregate(lines.groupBy(SharedColumns.CUSTOMER_ID.col()), measuring));
  }

  private static Dataset<Row> bought(Dataset<Row> purchases, AsOf asOf) {
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .where(PurchaseSource.isPurchase());
  }

  /**
   * An order counts once for each product line in it, and for the first of them by name it counts
   * among the orders with a known one.
   */
  private static Dataset<Row> byLine(Dataset<Row> lines, FeatureContext measuring) {
    Column first = PurchaseSource.PRODUCT_LINE.col().equalTo(DayColumns.FIRST_LINE.col());
    List<Column> counts = new ArrayList<>();
    counts.add(DayColumns.LINED_ORDERS.is(count_if(first)));
    for (int window : measuring.windows()) {
      Column recent = recent(measuring.asOf(), window);
      counts.add(FeatureColumns.orders(window).is(count_if(recent)));
      counts.add(lined(window).is(count_if(recent.and(first))));
    }
    return orderedLines(lines)
        .where(PurchaseSource.PRODUCT_LINE.col().isNotNull())
        .groupBy(SharedColumns.CUSTOMER_ID.col(), PurchaseSource.PRODUCT_LINE.col())
        .agg(DayColumns.ORDERS.is(count(lit(1))), counts.toArray(Column[]::new));
  }

  private static Column recent(AsOf asOf, int window) {
    return asOf.within(DayColumns.ORDERED_ON.col(), window);
  }

  private static Field lined(int window) {
    return DayColumns.LINED_ORDERS.windowed(window, "Those in the window.");
  }

  /**
   * One row per order and product line, with the order's day and its first product line. Lines that
   * lie in buckets by customer need not be moved for it.
   */
  private static Dataset<Row> orderedLines(Dataset<Row> lines) {
    Column day = to_date(PurchaseSource.PURCHASED_AT.col());
    var order = Window.partitionBy(ORDER);
    return lines
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            SharedColumns.ORDER_ID.col(),
            DayColumns.ORDER_DAY.is(when(SharedColumns.ORDER_ID.col().isNull(), day)),
            PurchaseSource.PRODUCT_LINE.col(),
            DayColumns.ORDERED_ON.is(day))
        .groupBy(
            SharedColumns.CUSTOMER_ID.col(),
            SharedColumns.ORDER_ID.col(),
            DayColumns.ORDER_DAY.col(),
            PurchaseSource.PRODUCT_LINE.col())
        .agg(DayColumns.ORDERED_ON.is(min(DayColumns.ORDERED_ON.col())))
        .withColumn(
            DayColumns.FIRST_LINE.name(), min(PurchaseSource.PRODUCT_LINE.col()).over(order))
        .withColumn(DayColumns.ORDERED_ON.name(), min(DayColumns.ORDERED_ON.col()).over(order));
  }
}
