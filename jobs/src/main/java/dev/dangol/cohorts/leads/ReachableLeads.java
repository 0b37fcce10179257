package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.table.sources.CustomerContacts;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Look-alikes and leads who may be written to, by consent and by what a channel needs. */
public final class ReachableLeads {
  private static final String GRANTED = "granted";
  private static final Object[] BY_PHONE = {"sms", "phone", "call", "kakao"};
  private static final Object[] BY_POST = {"mail", "post"};

  private ReachableLeads() {}

  /**
   * The leads with {@code reachable}.
   *
   * @param contacts the rows of {@code customer_contacts}; empty without the source customers
   */
  public static Dataset<Row> of(Dataset<Row> leads, Optional<Dataset<Row>> contacts) {
    String reachable = LookalikeColumns.REACHABLE.name();
    if (contacts.isEmpty()) {
      return leads.withColumn(reachable, LookalikeColumns.REACHABLE.nullColumn());
    }
    Column may = exists(map_entries(CustomerContacts.CONSENT.col()), ReachableLeads::allows);
    Dataset<Row> known =
        contacts
            .get()
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                LookalikeColumns.REACHABLE.is(coalesce(may, lit(false))));
    Column found = coalesce(LookalikeColumns.REACHABLE.col(), lit(false));
    return leads
        .join(known, SharedColumns.CUSTOMER_ID.name(), "left")
        .withColumn(reachable, LookalikeColumns.REACHABLE.is(found));
  }

  /** True for an entry of consent that was granted, where the channel's address is known. */
  private static Column allows(Column entry) {
    Column channel = lower(trim(entry.getField("key")));
    Column address =
        when(channel.equalTo("email"), has(CustomerContacts.EMAIL))
            .when(channel.isin(BY_PHONE), has(CustomerContacts.PHONE))
            .when(channel.isin(BY_POST), has(CustomerContacts.ADDRESS))
            .otherwise(
                has(CustomerContacts.EMAIL)
                    .or(has(CustomerContacts.PHONE))
                    .or(has(CustomerContacts.MADID)));
    return entry.getField("value").startsWith(GRANTED).and(address);
  }

  private static Column has(Field identifier) {
    return coalesce(trim(identifier.col()).notEqual(""), lit(false));
  }
}
