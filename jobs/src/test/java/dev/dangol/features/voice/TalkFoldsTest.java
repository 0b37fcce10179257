package dev.dangol.features.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedRows;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.fold.GivenTalk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.Decimal;
import org.junit.jupiter.api.Test;

/** Messages, cases, answers and movements of single customers, by hand. */
class TalkFoldsTest {
  private final FoldedRows rows = new FoldedRows(LocalDate.of(2026, 3, 31));

  @Test
  void messages_count_what_was_answered_and_what_they_cost() {
    MessageFold fold = new MessageFold(List.of(30));
    send(GivenTalk.on("2026-01-01").with(MessageFold.OPENED, MessageFold.CLICKED).worth(120_000));
    send(GivenTalk.on("2026-03-31").with(MessageFold.OPENED, MessageFold.COMPLAINED));
    rows.talk(FoldedSource.SUPPORT, GivenTalk.on("2026-03-31").with(MessageFold.REPLIED));
    assertThat(rows.of(fold).values())
        .containsExactly(2L, 1.0, 0.5, 0.0, 0L, 1L, amount("12.0000"), 1L);
    assertThat(rows.twice(fold).values())
        .containsExactly(0L, null, null, null, 0L, 0L, amount("0.0000"), 0L);
  }

  @Test
  void cases_within_their_time_say_nothing_yet() {
    SupportFold fold = new SupportFold(List.of(30));
    long reopened = FoldedDay.DESCRIBED.reopened();
    ask(GivenTalk.on("2026-01-01").with(SupportFold.MET, SupportFold.DUE).of(1_500_000));
    ask(GivenTalk.on("2026-03-30").with(SupportFold.DUE, SupportFold.FAULT, SupportFold.JUDGED));
    ask(GivenTalk.on("2026-03-31").with(SupportFold.JUDGED, SupportFold.RESOLVED, reopened));
    ask(GivenTalk.on("2026-03-31").worth(5).of(2));
    assertThat(rows.of(fold).values())
        .containsExactly(
            4L,
            0.5,
            0.25,
            1L,
            0.5,
            1.500002,
            amount("0.0005"),
            days("2026-03-31", "2026-03-30", "2026-01-01"),
            days("2026-03-31"),
            3L);
    assertThat(rows.twice(fold).values())
        .containsExactly(0L, null, null, 0L, null, 0.0, amount("0.0000"), days(), days(), 0L);
  }

  @Test
  void of_the_latest_answers_the_lowest_counts() {
    long half = 500_000_000_000L;
    answer(GivenTalk.on("2026-01-01").with(SurveyFold.NPS).of(half).scored(5));
    answer(GivenTalk.on("2026-03-01").with(SurveyFold.NPS).of(2 * half).scored(10));
    answer(GivenTalk.on("2026-03-01").with(SurveyFold.NPS).scored(9));
    answer(GivenTalk.on("2026-02-01"));
    assertThat(rows.of(new SurveyFold()).values()).containsExactly(4L, 0.75, 9.0, null);
    assertThat(rows.twice(new SurveyFold()).values()).containsExactly(0L, null, null, null);
  }

  @Test
  void who_leaves_at_the_moment_of_a_benefit_has_left() {
    long earn = 1;
    long benefit = 1 << 2;
    long leave = 1 << 4;
    rows.talk(FoldedSource.LOYALTY, GivenTalk.on("2026-01-01").with(earn).worth(70_000));
    rows.talk(FoldedSource.LOYALTY, GivenTalk.on("2026-02-01").with(benefit).worth(5));
    LoyaltyFold fold = new LoyaltyFold();
    assertThat(rows.of(fold).values())
        .containsExactly(true, amount("7.0000"), amount("0.0000"), amount("0.0005"));
    rows.talk(FoldedSource.LOYALTY, GivenTalk.on("2026-02-01").with(leave));
    assertThat(rows.of(fold).values()).startsWith(false);
    assertThat(rows.twice(fold).values()).startsWith(false);
  }

  private static GenericArrayData days(String... days) {
    return new GenericArrayData(
        Stream.of(days).map(day -> (Object) (int) LocalDate.parse(day).toEpochDay()).toArray());
  }

  private void send(GivenTalk message) {
    rows.talk(FoldedSource.MESSAGES, message);
  }

  private void ask(GivenTalk one) {
    rows.talk(FoldedSource.SUPPORT, one);
  }

  private void answer(GivenTalk one) {
    rows.talk(FoldedSource.SURVEYS, one);
  }

  private static Decimal amount(String text) {
    return Decimal.apply(new BigDecimal(text), 28, 4);
  }
}
