package dev.dangol.sample.files;

import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A few features of the sample's buyers by the end of a day, counted without Spark. */
public final class SampleCustomers {
  public static final List<Field> FEATURES =
      List.of(
          FeatureColumns.FREQUENCY,
          FeatureColumns.DAYS_SINCE_LAST_ORDER,
          FeatureColumns.ORDER_VALUE,
          FeatureColumns.DISCOUNT_SHARE);

  private SampleCustomers() {}

  /** One row per customer with an order before that day of the period, of the first so many. */
  public static List<Row> at(int day, long customers, long seed) {
    ShopPopulation shop = new ShopPopulation(new SampleSize(1_000, seed));
    return LongStream.range(0, customers)
        .mapToObj(shop::shopper)
        .flatMap(
            shopper ->
                row(
                    shopper,
                    ShopperOrders.of(shop, shopper).orders().stream()
                        .filter(order -> order.day() < day)
                        .toList(),
                    day)
                    .stream())
        .toList();
  }

  private static List<Row> row(SampleShopper shopper, List<ShopOrder> orders, int day) {
    if (orders.isEmpty()) {
      return List.of();
    }
    long days = orders.stream().map(order -> (int) order.day()).distinct().count();
    double net = sum(orders, false);
    double off = sum(orders, true);
    return List.of(
        RowFactory.create(
            shopper.id(),
            BigDecimal.valueOf(net).setScale(4),
            days - 1,
            day - (long) orders.get(orders.size() - 1).day(),
            net / orders.size(),
            off / (net + off)));
  }

  private static double sum(List<ShopOrder> orders, boolean discounts) {
    return orders.stream()
        .flatMap(order -> order.lines().stream())
        .mapToDouble(line -> discounts ? line.discount() : line.net())
        .sum();
  }

  public static Dataset<Row> table(SparkSession spark, List<Row> rows) {
    StructField[] fields = {
      SharedColumns.CUSTOMER_ID.structField(),
      FeatureColumns.NET_SALES_LIFETIME.structField(),
      FeatureColumns.FREQUENCY.structField(),
      FeatureColumns.DAYS_SINCE_LAST_ORDER.structField(),
      FeatureColumns.ORDER_VALUE.structField(),
      FeatureColumns.DISCOUNT_SHARE.structField()
    };
    return spark.createDataFrame(rows, new StructType(fields));
  }
}
