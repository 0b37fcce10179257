package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of suppressions: who is to be left alone, where, and why. */
public final class SuppressionColumns {
  public static final String UNSUBSCRIBED = "unsubscribed";
  public static final String COMPLAINED = "complained";
  public static final String SPAM_RISK = "spam_risk";
  public static final String WITHDRAWN = "withdrawn";
  public static final String ERASED = "erased";

  public static final Field CUSTOMER_ID =
      SharedColumns.CUSTOMER_ID.renamed(
          "customer_id",
          "The customer; of an erased one the hash on the list of erasures, which also has those of"
              + " their addresses.");
  public static final Field CHANNEL =
      SharedColumns.CHANNEL.renamed(
          "channel", "The channel, in small letters; null for a row that holds for every channel.");
  public static final Field REASON =
      CohortColumns.REASON
          .renamed("reason", "Why: unsubscribed complained spam_risk withdrawn erased.")
          .asRequired();
  public static final Field SINCE =
      Field.day(
          "since",
          "The day of the earliest event that still stands; of a risk of spam, the day of the first"
              + " irrelevant message in the row; null where a withdrawal has no day.");
  public static final Field LAST_ON =
      Field.day(
          "last_on",
          "The day of the latest such event; consent given after it ends an unsubscription. Null"
              + " where since is null.");

  public static final Table TABLE =
      new Table(
          "suppressions",
          "A customer who is to be left alone in a channel, or in all, and why.",
          List.of(SharedColumns.AS_OF, CUSTOMER_ID, CHANNEL, REASON),
          List.of(SharedColumns.AS_OF, CUSTOMER_ID, CHANNEL, REASON, SINCE, LAST_ON));

  private SuppressionColumns() {}
}
