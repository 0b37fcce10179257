package dev.dangol.features;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Columns;
import dev.dangol.table.DayColumns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.Purchases;
import dev.dangol.table.SalesColumns;
import dev.dangol.table.Sources;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How widely a customer chooses. What is different is told apart by grouping and not by lists,
 * which would keep everything else about his purchases from being added up quickly.
 */
final class Assortment {
  private static final Family CATEGORIES =
      new Family(
          Sources.PURCHASES,
          List.of(
              Measure.of(
                  FeatureColumns.CATEGORIES_LIFETIME, day -> count(lit(1)), Columns.CATEGORY)));
  private static final Family LINES =
      new Family(
          Sources.PURCHASES,
          List.of(
              Measure.of(
                  DayColumns.TOP_LINE_ORDERS,
                  day -> max(DayColumns.ORDERS.col()),
                  Purchases.PRODUCT_LINE),
              Measure.of(
                  SalesColumns.FAVOURITE_PRODUCT_LINE,
                  day -> favourite(),
                  Purchases.PRODUCT_LINE)));

  private Assortment() {}

  private static Column favourite() {
    Column line = struct(negate(DayColumns.ORDERS.col()), Purchases.PRODUCT_LINE.col());
    return min(line).getField(Purchases.PRODUCT_LINE.name());
  }

  static List<Family> families() {
    return List.of(CATEGORIES, LINES);
  }

  /** One row per customer for each of the measures that can be made; refunds choose nothing. */
  static List<Dataset<Row>> perCustomer(Dataset<Row> purchases, Measuring measuring) {
    Dataset<Row> bought =
        purchases.where(measuring.asOf().known(Purchases.PURCHASED_AT)).where(Purchases.bought());
    List<Dataset<Row>> told = new ArrayList<>();
    if (measuring.mapped().has(Sources.PURCHASES, Columns.CATEGORY)) {
      told.add(measured(CATEGORIES, different(bought, Columns.CATEGORY), measuring));
    }
    if (measuring.mapped().has(Sources.PURCHASES, Purchases.PRODUCT_LINE)) {
      told.add(measured(LINES, ordersByLine(bought), measuring));
    }
    return told;
  }

  private static Dataset<Row> measured(Family family, Dataset<Row> rows, Measuring measuring) {
    return family.aggregated(rows.groupBy(Columns.CUSTOMER_ID.col()), measuring);
  }

  private static Dataset<Row> different(Dataset<Row> lines, Field choice) {
    return lines
        .where(choice.col().isNotNull())
        .select(Columns.CUSTOMER_ID.col(), choice.col())
        .distinct();
  }

  /** An order counts once for each product line in it. */
  private static Dataset<Row> ordersByLine(Dataset<Row> lines) {
    Column day = to_date(Purchases.PURCHASED_AT.col());
    return lines
        .where(Purchases.PRODUCT_LINE.col().isNotNull())
        .select(
            Columns.CUSTOMER_ID.col(),
            Purchases.PRODUCT_LINE.col(),
            Columns.ORDER_ID.col(),
            DayColumns.ORDER_DAY.is(when(Columns.ORDER_ID.col().isNull(), day)))
        .distinct()
        .groupBy(Columns.CUSTOMER_ID.col(), Purchases.PRODUCT_LINE.col())
        .agg(DayColumns.ORDERS.is(count(lit(1))));
  }
}
