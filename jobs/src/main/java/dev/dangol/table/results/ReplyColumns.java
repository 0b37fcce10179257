package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import dev.dangol.table.features.StrikeColumns;
import java.util.List;

/** Columns of the tables on replies to support cases, and on who stayed after them. */
public final class ReplyColumns {
  /** The row over everything. */
  public static final String ALL = "all";

  public static final Field CHANNEL =
      SharedColumns.CHANNEL.renamed(
          "channel",
          "The channel of the cases, in small letters; all for the row over all of them; null for"
              + " those without one.");
  public static final Field CASES =
      Field.count(Unit.CASES, "cases", "Support cases opened by the day.").asRequired();
  public static final Field ANSWERED =
      Field.count(Unit.CASES, "answered", "Those that were first replied to by the day.")
          .asRequired();
  public static final Field OPEN =
      Field.count(
              Unit.CASES, "open", "The others; a case resolved without a reply is open as well.")
          .asRequired();
  public static final Field MEDIAN_MINUTES =
      Field.number(
          Unit.MINUTES,
          "median_minutes",
          "The median of the minutes from opening to first reply, by day and by night; null where"
              + " none was answered.");
  public static final Field P90_MINUTES =
      Field.number(
          Unit.MINUTES,
          "p90_minutes",
          "The minutes from opening to first reply, by day and by night, that nine of ten took at"
              + " most; null where none was answered.");
  public static final Field SHARE_30MIN = share("share_30min", "30 minutes");
  public static final Field SHARE_60MIN = share("share_60min", "60 minutes");
  public static final Field BUSINESS_SHARE_30MIN =
      share("business_share_30min", "30 minutes of business hours");
  public static final Field BUSINESS_SHARE_60MIN =
      share("business_share_60min", "60 minutes of business hours");

  public static final Table TIMES =
      new Table(
          "reply_times",
          "A channel of support cases, and how soon customers got a first reply.",
          List.of(SharedColumns.AS_OF, CHANNEL),
          List.of(
              SharedColumns.AS_OF,
              CHANNEL,
              CASES,
              ANSWERED,
              OPEN,
              MEDIAN_MINUTES,
              P90_MINUTES,
              SHARE_30MIN,
              SHARE_60MIN,
              BUSINESS_SHARE_30MIN,
              BUSINESS_SHARE_60MIN));

  public static final Field BUCKET =
      Field.text(
              "bucket",
              "How soon the first case of a customer was replied to, as known contacts.landmark-days"
                  + " after its opening: within_30min within_60min within_1day later never.")
          .asRequired();
  public static final Field CUSTOMERS =
      Field.count(
              Unit.PEOPLE,
              "customers",
              "Customers who had bought before that case, and of whom what followed is known.")
          .asRequired();
  public static final Field RETAINED_SHARE =
      Field.number(
              Unit.SHARE,
              "retained_share",
              "The share of them who bought in the contacts.follow-days days after the"
                  + " contacts.landmark-days days, 0 to 1.")
          .asRequired();
  public static final Field LOW =
      Field.number(Unit.SHARE, "low", "The lower end of its interval at 95 % (Wilson), 0 to 1.")
          .asRequired();
  public static final Field HIGH =
      Field.number(Unit.SHARE, "high", "The upper end of its interval at 95 % (Wilson), 0 to 1.")
          .asRequired();
  public static final Field BENCHMARK_SHARE =
      Field.number(
          Unit.SHARE,
          "benchmark_share",
          "The share of customers who are said to expect an answer within that time, from the"
              + " settings benchmarks.answer_within_30_minutes and"
              + " benchmarks.answer_within_one_hour, 0 to 1: not computed here; null for other"
              + " buckets, and where it is not configured.");
  public static final Field BENCHMARK_SOURCE =
      StrikeColumns.BENCHMARK_SOURCE.renamed(
          "benchmark_source", "Where benchmark_share is quoted from; null without it.");

  public static final Table RETENTION =
      new Table(
          "reply_retention",
          "How soon customers' first case was replied to, and how many bought afterwards.",
          List.of(SharedColumns.AS_OF, BUCKET),
          List.of(
              SharedColumns.AS_OF,
              BUCKET,
              CUSTOMERS,
              RETAINED_SHARE,
              LOW,
              HIGH,
              BENCHMARK_SHARE,
              BENCHMARK_SOURCE));

  private ReplyColumns() {}

  private static Field share(String name, String time) {
    return Field.number(
        Unit.SHARE,
        name,
        "Of the cases for which "
            + time
            + " were over by the end of the day, the share replied to within them, 0 to 1; null"
            + " where there is no such case.");
  }
}
