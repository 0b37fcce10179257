package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.ExperienceColumns;
import dev.dangol.table.Purchases;
import dev.dangol.table.SatisfactionColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How dear what a customer buys is among the prices of its category: the mean over his lines of the
 * mid-rank of their unit price, 0 to 1. Only the different prices of a category stand in line, each
 * with the number of its lines, so that a category with most of the lines is no longer a queue than
 * its price list.
 */
final class PriceRanks {
  /** Prices that differ by less than this are the same, whatever a division leaves behind. */
  static final int PRICE_DIGITS = 4;

  private PriceRanks() {}

  /** One row per customer with a purchase of a known category and a quantity above 0. */
  static Dataset<Row> perCustomer(Dataset<Row> purchases, AsOf asOf) {
    Column lines = ExperienceColumns.LINES.col();
    String[] price = {Columns.CATEGORY.name(), ExperienceColumns.UNIT_PRICE.name()};
    Dataset<Row> own = own(purchases, asOf);
    Column places = sum(Exact.of(ExperienceColumns.PLACE.col()).multiply(lines)).cast("double");
    return own.join(places(own), price)
        .groupBy(Columns.CUSTOMER_ID.col())
        .agg(SatisfactionColumns.PRICE_RANK.is(places.divide(sum(lines))));
  }

  private static Dataset<Row> own(Dataset<Row> purchases, AsOf asOf) {
    Column quantity = coalesce(Purchases.QUANTITY.col(), lit(1.0));
    Column net = Purchases.NET_AMOUNT.col();
    Column price = round(net.cast("double").divide(quantity), PRICE_DIGITS);
    return purchases
        .where(asOf.known(Purchases.PURCHASED_AT))
        .where(Purchases.REFUND_OF.col().isNull().and(net.geq(0)))
        .where(Columns.CATEGORY.col().isNotNull().and(quantity.gt(0)))
        .groupBy(
            Columns.CUSTOMER_ID.col(),
            Columns.CATEGORY.col(),
            ExperienceColumns.UNIT_PRICE.is(price))
        .agg(ExperienceColumns.LINES.is(count(lit(1))));
  }

  /** One row per category and price. */
  private static Dataset<Row> places(Dataset<Row> own) {
    WindowSpec category = Window.partitionBy(Columns.CATEGORY.col());
    Column lines = ExperienceColumns.LINES.col();
    Column all = sum(lines).over(category);
    Column upTo = sum(lines).over(category.orderBy(ExperienceColumns.UNIT_PRICE.col()));
    Column place = upTo.multiply(2).minus(lines).divide(all.multiply(2));
    return own.groupBy(Columns.CATEGORY.col(), ExperienceColumns.UNIT_PRICE.col())
        .agg(ExperienceColumns.LINES.is(sum(lines)))
        .select(
            Columns.CATEGORY.col(),
            ExperienceColumns.UNIT_PRICE.col(),
            ExperienceColumns.PLACE.is(place));
  }
}
