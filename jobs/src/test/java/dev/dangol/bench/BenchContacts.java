package dev.dangol.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Contacts of the plain shop: eight messages a customer, of which three in ten are opened, and one
 * support case with its answer. With 100,000 customers these are a million contacts. They lie
 * beside the shop's purchases and engagement, and {@code contacts.conf} reads all four.
 */
final class BenchContacts {
  private static final String MESSAGES =
      """
      SELECT customer AS customer_id, at(day) AS sent_at, concat('M', number) AS message_id,
        element_at(array('email', 'sms', 'push'), 1 + CAST(3 * draw(number, 41) AS INT)) AS channel,
        concat('campaign-', CAST(day / 30 AS INT)) AS campaign_id,
        IF(draw(number, 42) < 0.4, 'discount', NULL) AS promotion_type,
        element_at(array('a', 'b', 'c'), 1 + CAST(3 * draw(number, 43) AS INT)) AS creative,
        concat('category-', CAST(20 * draw(number, 44) AS INT)) AS category,
        IF(draw(number, 45) < 0.3, at(day + 0.01 + 2 * draw(number, 46)), NULL) AS opened_at,
        IF(draw(number, 45) < 0.1, at(day + 0.02 + 2 * draw(number, 46)), NULL) AS clicked_at,
        IF(draw(number, 47) < 0.005, at(day + 1), NULL) AS unsubscribed_at
      FROM (
        SELECT customer, id * 1000 + n AS number, born + (1095 - born) * draw(id * 1000 + n, 40) AS day
        FROM people LATERAL VIEW explode(sequence(1, 8)) ns AS n)
      """;

  private static final String SUPPORT =
      """
      SELECT customer AS customer_id, at(day) AS opened_at, concat('H', id) AS case_id,
        element_at(array('chat', 'phone', 'email'), 1 + CAST(3 * draw(id, 51) AS INT)) AS channel,
        concat('theme-', CAST(40 * pow(draw(id, 52), 2) AS INT)) AS theme,
        at(day - ln(1 - draw(id, 53)) / 8) AS first_reply_at
      FROM (SELECT customer, id, born + (1090 - born) * draw(id, 50) AS day FROM people)
      """;

  private BenchContacts() {}

  /** Writes both sources and the configuration below a folder: how many customers, the folder. */
  public static void main(String[] arguments) throws IOException {
    BenchShop shop = new BenchShop(Long.parseLong(arguments[0]));
    Path folder = Path.of(arguments[1]);
    try (SparkSession spark = BenchShop.session()) {
      shop.prepare(spark);
      shop.save(spark.sql(MESSAGES), "sent_at", folder.resolve("messages"));
      shop.save(spark.sql(SUPPORT), "opened_at", folder.resolve("support"));
      BenchShop.configure(folder, "contacts.conf");
    }
  }
}
