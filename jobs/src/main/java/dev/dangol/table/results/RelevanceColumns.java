package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of the tables on messages that concern those who get them, and on those that do not. */
public final class RelevanceColumns {
  public static final Field CAMPAIGN_ID =
      SharedColumns.CAMPAIGN_ID.renamed(
          "campaign_id", "The campaign; null for messages that belong to none.");
  public static final Field SENT =
      Field.count(Unit.MESSAGES, "sent", "Messages sent by the day.").asRequired();
  public static final Field IRRELEVANT =
      Field.count(
              Unit.MESSAGES,
              "irrelevant",
              "Those whose score of relevance, by what was known at the sending, is below"
                  + " contacts.relevance.cut.")
          .asRequired();
  public static final Field UNKNOWN_RELEVANCE =
      Field.count(
              Unit.MESSAGES,
              "unknown_relevance",
              "Those of which nothing was known that could tell: their reader had never shown an"
                  + " interest, and got no message of that channel and promotion type in"
                  + " contacts.relevance.window-days before. They are not irrelevant.")
          .asRequired();
  public static final Field IRRELEVANT_SHARE =
      Field.number(
          Unit.SHARE,
          "irrelevant_share",
          "irrelevant divided by sent less unknown_relevance, 0 to 1; null where nothing is known"
              + " of any of them.");
  public static final Field OPENED_SHARE =
      share("opened_share", "opened by a person, and not by a machine,");
  public static final Field CLICKED_SHARE =
      share("clicked_share", "clicked by a person, and not by a machine,");
  public static final Field UNSUBSCRIBED_SHARE =
      share("unsubscribed_share", "that made their reader unsubscribe");
  public static final Field COMPLAINED_SHARE =
      share("complained_share", "that their reader complained of");
  public static final Field BENCHMARK_SHARE =
      ReplyColumns.BENCHMARK_SHARE.renamed(
          "benchmark_share",
          "The share of messages that is said to be irrelevant, from the setting"
              + " benchmarks.irrelevant_messages, 0 to 1: not computed here; null where it is not"
              + " configured.");

  public static final Field MOSTLY_PROMOTION_TYPE =
      Field.text(
          "promotion_type",
          "The offer that most of its messages have; of as many the first by name; null without.");
  public static final Field MOSTLY_CREATIVE =
      Field.text("creative", "The creative that most of its messages have; null without one.");
  public static final Field MOSTLY_CHANNEL =
      SharedColumns.CHANNEL.renamed(
          "channel", "The channel of most of its messages, in small letters; null without one.");

  public static final Table MESSAGES =
      new Table(
          "message_relevance",
          "A campaign, and how many of its messages concerned those who got them.",
          List.of(SharedColumns.AS_OF, CAMPAIGN_ID),
          List.of(
              SharedColumns.AS_OF,
              CAMPAIGN_ID,
              SENT,
              IRRELEVANT,
              UNKNOWN_RELEVANCE,
              IRRELEVANT_SHARE,
              OPENED_SHARE,
              CLICKED_SHARE,
              UNSUBSCRIBED_SHARE,
              COMPLAINED_SHARE,
              BENCHMARK_SHARE,
              ReplyColumns.BENCHMARK_SOURCE,
              MOSTLY_PROMOTION_TYPE,
              MOSTLY_CREATIVE,
              MOSTLY_CHANNEL));

  public static final Field CHANNEL =
      SharedColumns.CHANNEL.renamed(
          "channel", "The channel of the messages, in small letters; null for those without one.");
  public static final Field SENT_TO_THEM =
      SENT.renamed("sent", "Messages sent to the customer in the channel by the day.");
  public static final Field IRRELEVANT_IN_A_ROW =
      Field.count(
              Unit.MESSAGES,
              "irrelevant_in_a_row",
              "How many of the latest of them, one after the other, were irrelevant and without a"
                  + " human response.")
          .asRequired();
  public static final Field IRRELEVANT_SINCE =
      Field.day(
          "irrelevant_since", "The day on which the first of these was sent; null without one.");
  public static final Field RISK =
      Field.text(
              "risk",
              "The risk that messages are spam to the customer, whatever they consented to: none"
                  + " some high.")
          .asRequired();
  public static final Field RISK_REASON =
      CohortColumns.REASON.renamed("reason", "Why, in words; null for none.");

  public static final Table SPAM_RISK =
      new Table(
          "spam_risk",
          "A customer and a channel in which they got messages, and the risk that these are spam.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, CHANNEL),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              CHANNEL,
              SENT_TO_THEM,
              IRRELEVANT_IN_A_ROW,
              IRRELEVANT_SINCE,
              RISK,
              RISK_REASON));

  private RelevanceColumns() {}

  private static Field share(String name, String how) {
    return Field.number(
        Unit.SHARE,
        name,
        "The share of the messages " + how + " by the day, 0 to 1; null where it is not known.");
  }
}
