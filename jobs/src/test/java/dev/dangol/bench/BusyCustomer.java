package dev.dangol.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.job.JobContext;
import dev.dangol.job.features.FeaturesJob;
import dev.dangol.store.Lake;
import dev.dangol.store.OrderedTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Customer with very many purchase lines, put beside the customers of a shop that was ingested, and
 * the job {@code features} over all of them. All lines lie in one bucket, in orders of three
 * hundred over three years.
 */
final class BusyCustomer {
  private static final int LINES_AN_ORDER = 300;
  private static final long FIRST = 1_672_531_200_000_000L;
  private static final String BUSY = "단골 🍵";
  private static final long SPAN = 1_095L * 86_400_000_000L;

  private BusyCustomer() {}

  /** The folder of the shop; with how many lines it adds the customer, without it runs the job. */
  public static void main(String[] arguments) throws IOException {
    Path shop = Path.of(arguments[0]);
    try (SparkSession spark = BenchSession.open()) {
      Lake lake = new Lake(spark, shop.resolve("warehouse").toString());
      if (arguments.length > 1) {
        add(spark, lake, Long.parseLong(arguments[1]));
      } else {
        describe(lake, shop.resolve("bench.conf"));
        spark
            .read()
            .format("delta")
            .load(shop.resolve("warehouse/customer_features").toString())
            .where(SharedColumns.CUSTOMER_ID.col().equalTo(BUSY))
            .select("customer_id", "orders_lifetime", "net_sales_lifetime")
            .show(false);
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .forEach(System.out::println);
      }
    }
  }

  private static void add(SparkSession spark, Lake lake, long lines) throws IOException {
    Source source = Sources.PURCHASES;
    Dataset<Row> shop = lake.read(source.clean());
    Dataset<Row> all = shop.unionByName(busy(spark, shop, lines));
    new OrderedTables(lake).replace(source.clean(), source.order().orElseThrow(), 1, all);
  }

  /** Runs the job on the tables as they are. */
  private static void describe(Lake lake, Path conf) throws IOException {
    Settings settings =
        SettingsReader.read(new ConfigLayers(Optional.of(conf), Map.of(), List.of()));
    AsOf day = new AsOf(LocalDate.parse(BenchShop.AS_OF), settings.timeZone());
    BenchStopwatch.measured(
        "features",
        () -> {
          new FeaturesJob().run(new JobContext(lake, settings, day));
          return lake;
        });
  }

  /** The lines: all else is as in one line of the shop, and what that leaves out is null. */
  private static Dataset<Row> busy(SparkSession spark, Dataset<Row> shop, long lines) {
    Column number = col("id");
    Column moment = number.multiply(SPAN / lines).plus(FIRST);
    Map<Field, Column> own =
        Map.of(
            SharedColumns.CUSTOMER_ID, lit(BUSY),
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
