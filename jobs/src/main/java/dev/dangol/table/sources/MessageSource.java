package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of messages that the business sent. */
public final class MessageSource {
  public static final Field SENT_AT = Field.instant("sent_at", "When it was sent.").asRequired();
  public static final Field MESSAGE_ID = Field.text("message_id", "The message's own id.");
  public static final Field PROMOTION_TYPE =
      Field.text("promotion_type", "What kind of offer it carried; null for none.");
  public static final Field CREATIVE = Field.text("creative", "The text or picture it used.");
  public static final Field OPENED_AT =
      Field.instant("opened_at", "When it was first opened; null while it was not.");
  public static final Field CLICKED_AT =
      Field.instant("clicked_at", "When it was first clicked; null while it was not.");
  public static final Field REPLIED_AT =
      Field.instant("replied_at", "When the customer replied; null while they did not.");
  public static final Field UNSUBSCRIBED_AT =
      Field.instant("unsubscribed_at", "When it made the customer unsubscribe; else null.");
  public static final Field COMPLAINED_AT =
      Field.instant("complained_at", "When the customer complained of it; else null.");

  public static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          SENT_AT,
          MESSAGE_ID,
          SharedColumns.CHANNEL,
          SharedColumns.CAMPAIGN_ID,
          PROMOTION_TYPE,
          CREATIVE,
          SharedColumns.CATEGORY,
          OPENED_AT,
          CLICKED_AT,
          REPLIED_AT,
          UNSUBSCRIBED_AT,
          COMPLAINED_AT,
          SharedColumns.COST_AMOUNT);

  private MessageSource() {}
}
