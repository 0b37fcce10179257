package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of the tables on when cases were resolved and feedback was acted on. */
public final class CaseTimeColumns {
  public static final Field CHANNEL =
      SharedColumns.CHANNEL.renamed(
          "channel",
          "The channel of the cases; all for every channel, null for cases without one.");
  public static final Field THEME =
      Field.text(
          "theme", "The theme of the cases; all for every theme, null for cases without one.");
  public static final Field CASES =
      ReplyColumns.CASES.renamed("cases", "Support cases opened by the day.");
  public static final Field RESOLVED_CASES =
      Field.count(
              Unit.CASES,
              "resolved_cases",
              "Those resolved by the day and not opened again after that.")
          .asRequired();
  public static final Field RESOLVED_SHARE =
      Field.number(Unit.SHARE, "resolved_share", "resolved_cases divided by cases.").asRequired();
  public static final Field MEDIAN_DAYS =
      JourneyFindingColumns.MEDIAN_DAYS.renamed(
          "median_days", "Median of their days of 24 hours until then; null without one.");
  public static final Field P90_DAYS =
      Field.number(
          Unit.DAYS,
          "p90_days",
          "Nine in ten of them took at most so many days; null without one.");

  public static final Table TIMES_TABLE =
      new Table(
          "case_times",
          "How long it took until support cases were resolved, by channel and theme.",
          List.of(SharedColumns.AS_OF, CHANNEL, THEME),
          List.of(
              SharedColumns.AS_OF,
              CHANNEL,
              THEME,
              CASES,
              RESOLVED_CASES,
              RESOLVED_SHARE,
              MEDIAN_DAYS,
              P90_DAYS));

  public static final Field SOURCE =
      VoiceColumns.SOURCE
          .renamed("source", "Where the feedback was given: reviews, surveys or support.")
          .asRequired();
  public static final Field FEEDBACK =
      Field.count("feedback", "Rows of it by the day.").asRequired();
  public static final Field ACTED_ON =
      Field.count("acted_on", "Those on which the business acted by the day.").asRequired();
  public static final Field ACTED_SHARE =
      Field.number(Unit.SHARE, "acted_share", "acted_on divided by feedback.").asRequired();

  public static final Table ACTIONS_TABLE =
      new Table(
          "feedback_actions",
          "On how much of the feedback of a source the business acted, and how soon.",
          List.of(SharedColumns.AS_OF, SOURCE),
          List.of(
              SharedColumns.AS_OF, SOURCE, FEEDBACK, ACTED_ON, ACTED_SHARE, MEDIAN_DAYS, P90_DAYS));

  /** Intermediate columns, never stored. */
  public static final Field OF_ALL_CHANNELS =
      Field.count("_of_all_channels", "1 for a row over all channels, else 0.");

  public static final Field OF_ALL_THEMES =
      Field.count("_of_all_themes", "1 for a row over all themes, else 0.");

  private CaseTimeColumns() {}
}
