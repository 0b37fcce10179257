package dev.dangol.sample.files;

import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.SeededDraws;
import dev.dangol.sample.people.ShopPopulation;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the synthetic shop: a folder for each source, and two for what was planted. These, {@code
 * truth} and {@code truth-effects}, are not sources. The same size and seed give the same rows in
 * the same files; folders that exist are replaced.
 */
public final class SampleShop {
  private static final long CUSTOMERS_PER_FILE = 50_000;
  private static final int FEWEST_FILES = 2;

  private SampleShop() {}

  public static void write(SparkSession spark, String directory, SampleSize size) {
    for (RawTable table : tables(size)) {
      table.write(
          rows(spark, table, size).write().mode(SaveMode.Overwrite),
          directory + "/" + table.name());
    }
  }

  /** The names of the folders, in the order in which they are written. */
  public static List<String> folders() {
    return tables(new SampleSize(SampleSize.FEWEST, 0)).stream().map(RawTable::name).toList();
  }

  /** The sources, and last the truth of customers and of effects. */
  static List<RawTable> tables(SampleSize size) {
    ShopPopulation shop = new ShopPopulation(size);
    return Stream.concat(
            sources(size).stream(), Stream.of(new GroundTruth(shop), new EffectTruth(shop)))
        .toList();
  }

  static List<RawTable> sources(SampleSize size) {
    ShopPopulation shop = new ShopPopulation(size);
    return List.of(
        new PurchaseFiles(shop),
        new ReviewFiles(shop),
        new EngagementFiles(shop),
        new ReferralFiles(shop),
        new CustomerFiles(shop),
        new MessageFiles(shop),
        new SupportFiles(shop),
        new SurveyFiles(shop),
        new LoyaltyFiles(shop),
        new CostFiles(shop));
  }

  private static Dataset<Row> rows(SparkSession spark, RawTable table, SampleSize size) {
    long files = Math.max(FEWEST_FILES, size.customers() / CUSTOMERS_PER_FILE);
    return rows(spark.range(0, size.customers(), 1, (int) files), table, new ShopPopulation(size));
  }

  /** The rows of the customers with these numbers, one customer in memory at a time. */
  static Dataset<Row> rows(Dataset<Long> numbers, RawTable table, ShopPopulation shop) {
    FlatMapFunction<Long, Row> customer =
        number ->
            table
                .flaws()
                .in(
                    table.rows(shop.shopper(number)),
                    number,
                    shop.draws(number, SeededDraws.DrawPurpose.FLAWS))
                .iterator();
    return numbers.flatMap(customer, Encoders.row(table.schema()));
  }
}
