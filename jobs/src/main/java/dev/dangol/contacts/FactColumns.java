package dev.dangol.contacts;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.SupportSource;
import java.util.List;

/**
 * Columns of facts, which live as long as the job. A fact has some of them; the others are null.
 * Lengths of time are microseconds.
 */
final class FactColumns {
  static final Field KIND = Field.text("_kind", "The kind of fact.").asRequired();
  static final Field REPLY = Field.count("_reply", "Time from opening to reply; null without.");
  static final Field ELAPSED = Field.count("_elapsed", "Time from opening to the end of the day.");
  static final Field BUSINESS_REPLY =
      Field.count("_business_reply", "The same in business hours, up to a little over an hour.");
  static final Field BUSINESS_ELAPSED =
      Field.count("_business_elapsed", "The same in business hours, up to a little over an hour.");
  static final Field BUCKET = Field.text("_bucket", "How soon the first case was replied to.");
  static final Field RETAINED = Field.flag("_retained", "True where they bought afterwards.");
  static final Field SELF_SERVED = Field.flag("_self_served", "True for a need without a case.");
  static final Field OPENED = Field.flag("_opened", "True for a human open.");
  static final Field CLICKED = Field.flag("_clicked", "True for a human click.");
  static final Field HAS_RESPONSE =
      Field.flag("_has_response", "True where a person opened, clicked or replied.");
  static final Field LEFT = Field.flag("_left", "True where they unsubscribed.");
  static final Field COMPLAINED = Field.flag("_complained", "True where they complained.");
  static final Field IRRELEVANT = Field.flag("_irrelevant", "True where the score is too low.");
  static final Field SCORE = Field.number("_score", "The score of relevance, 0 to 1.");
  static final Field SCORE_KNOWN = Field.flag("_score_known", "True where something was known.");
  static final Field BOUGHT =
      Field.flag("_bought", "True where they bought soon after; null where it is too early.");
  static final Field NEWEST = Field.flag("_newest", "True for the last message of its channel.");
  static final Field NUMBER = Field.count("_number", "Its number in its channel, from 1.");
  static final Field IN_ROW = Field.count("_in_row", "Irrelevant messages in a row up to it.");
  static final Field SINCE = Field.count("_since", "When the first of these was sent, or null.");
  static final Field BEST_CHANNEL = Field.text("_best_channel", "The channel, where known.");
  static final Field BEST_HOUR = Field.count("_best_hour", "The hour, where known.");
  static final Field SENDS = Field.count("_sends", "Messages.");
  static final Field RESPONDED = Field.count("_responded", "Those with a human response.");
  static final Field SENT_BY = Field.counts("_sent_by", "Messages by facet and value.");
  static final Field RESPONDED_BY =
      Field.counts("_responded_by", "Those with a human response, by facet and value.");

  static final Field ORDERS = Field.count("_orders", "Purchases after messages of the channel.");
  static final Field COST = Field.units("_cost", "Cost of its messages; null where not known.");

  /** All of them, in order. */
  static final List<Field> ALL =
      List.of(
          KIND,
          SharedColumns.CUSTOMER_ID,
          SharedColumns.CHANNEL,
          SharedColumns.CAMPAIGN_ID,
          MessageSource.PROMOTION_TYPE,
          MessageSource.CREATIVE,
          SupportSource.THEME,
          REPLY,
          ELAPSED,
          BUSINESS_REPLY,
          BUSINESS_ELAPSED,
          BUCKET,
          RETAINED,
          SELF_SERVED,
          OPENED,
          CLICKED,
          HAS_RESPONSE,
          LEFT,
          COMPLAINED,
          IRRELEVANT,
          SCORE,
          SCORE_KNOWN,
          BOUGHT,
          NEWEST,
          NUMBER,
          IN_ROW,
          SINCE,
          BEST_CHANNEL,
          BEST_HOUR,
          SENDS,
          RESPONDED,
          SENT_BY,
          RESPONDED_BY,
          ORDERS,
          COST);

  private FactColumns() {}
}
