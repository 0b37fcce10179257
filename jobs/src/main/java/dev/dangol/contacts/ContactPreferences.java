package dev.dangol.contacts;

import dev.dangol.contacts.ContactFact.PreferenceFact;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.PreferenceColumns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Preferences of customers: where and when they respond. */
public final class ContactPreferences {
  private ContactPreferences() {}

  /**
   * The rows of {@code contact_preferences}.
   *
   * @param facts as {@link ContactFacts} makes them
   */
  public static Dataset<Row> of(Dataset<Row> facts, AsOf asOf) {
    return facts
        .where(FactColumns.KIND.col().equalTo(PreferenceFact.KIND))
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            SharedColumns.CUSTOMER_ID.col(),
            PreferenceColumns.BEST_CHANNEL.is(FactColumns.BEST_CHANNEL.col()),
            PreferenceColumns.BEST_HOUR.is(FactColumns.BEST_HOUR.col()),
            PreferenceColumns.SENDS.is(FactColumns.SENDS.col()),
            PreferenceColumns.RESPONDED.is(FactColumns.RESPONDED.col()),
            PreferenceColumns.SENT_BY.is(FactColumns.SENT_BY.col()),
            PreferenceColumns.RESPONDED_BY.is(FactColumns.RESPONDED_BY.col()));
  }
}
