package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

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
import java.util.function.IntFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Variety of the categories and product lines a customer buys. Different ones are counted by
 * grouping and not in lists, which would slow down the sums of everything else about their
 * purchases.
 */
public final class PurchaseVariety {
  private static final Column[] ORDER = {
    SharedColumns.CUSTOMER_ID.col(), SharedColumns.ORDER_ID.col(), DayColumns.ORDER_DAY.col()
  };

  private static final List<CountedChoice> CHOICES =
      List.of(
          new CountedChoice(
              SharedColumns.CATEGORY,
              Optional.of(FeatureColumns.CATEGORIES_LIFETIME),
              SalesColumns::categories),
          new CountedChoice(SharedColumns.PRODUCT_ID, Optional.empty(), SalesColumns::products));

  private PurchaseVariety() {}

  public static List<FeatureFamily> families(List<Integer> windows) {
    return List.of(choices(windows), lines(windows));
  }

  /** The measures over a row for each different choice, and one for what is not known. */
  private static FeatureFamily choices(List<Integer> windows) {
    return new FeatureFamily(
        Sources.PURCHASES,
        CHOICES.stream().flatMap(choice -> choice.measures(windows).stream()).toList());
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

  /** One row per customer for each of the measures that can be made; refunds choose nothing. */
  public static List<Dataset<Row>> perCustomer(Dataset<Row> purchases, FeatureContext measuring) {
    Dataset<Row> bought =
        purchases
            .where(measuring.asOf().isKnown(PurchaseSource.PURCHASED_AT))
            .where(PurchaseSource.isPurchase());
    List<Integer> windows = measuring.windows();
    List<Dataset<Row>> measures = new ArrayList<>();
    List<CountedChoice> mapped =
        CHOICES.stream()
            .filter(choice -> measuring.mapped().has(Sources.PURCHASES, choice.column()))
            .toList();
    if (!mapped.isEmpty()) {
      measures.add(measure(choices(windows), byChoice(bought, mapped), measuring));
    }
    if (measuring.mapped().has(Sources.PURCHASES, PurchaseSource.PRODUCT_LINE)) {
      measures.add(measure(lines(windows), byLine(bought, measuring), measuring));
    }
    return measures;
  }

  private static Dataset<Row> measure(
      FeatureFamily family, Dataset<Row> rows, FeatureContext measuring) {
    return family.aggregate(rows.groupBy(SharedColumns.CUSTOMER_ID.col()), measuring);
  }

  /** Lines are read once for all that is chosen, and moved as one row for each that differs. */
  private static Dataset<Row> byChoice(Dataset<Row> lines, List<CountedChoice> mapped) {
    Column[] choices = mapped.stream().map(CountedChoice::named).toArray(Column[]::new);
    return lines
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            DayColumns.CHOSEN_ON.is(to_date(PurchaseSource.PURCHASED_AT.col())),
            inline(array(choices)))
        .groupBy(SharedColumns.CUSTOMER_ID.col(), DayColumns.CHOICE.col(), DayColumns.CHOSEN.col())
        .agg(DayColumns.CHOSEN_ON.is(max(DayColumns.CHOSEN_ON.col())));
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
   * One row per order and product line, with the order's day and its first product line. Lines are
   * brought together by order first, so that the order is computed from them without moving them
   * again.
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
        .repartition(ORDER)
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

  /**
   * Something of which the different ones are counted.
   *
   * @param column the column of the lines that says which it is
   * @param toDate the number to date; empty where only windows are counted
   * @param inWindow the number in a window of days
   */
  private record CountedChoice(Field column, Optional<Field> toDate, IntFunction<Field> inWindow) {
    List<FeatureMeasure> measures(List<Integer> windows) {
      Column all = count_if(isKnown());
      List<FeatureMeasure> measures = new ArrayList<>();
      toDate.ifPresent(
          field -> measures.add(FeatureMeasure.of(field, day -> when(all.gt(0), all), column)));
      windows.forEach(
          window ->
              measures.add(
                  FeatureMeasure.of(inWindow.apply(window), day -> number(day, window), column)));
      return measures;
    }

    private Column number(AsOf day, int window) {
      Column recent = day.within(DayColumns.CHOSEN_ON.col(), window);
      Column chosen = count_if(isKnown().and(recent));
      Column nothing = when(count_if(recent).equalTo(0), lit(0));
      return when(chosen.gt(0), chosen).otherwise(nothing);
    }

    private Column isKnown() {
      Column own = DayColumns.CHOICE.col().equalTo(column.name());
      return own.and(DayColumns.CHOSEN.col().isNotNull());
    }

    Column named() {
      return struct(DayColumns.CHOICE.is(lit(column.name())), DayColumns.CHOSEN.is(column.col()));
    }
  }
}
