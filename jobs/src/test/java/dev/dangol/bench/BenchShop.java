package dev.dangol.bench;

import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Plain shop of any size, for measuring. It has three years, about 10 purchase lines, 1 review and
 * 30 events a customer, and a tenth of the customers referred by another. Everything about a row is
 * a hash of its number, so that a size always gives the same shop, and Spark makes it in parallel.
 *
 * <p>How much a customer buys is exponential, and how often they are heard of half goes with it:
 * the busiest of a million has about fourteen times the mean. Files are in the order of time, as
 * logs are, and not of customers. Clean data throughout: what dirt costs is not measured here.
 *
 * @param customers how many
 */
public record BenchShop(long customers) {
  /** The day as of which everything is measured: the last of the three years. */
  static final String AS_OF = "2025-12-31";

  /** A uniform number in [0, 1) of a row's number and of what it is drawn for. */
  private static final String DRAW =
      "CREATE OR REPLACE TEMPORARY FUNCTION draw(id BIGINT, what INT) RETURNS DOUBLE"
          + " RETURN (xxhash64(id, what) & 281474976710655) / 281474976710656D";

  private static final String AT =
      "CREATE OR REPLACE TEMPORARY FUNCTION at(days DOUBLE) RETURNS TIMESTAMP"
          + " RETURN timestamp_millis(1672531200000 + CAST(days * 86400000 AS BIGINT))";

  /** Days are counted from the start of 2023; 1096 of them are three years. */
  private static final String PEOPLE =
      """
      SELECT id, concat('C', lpad(id, 8, '0')) AS customer, busy, born,
        least(1096 - born, -600 * ln(1 - draw(id, 3))) AS life,
        sequence(0, CAST(4.5 * busy AS INT)) AS orders,
        sequence(0, CAST(15 * (busy - ln(1 - draw(id, 20))) AS INT)) AS events
      FROM (SELECT id, -ln(1 - draw(id, 1)) AS busy, 1000 * draw(id, 2) AS born FROM range(1, %d + 1))
      """;

  private static final String ORDERS =
      """
      SELECT *, concat('O', number) AS order_id, at(day) AS purchased_at,
        CASE WHEN draw(number, 9) < 0.3 THEN concat('promo-', CAST(draw(number, 10) * 200 AS INT)) END
          AS promotion_id,
        element_at(array('web', 'app', 'store'), 1 + CAST(3 * draw(number, 11) AS INT)) AS channel,
        sequence(1, 1 + CAST(3 * draw(number, 5) AS INT)) AS parts
      FROM (
        SELECT customer, id * 1000 + n AS number, born + IF(n = 0, 0, life * draw(id * 1000 + n, 4)) AS day
        FROM people LATERAL VIEW explode(orders) ns AS n)
      """;

  private static final String LINES =
      """
      SELECT *, CAST((5 + CAST(95 * draw(product, 7) AS INT) + 0.90) * quantity AS DECIMAL(18, 2)) AS list
      FROM (
        SELECT *, 10 * number + line AS line_number,
          CAST(2000 * pow(draw(10 * number + line, 6), 2) AS BIGINT) AS product,
          1 + CAST(3 * pow(draw(10 * number + line, 8), 3) AS INT) AS quantity
        FROM orders LATERAL VIEW explode(parts) each AS line)
      """;

  /** A fiftieth of the orders have their first line given back some days later. */
  private static final String PURCHASES =
      """
      SELECT customer AS customer_id,
        IF(side > 0, purchased_at, at(day + 1 + 9 * draw(number, 13))) AS purchased_at,
        CAST(side * (list - discount) AS DECIMAL(18, 2)) AS net_amount,
        IF(side > 0, order_id, concat('R', number)) AS order_id,
        concat(IF(side > 0, '', 'R'), line_number) AS line_id,
        concat('P', lpad(product, 4, '0')) AS product_id,
        concat('category-', product % 20) AS category, concat('brand-', product % 37) AS product_line,
        CAST(side * quantity AS DOUBLE) AS quantity, CAST(side * list AS DECIMAL(18, 2)) AS list_amount,
        CAST(side * discount AS DECIMAL(18, 2)) AS discount_amount,
        CAST(side * list * 0.60 AS DECIMAL(18, 2)) AS cost_amount,
        promotion_id, channel, IF(side < 0, order_id, NULL) AS refund_of
      FROM (
        SELECT *, CAST(IF(promotion_id IS NULL, 0.00,
            list * element_at(array(0.10, 0.20, 0.30), 1 + CAST(3 * draw(number, 14) AS INT)))
          AS DECIMAL(18, 2)) AS discount,
          IF(line = 1 AND draw(number, 12) < 0.02, array(1, -1), array(1)) AS sides
        FROM lines)
      LATERAL VIEW explode(sides) each AS side
      """;

  private static final String REVIEWS =
      """
      SELECT customer AS customer_id, at(day + 1 + 19 * draw(number, 15)) AS reviewed_at,
        CAST(5 - CAST(5 * pow(draw(number, 16), 2) AS INT) AS DOUBLE) AS rating,
        concat('V', number) AS review_id, order_id,
        rpad('', 8 + CAST(120 * draw(number, 17) AS INT), 'well made and soon here ') AS text,
        CAST(-2 * ln(1 - draw(number, 18)) AS INT) AS helpful_votes, channel
      FROM orders WHERE draw(number, 19) < 0.2
      """;

  private static final String ENGAGEMENT =
      """
      SELECT customer AS customer_id, at(least(1095.99, born - 20 + (life + 40) * draw(number, 21)))
          AS occurred_at,
        element_at(kinds, 1 + CAST(100 * draw(number, 22) AS INT)) AS event,
        concat('E', number) AS event_id,
        element_at(array('web', 'app', 'app', 'email'), 1 + CAST(4 * draw(number, 23) AS INT)) AS channel,
        IF(draw(number, 24) < 0.6, concat('P', lpad(CAST(2000 * pow(draw(number, 25), 2) AS INT), 4, '0')),
          NULL) AS product_id
      FROM (
        SELECT customer, born, life, kinds, id * 10000 + n AS number
        FROM people, (SELECT split(concat(repeat('view ', 45), repeat('search ', 10), repeat('cart ', 8),
          repeat('checkout ', 5), repeat('open ', 12), repeat('click ', 7), repeat('compare ', 4),
          repeat('share ', 3), repeat('reply ', 2), 'comment help error unsubscribe'), ' ') AS kinds)
        LATERAL VIEW explode(events) ns AS n)
      """;

  /**
   * Referrers came earlier in the numbering, so that there are no rings; three in ten never buy.
   */
  private static final String REFERRALS =
      """
      SELECT concat('C', lpad(1 + CAST((id - 1) * draw(id, 31) AS BIGINT), 8, '0')) AS referrer_id,
        IF(draw(id, 32) < 0.7, customer, concat('N', id)) AS referred_id,
        at(born - 20 * draw(id, 33)) AS referred_at,
        IF(draw(id, 32) < 0.7 AND draw(id, 34) < 0.8, at(born), NULL) AS converted_at,
        'link' AS channel
      FROM people WHERE id > 1 AND draw(id, 30) < 0.1
      """;

  /**
   * Writes the four sources and the configuration below a folder: how many customers, the folder.
   */
  public static void main(String[] arguments) throws IOException {
    long customers = Long.parseLong(arguments[0]);
    try (SparkSession spark = session()) {
      new BenchShop(customers).write(spark, Path.of(arguments[1]));
    }
  }

  static SparkSession session() {
    return SparkSession.builder()
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .config("spark.sql.parquet.compression.codec", "zstd")
        .config("spark.ui.enabled", false)
        .getOrCreate();
  }

  /**
   * Makes the shop and writes it: purchases, reviews, engagement and referrals, and {@code
   * bench.conf}, by which Dangol reads them and keeps its warehouse beside them.
   */
  public void write(SparkSession spark, Path folder) {
    prepare(spark);
    spark.sql(ORDERS).createOrReplaceTempView("orders");
    spark.sql(LINES).createOrReplaceTempView("lines");
    save(spark.sql(PURCHASES), "purchased_at", folder.resolve("purchases"));
    save(spark.sql(REVIEWS), "reviewed_at", folder.resolve("reviews"));
    save(spark.sql(ENGAGEMENT), "occurred_at", folder.resolve("engagement"));
    save(spark.sql(REFERRALS), "referred_at", folder.resolve("referrals"));
    configure(folder, "bench.conf");
  }

  /** Makes the people of the shop, and the functions that draw for them. */
  void prepare(SparkSession spark) {
    spark.sql(DRAW);
    spark.sql(AT);
    spark.sql(PEOPLE.formatted(customers)).createOrReplaceTempView("people");
  }

  static void configure(Path folder, String name) {
    try (InputStream conf = BenchShop.class.getResourceAsStream(name)) {
      String text = new String(conf.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          folder.resolve(name), text.replace("FOLDER", folder.toAbsolutePath().toString()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void save(Dataset<Row> rows, String time, Path folder) {
    int files = (int) Math.max(2, Math.min(16, customers / 100_000));
    rows.repartition(files, expr("unix_date(to_date(" + time + ")) div 30"))
        .sortWithinPartitions(time)
        .write()
        .mode("overwrite")
        .parquet(folder.toString());
  }
}
