package dev.dangol.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.testing.PlainRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Messages to a customer and their support cases, from the sentences of their columns. */
record NaiveTalk(NaiveDay day, List<Integer> windows, int replyHours) {

  void messages(Map<String, Object> row, List<PlainRow> sent) {
    put(row, TalkColumns.MESSAGES_LIFETIME, (long) sent.size());
    put(row, TalkColumns.MESSAGE_OPEN_SHARE, share(sent, MessageSource.OPENED_AT));
    put(row, TalkColumns.MESSAGE_CLICK_SHARE, share(sent, MessageSource.CLICKED_AT));
    put(row, TalkColumns.MESSAGE_REPLY_SHARE, share(sent, MessageSource.REPLIED_AT));
    put(row, TalkColumns.MESSAGE_UNSUBSCRIBES_LIFETIME, count(sent, MessageSource.UNSUBSCRIBED_AT));
    put(row, TalkColumns.MESSAGE_COMPLAINTS_LIFETIME, count(sent, MessageSource.COMPLAINED_AT));
    put(row, TalkColumns.MESSAGE_COST_LIFETIME, NaiveDay.sum(sent, SharedColumns.COST_AMOUNT));
    for (int window : windows) {
      put(row, TalkColumns.messages(window), day.withinWindow(sent, MessageSource.SENT_AT, window));
    }
  }

  void cases(Map<String, Object> row, List<PlainRow> cases) {
    long orders = (Long) row.get(FeatureColumns.ORDERS_LIFETIME.name());
    put(row, TalkColumns.CASES_LIFETIME, (long) cases.size());
    put(row, TalkColumns.CASES_PER_ORDER, (double) cases.size() / orders);
    put(
        row,
        TalkColumns.REPLIES_IN_TIME_SHARE,
        NaiveDay.share(
            number(cases, this::inTime),
            number(cases, one -> replied(one) || due(one).isBefore(day.end()))));
    put(
        row,
        TalkColumns.RESOLVED_SHARE,
        NaiveDay.share(number(cases, this::resolved), cases.size()));
    put(row, TalkColumns.REOPENED_LIFETIME, count(cases, SupportSource.REOPENED_AT));
    put(
        row,
        TalkColumns.FAULT_SHARE,
        NaiveDay.share(
            number(cases, one -> !one.empty(SupportSource.FAULT) && one.flag(SupportSource.FAULT)),
            number(cases, one -> !one.empty(SupportSource.FAULT))));
    put(
        row,
        TalkColumns.HANDLING_MINUTES_LIFETIME,
        cases.stream()
            .filter(one -> !one.empty(SupportSource.HANDLING_MINUTES))
            .mapToDouble(one -> one.number(SupportSource.HANDLING_MINUTES))
            .sum());
    put(row, TalkColumns.SUPPORT_COST_LIFETIME, NaiveDay.sum(cases, SharedColumns.COST_AMOUNT));
    for (int window : windows) {
      put(row, TalkColumns.cases(window), day.withinWindow(cases, SupportSource.OPENED_AT, window));
    }
  }

  private boolean replied(PlainRow one) {
    return day.happened(one, SupportSource.FIRST_REPLY_AT);
  }

  private boolean inTime(PlainRow one) {
    return replied(one) && !one.instant(SupportSource.FIRST_REPLY_AT).isAfter(due(one));
  }

  private Instant due(PlainRow one) {
    return one.instant(SupportSource.OPENED_AT).plus(Duration.ofHours(replyHours));
  }

  private boolean resolved(PlainRow one) {
    boolean again =
        day.happened(one, SupportSource.REOPENED_AT)
            && day.happened(one, SupportSource.RESOLVED_AT)
            && one.instant(SupportSource.REOPENED_AT)
                .isAfter(one.instant(SupportSource.RESOLVED_AT));
    return day.happened(one, SupportSource.RESOLVED_AT) && !again;
  }

  private Double share(List<PlainRow> rows, Field time) {
    return NaiveDay.share(count(rows, time), rows.size());
  }

  private long count(List<PlainRow> rows, Field time) {
    return number(rows, row -> day.happened(row, time));
  }

  private static long number(List<PlainRow> rows, Predicate<PlainRow> which) {
    return rows.stream().filter(which).count();
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
