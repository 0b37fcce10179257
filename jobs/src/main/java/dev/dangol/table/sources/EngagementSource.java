package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of engagement: what people do besides buying. */
public final class EngagementSource {
  public static final Field OCCURRED_AT =
      Field.instant("occurred_at", "When it happened.").asRequired();
  public static final Field EVENT =
      Field.text(
              "event",
              "What happened, in lower case: view search compare cart checkout open click reply"
                  + " share comment help error unsubscribe….")
          .asRequired();
  public static final Field KNOWN_CUSTOMER_ID =
      Field.text("customer_id", "The customer; null for a visitor who is not known yet.");
  public static final Field VISITOR_ID =
      Field.text("visitor_id", "The device or browser; one of customer and visitor is given.");
  public static final Field EVENT_ID = Field.text("event_id", "The event's own id.");
  public static final Field SESSION_ID = Field.text("session_id", "The visit it belongs to.");

  public static final Field SEARCH_TERM =
      Field.text("search_term", "What was searched for, as it was typed; null for other events.");

  public static final List<Field> FIELDS =
      List.of(
          OCCURRED_AT,
          EVENT,
          KNOWN_CUSTOMER_ID,
          VISITOR_ID,
          EVENT_ID,
          SharedColumns.CHANNEL,
          SharedColumns.PRODUCT_ID,
          SharedColumns.CATEGORY,
          SharedColumns.CAMPAIGN_ID,
          SESSION_ID,
          SharedColumns.COST_AMOUNT,
          SEARCH_TERM,
          SharedColumns.ARRIVED_AT);

  /** The name of an event that comments on a product, or to another person. */
  public static final String COMMENT = "comment";

  /** The names that an event may have, unless the source gives its own names a meaning. */
  public static final List<String> KNOWN_EVENTS =
      List.of(
          ("view search compare cart checkout open click reply share comment help error unsubscribe"
                  + " visit login logout signup subscribe like unlike follow unfollow save wishlist"
                  + " remove play download install redeem purchase refund rate review refer invite"
                  + " chat call return complain bounce send deliver impression scroll"
                  + " session_start session_end")
              .split(" "));

  private EngagementSource() {}
}
