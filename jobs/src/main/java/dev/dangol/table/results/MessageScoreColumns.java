package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code message_scores}: what the score of relevance is worth. */
public final class MessageScoreColumns {
  public static final Field SCORE_FROM =
      Field.number(
          "score_from",
          "The smallest score of relevance that counts here, 0 to 1; scores reach to the next"
              + " twentieth; null for messages of which nothing was known.");
  public static final Field SENT =
      RelevanceColumns.SENT.renamed("sent", "Messages with such a score, sent by the day.");
  public static final Field OPENED_SHARE =
      RelevanceColumns.OPENED_SHARE.renamed(
          "opened_share", "The share of them opened by a person by the day, 0 to 1.");
  public static final Field CLICKED_SHARE =
      RelevanceColumns.CLICKED_SHARE.renamed(
          "clicked_share", "The share of them clicked by a person by the day, 0 to 1.");
  public static final Field RESPONDED_SHARE =
      share("responded_share", "The share of them opened, clicked or replied to by a person");
  public static final Field RESPONDED_LOW =
      share("responded_low", "Lower end of its 95 % interval (Wilson)");
  public static final Field RESPONDED_HIGH = share("responded_high", "Upper end of the same");
  public static final Field FOLLOWED =
      Field.count(
              Unit.MESSAGES,
              "followed",
              "Those of them after which contacts.relevance.follow-days were over by the day.")
          .asRequired();
  public static final Field BOUGHT_SHARE =
      share("bought_share", "The share of these after which their reader bought within the days");
  public static final Field BOUGHT_LOW =
      share("bought_low", "Lower end of its 95 % interval (Wilson)");
  public static final Field BOUGHT_HIGH = share("bought_high", "Upper end of the same");

  public static final Table TABLE =
      new Table(
          "message_scores",
          "Messages with about the same score of relevance, and what they brought: the score from"
              + " which they are responded to more than messages are on the whole is the cut.",
          List.of(SharedColumns.AS_OF, SCORE_FROM),
          List.of(
              SharedColumns.AS_OF,
              SCORE_FROM,
              SENT,
              OPENED_SHARE,
              CLICKED_SHARE,
              RESPONDED_SHARE,
              RESPONDED_LOW,
              RESPONDED_HIGH,
              FOLLOWED,
              BOUGHT_SHARE,
              BOUGHT_LOW,
              BOUGHT_HIGH));

  private MessageScoreColumns() {}

  private static Field share(String name, String what) {
    return Field.number(Unit.SHARE, name, what + ", 0 to 1; null where it is not known.");
  }
}
