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
import dev.dangol.table.Columns;
import dev.dangol.table.Field;
import dev.dangol.table.Messages;
import dev.dangol.table.ProfileColumns;
import dev.dangol.table.Support;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How customers answer what they are sent, and what they ask for help with. */
final class Contacted {
  static final String OPENS = "opens:";
  static final String CLICKS = "clicks:";
  static final String UNSUBSCRIBES = "unsubscribes:";

  private Contacted() {}

  /**
   * For each channel in which the customer was sent something, whether he ever opened, clicked and
   * unsubscribed.
   *
   * @param mapped the columns of messages that the business has
   */
  static Dataset<Row> channels(Dataset<Row> messages, AsOf asOf, Set<String> mapped) {
    Column channel = Columns.CHANNEL.col();
    return Trait.rows(
        messages
            .where(asOf.happened(Messages.SENT_AT).and(Trait.written(channel).isNotNull()))
            .groupBy(Columns.CUSTOMER_ID.col(), channel)
            .agg(
                Trait.all(
                    ever(OPENS, Messages.OPENED_AT, asOf, mapped),
                    ever(CLICKS, Messages.CLICKED_AT, asOf, mapped),
                    ever(UNSUBSCRIBES, Messages.UNSUBSCRIBED_AT, asOf, mapped))));
  }

  private static Column ever(String prefix, Field time, AsOf asOf, Set<String> mapped) {
    Column happened = max(coalesce(asOf.happened(time), lit(false)));
    return Trait.of(
        ProfileColumns.HOW,
        concat(lit(prefix), Columns.CHANNEL.col()),
        mapped.contains(time.name()) ? Trait.flag(happened) : ProfileColumns.VALUES.none());
  }

  /** The categories of messages that the customer clicked, among those who were sent any. */
  static Dataset<Row> clicked(Dataset<Row> messages, AsOf asOf) {
    Column category = Trait.written(Columns.CATEGORY.col());
    Column clicked = collect_set(when(asOf.happened(Messages.CLICKED_AT), category));
    return Trait.rows(
        messages
            .where(asOf.happened(Messages.SENT_AT))
            .groupBy(Columns.CUSTOMER_ID.col())
            .agg(
                Trait.all(
                    Trait.of(
                        ProfileColumns.WHY,
                        "clicked_category",
                        when(count(category).gt(0), array_sort(clicked))))));
  }

  /** The themes of the customer's support cases, among those with a case. */
  static Dataset<Row> themes(Dataset<Row> support, AsOf asOf) {
    return Trait.rows(
        support
            .where(asOf.happened(Support.OPENED_AT))
            .groupBy(Columns.CUSTOMER_ID.col())
            .agg(
                Trait.all(
                    Trait.of(
                        ProfileColumns.WHY, "support_theme", Trait.every(Support.THEME.col())))));
  }
}
