package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of contact_preferences: where and when a customer is best reached. */
public final class PreferenceColumns {
  public static final Field BEST_CHANNEL =
      Field.text(
          "best_channel",
          "The channel whose share of messages with a human response is surely the highest (by the"
              + " lower end of Wilson's interval), in small letters; null with fewer than"
              + " contacts.affinities.min-responses responses in each.");
  public static final Field BEST_HOUR =
      Field.count(
          "best_hour",
          "The hour of the day of sending, 0 to 23, by the same rule; null with fewer than"
              + " contacts.affinities.min-responses responses in each.");
  public static final Field SENDS =
      Field.count(Unit.MESSAGES, "sends", "Messages sent to the customer by the day.").asRequired();
  public static final Field RESPONDED =
      Field.count(
              Unit.MESSAGES,
              "responded",
              "Those with a human response: an open, click or reply that is not a machine's.")
          .asRequired();
  public static final Field SENT_BY =
      Field.counts("sent_by", "Messages by facet and value: channel:email, hour:9, weekday:mon….")
          .asRequired();
  public static final Field RESPONDED_BY =
      Field.counts("responded_by", "Those of them with a human response.").asRequired();

  public static final Table TABLE =
      new Table(
          "contact_preferences",
          "A customer who got messages, and where and when they respond.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              BEST_CHANNEL,
              BEST_HOUR,
              SENDS,
              RESPONDED,
              SENT_BY,
              RESPONDED_BY));

  /** The columns that predicates of cohorts may name, with the key. */
  public static final List<Field> NAMED =
      List.of(
          SharedColumns.AS_OF,
          SharedColumns.CUSTOMER_ID,
          BEST_CHANNEL,
          BEST_HOUR,
          SENDS,
          RESPONDED);

  private PreferenceColumns() {}
}
