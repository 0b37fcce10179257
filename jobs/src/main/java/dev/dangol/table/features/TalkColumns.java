package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on messages, support cases and surveys. */
public final class TalkColumns {
  public static final Field MESSAGES_LIFETIME =
      Field.count(Unit.MESSAGES, "messages_lifetime", "Messages sent to the customer to date.");
  public static final Field MESSAGE_OPEN_SHARE =
      Field.number(
          Unit.SHARE,
          "message_open_share",
          "Share of the messages sent to date that were opened by the as-of day, 0 to 1; null"
              + " without one.");
  public static final Field MESSAGE_CLICK_SHARE =
      MESSAGE_OPEN_SHARE.renamed(
          "message_click_share", "Share of them that were clicked, made as message_open_share is.");
  public static final Field MESSAGE_REPLY_SHARE =
      MESSAGE_OPEN_SHARE.renamed(
          "message_reply_share",
          "Share of them that the customer replied to, made as message_open_share is.");
  public static final Field MESSAGE_UNSUBSCRIBES_LIFETIME =
      Field.count(
          Unit.MESSAGES,
          "message_unsubscribes_lifetime",
          "Messages to date that made the customer unsubscribe.");
  public static final Field MESSAGE_COMPLAINTS_LIFETIME =
      Field.count(
          Unit.MESSAGES,
          "message_complaints_lifetime",
          "Messages to date that the customer complained of.");
  public static final Field MESSAGE_COST_LIFETIME =
      Field.total("message_cost_lifetime", "What the messages sent to date cost.");

  public static final Field CASES_LIFETIME =
      Field.count(Unit.CASES, "cases_lifetime", "Support cases opened to date.");
  public static final Field CASES_PER_ORDER =
      Field.number(Unit.CASES_PER_ORDER, "cases_per_order", "Support cases to date per order.");
  public static final Field REPLIES_IN_TIME_SHARE =
      Field.number(
          Unit.SHARE,
          "replies_in_time_share",
          "Share of the support cases to date that the business first replied to within"
              + " features.satisfaction.reply-hours, 0 to 1, among those with a reply or with that"
              + " time over; null without one.");
  public static final Field RESOLVED_SHARE =
      Field.number(
          Unit.SHARE,
          "resolved_share",
          "Share of the support cases to date that are resolved, 0 to 1; one opened again later is"
              + " not. Null without a case.");
  public static final Field REOPENED_LIFETIME =
      Field.count(Unit.CASES, "reopened_lifetime", "Support cases to date that were opened again.");
  public static final Field FAULT_SHARE =
      Field.number(
          Unit.SHARE,
          "fault_share",
          "Share of the support cases to date in which the business was at fault, 0 to 1, among"
              + " those where it is known; null without one.");
  public static final Field HANDLING_MINUTES_LIFETIME =
      Field.number(
          Unit.MINUTES, "handling_minutes_lifetime", "Minutes of work the cases to date took.");
  public static final Field SUPPORT_COST_LIFETIME =
      Field.total("support_cost_lifetime", "What the support cases to date cost.");

  public static final Field SURVEY_ANSWERS_LIFETIME =
      Field.count(Unit.ANSWERS, "survey_answers_lifetime", "Survey answers to date.");
  public static final Field SURVEY_SCORE_MEAN =
      Field.number(
          Unit.SHARE,
          "survey_score_mean",
          "Mean survey score to date, each on its own scale from 0 for the lowest possible or less"
              + " to 1 for the highest or more; null without an answer whose scale is known.");
  public static final Field NPS_LATEST =
      Field.number(
          Unit.POINTS,
          "nps_latest",
          "The score of the latest answer to a survey with NPS in its name, in capitals or not, as"
              + " given; of several at one moment the lowest, and one without a score is none. Null"
              + " without one.");
  public static final Field CSAT_LATEST =
      NPS_LATEST.renamed(
          "csat_latest", "As nps_latest, for surveys with CSAT in their name; null without one.");

  public static final List<Field> MESSAGES =
      List.of(
          MESSAGES_LIFETIME,
          MESSAGE_OPEN_SHARE,
          MESSAGE_CLICK_SHARE,
          MESSAGE_REPLY_SHARE,
          MESSAGE_UNSUBSCRIBES_LIFETIME,
          MESSAGE_COMPLAINTS_LIFETIME,
          MESSAGE_COST_LIFETIME);
  public static final List<Field> SUPPORT =
      List.of(
          CASES_LIFETIME,
          CASES_PER_ORDER,
          REPLIES_IN_TIME_SHARE,
          RESOLVED_SHARE,
          REOPENED_LIFETIME,
          FAULT_SHARE,
          HANDLING_MINUTES_LIFETIME,
          SUPPORT_COST_LIFETIME);
  public static final List<Field> SURVEYS =
      List.of(SURVEY_ANSWERS_LIFETIME, SURVEY_SCORE_MEAN, NPS_LATEST, CSAT_LATEST);

  private TalkColumns() {}

  /** Messages sent in the window of days that ends with the as-of day. */
  public static Field messages(int window) {
    return MESSAGES_LIFETIME.windowed(window, "Messages sent in the last {days} days.");
  }

  /** Support cases opened in the window of days that ends with the as-of day. */
  public static Field cases(int window) {
    return CASES_LIFETIME.windowed(window, "Support cases opened in the last {days} days.");
  }

  /** The columns of a window, in order. */
  public static List<Field> inWindow(int window) {
    return List.of(messages(window), cases(window));
  }
}
