package dev.dangol.cohorts.profile;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.SupportSource;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Contact attributes of customers: their responses to messages, and the themes of their support
 * cases.
 */
final class ContactAttributes {
  static final String OPENS = "opens:";
  static final String CLICKS = "clicks:";
  static final String UNSUBSCRIBES = "unsubscribes:";

  private ContactAttributes() {}

  /**
   * For each channel in which the customer was sent something, whether they ever opened, clicked
   * and unsubscribed.
   *
   * @param mapped the columns of messages that the business has
   */
  static Dataset<Row> channels(Dataset<Row> messages, AsOf asOf, Set<String> mapped) {
    Column channel = SharedColumns.CHANNEL.col();
    return ProfileAttribute.rows(
        messages
            .withColumn(SharedColumns.CHANNEL.name(), SharedColumns.channelName())
            .where(asOf.hasHappened(MessageSource.SENT_AT).and(channel.isNotNull()))
            .groupBy(SharedColumns.CUSTOMER_ID.col(), channel)
            .agg(
                ProfileAttribute.all(
                    ever(OPENS, MessageSource.OPENED_AT, asOf, mapped),
                    ever(CLICKS, MessageSource.CLICKED_AT, asOf, mapped),
                    ever(UNSUBSCRIBES, MessageSource.UNSUBSCRIBED_AT, asOf, mapped))));
  }

  private static Column ever(String prefix, Field time, AsOf asOf, Set<String> mapped) {
    Column happened = max(coalesce(asOf.hasHappened(time), lit(false)));
    return ProfileAttribute.of(
        ProfileColumns.HOW,
        concat(lit(prefix), SharedColumns.CHANNEL.col()),
        mapped.contains(time.name())
            ? ProfileAttribute.flag(happened)
            : ProfileColumns.VALUES.nullColumn());
  }

  /** The categories of messages that the customer clicked, among those who were sent any. */
  static Dataset<Row> ofClicks(Dataset<Row> messages, AsOf asOf) {
    Column category = ProfileAttribute.asText(SharedColumns.CATEGORY.col());
    Column clicked = collect_set(when(asOf.hasHappened(MessageSource.CLICKED_AT), category));
    return ProfileAttribute.rows(
        messages
            .where(asOf.hasHappened(MessageSource.SENT_AT))
            .groupBy(SharedColumns.CUSTOMER_ID.col())
            .agg(
                ProfileAttribute.all(
                    ProfileAttribute.of(
                        ProfileColumns.WHY,
                        "clicked_category",
                        when(count(category).gt(0), array_sort(clicked))))));
  }

  /** The themes of the customer's support cases, among those with a case. */
  static Dataset<Row> themes(Dataset<Row> support, AsOf asOf) {
    return ProfileAttribute.rows(
        support
            .where(asOf.hasHappened(SupportSource.OPENED_AT))
            .groupBy(SharedColumns.CUSTOMER_ID.col())
            .agg(
                ProfileAttribute.all(
                    ProfileAttribute.of(
                        ProfileColumns.WHY,
                        "support_theme",
                        ProfileAttribute.every(SupportSource.THEME.col())))));
  }
}
