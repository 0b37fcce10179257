package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.sources.PurchaseSource;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Percentile ranks of the prices a customer pays: the mean over their lines, 0 to 1. A line's rank
 * is the mid-rank of its unit price among the lines of its category. Only the different prices of a
 * category are sorted, each with the number of its lines, so that even a category with most of the
 * lines sorts no more than its price list. Lines are read twice and not moved, as long as the price
 * lists are small.
 */
public final class PriceRanks {
  /** Prices that differ by less than this are the same, whatever a division leaves behind. */
  private static final double CENTI_CENTS = 1e4;

  /** Ranks are added up as whole numbers of this part of one: the same sum in any order. */
  private static final double PARTS = 1e10;

  private PriceRanks() {}

  /** One row per customer with a purchase of a known category and a quantity above 0. */
  public static Dataset<Row> perCustomer(Dataset<Row> purchases, AsOf asOf) {
    String[] price = {SharedColumns.CATEGORY.name(), ExperienceColumns.UNIT_PRICE.name()};
    Dataset<Row> lines = lines(purchases, asOf);
    Column mean = sum(ExperienceColumns.PLACE.col()).divide(PARTS).divide(count(lit(1)));
    return lines
        .join(places(lines), price)
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(SatisfactionColumns.PRICE_RANK.is(mean));
  }

  private static Dataset<Row> lines(Dataset<Row> purchases, AsOf asOf) {
    Column quantity = coalesce(PurchaseSource.QUANTITY.col(), lit(1.0));
    Column net = PurchaseSource.NET_AMOUNT.col();
    Column price = rint(net.cast("double").divide(quantity).multiply(CENTI_CENTS));
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .where(PurchaseSource.isPurchase())
        .where(SharedColumns.CATEGORY.col().isNotNull().and(quantity.gt(0)))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            SharedColumns.CATEGORY.col(),
            ExperienceColumns.UNIT_PRICE.is(price));
  }

  /** One row per category and price, with its rank. */
  private static Dataset<Row> places(Dataset<Row> lines) {
    WindowSpec category = Window.partitionBy(SharedColumns.CATEGORY.col());
    Column number = ExperienceColumns.LINES.col();
    Column all = sum(number).over(category);
    Column upTo = sum(number).over(category.orderBy(ExperienceColumns.UNIT_PRICE.col()));
    Column place = upTo.multiply(2).minus(number).divide(all.multiply(2));
    return lines
        .groupBy(SharedColumns.CATEGORY.col(), ExperienceColumns.UNIT_PRICE.col())
        .agg(ExperienceColumns.LINES.is(count(lit(1))))
        .select(
            SharedColumns.CATEGORY.col(),
            ExperienceColumns.UNIT_PRICE.col(),
            ExperienceColumns.PLACE.is(rint(place.multiply(PARTS))));
  }
}
