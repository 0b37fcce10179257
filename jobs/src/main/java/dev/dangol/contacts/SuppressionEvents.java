package dev.dangol.contacts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SuppressionColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Events by the day that suppress a customer in a channel, or end that: one row for each. */
final class SuppressionEvents {
  static final Field EVENT = Field.text("_event", "A reason of suppressions, or granted.");
  static final Field ON = Field.day("_on", "Its day; null where it has none.");
  static final String GRANTED = "granted";

  private static final Field ENTRY = Field.text("_entry", "An entry of consent.");
  private static final String FORM = "(?s)^(.*) (granted|withdrawn)(?: (\\d{4}-\\d{2}-\\d{2}))?$";
  private static final String UNSUBSCRIBE = "unsubscribe";

  private SuppressionEvents() {}

  /** Unsubscriptions and complaints that messages led to. */
  static List<Dataset<Row>> ofMessages(Dataset<Row> messages, AsOf asOf) {
    return List.of(
        ofMessages(messages, asOf, MessageSource.UNSUBSCRIBED_AT, SuppressionColumns.UNSUBSCRIBED),
        ofMessages(messages, asOf, MessageSource.COMPLAINED_AT, SuppressionColumns.COMPLAINED));
  }

  private static Dataset<Row> ofMessages(
      Dataset<Row> messages, AsOf asOf, Field time, String event) {
    return messages.where(asOf.hasHappened(time)).select(cells(lit(event), to_date(time.col())));
  }

  /** Events by which known customers unsubscribe. */
  static Dataset<Row> ofEngagement(Dataset<Row> engagement, AsOf asOf) {
    return engagement
        .where(
            EngagementSource.EVENT
                .col()
                .equalTo(UNSUBSCRIBE)
                .and(asOf.hasHappened(EngagementSource.OCCURRED_AT))
                .and(EngagementSource.KNOWN_CUSTOMER_ID.col().isNotNull()))
        .select(
            cells(
                lit(SuppressionColumns.UNSUBSCRIBED), to_date(EngagementSource.OCCURRED_AT.col())));
  }

  /**
   * Consent given and withdrawn. An entry without a day that can be read withdraws.
   *
   * @param contacts the rows of {@code customer_contacts}
   */
  static Dataset<Row> ofConsent(Dataset<Row> contacts, AsOf asOf) {
    Column entry = ENTRY.col();
    Column on = part(entry, 3).try_cast("date");
    Column granted = part(entry, 2).equalTo(GRANTED).and(ON.col().isNotNull());
    return contacts
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            explode(CustomerContacts.CONSENT_HISTORY.col()).as(ENTRY.name()))
        .where(entry.rlike(FORM))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            ENTRY.col(),
            SuppressionColumns.CHANNEL.is(part(entry, 1)),
            ON.is(on))
        .where(ON.col().isNull().or(ON.col().leq(asOf.column())))
        .select(
            cells(
                when(granted, lit(GRANTED)).otherwise(lit(SuppressionColumns.WITHDRAWN)),
                ON.col()));
  }

  private static Column part(Column entry, int group) {
    return nullif(regexp_extract(entry, FORM, group), lit(""));
  }

  private static Column[] cells(Column event, Column on) {
    Column channel = nullif(lower(trim(coalesce(SharedColumns.CHANNEL.col(), lit("")))), lit(""));
    return new Column[] {
      SuppressionColumns.CUSTOMER_ID.col(),
      SuppressionColumns.CHANNEL.is(channel),
      EVENT.is(event),
      ON.is(on)
    };
  }
}
