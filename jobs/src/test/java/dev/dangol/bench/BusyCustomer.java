package dev.dangol.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import dev.dangol.store.Lake;
import dev.dangol.store.OrderedTables;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Customer with very many purchase lines, put beside the customers of a shop that was ingested. All
 * of them lie in one bucket, the lines in orders of three hundred over three years.
 */
final class BusyCustomer {
  private static final int LINES_AN_ORDER = 300;
  private static final long FIRST = 1_672_531_200_000_000L;
  private static final long SPAN = 1_095L * 86_400_000_000L;

  private BusyCustomer() {}

  /** Adds the customer to the clean purchases: the warehouse, how many lines. */
  public static void main(String[] arguments) throws IOException {
    long lines = Long.parseLong(arguments[1]);
    Source source = Sources.PURCHASES;
    try (SparkSession spark = BenchShop.session()) {
      Lake lake = new Lake(spark, arguments[0]);
      Dataset<Row> shop = lake.read(source.clean());
      Dataset<Row> all = shop.unionByName(busy(spark, shop, lines));
      new OrderedTables(lake).replace(source.clean(), source.order().orElseThrow(), 1, all);
    }
  }

  /** The lines: all else is as in one line of the shop, and what that leaves out is null. */
  private static Dataset<Row> busy(SparkSession spark, Dataset<Row> shop, long lines) {
    Column number = col("id");
    Column moment = number.multiply(SPAN / lines).plus(FIRST);
    Map<Field, Column> own =
        Map.of(
            SharedColumns.CUSTOMER_ID, lit("단골 🍵"),
            PurchaseSource.PURCHASED_AT, timestamp_micros(moment),
            SharedColumns.ORDER_ID, concat(lit("B"), floor(number.divide(LINES_AN_ORDER))),
            PurchaseSource.NET_AMOUNT, number.mod(5_000).plus(100).divide(100),
            SharedColumns.CATEGORY, concat(lit("category-"), number.mod(20)),
            SharedColumns.PRODUCT_ID, concat(lit("product-"), number.mod(2_000)));
    Row given = shop.where(PurchaseSource.isPurchase()).limit(1).head();
    return spark
        .range(0, lines, 1, 1)
        .select(
            Stream.of(shop.schema().fields())
                .map(
                    field ->
                        own.entrySet().stream()
                            .filter(entry -> entry.getKey().name().equals(field.name()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElseGet(() -> value(field.name(), given, number))
                            .cast(field.dataType())
                            .as(field.name()))
                .toArray(Column[]::new));
  }

  private static Column value(String name, Row given, Column number) {
    return name.equals("source_row")
        ? concat(lit("busy-"), number)
        : lit(
            Stream.of("promotion_id", "line_id").anyMatch(name::equals) ? null : given.getAs(name));
  }
}
