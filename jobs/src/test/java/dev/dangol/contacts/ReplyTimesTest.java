package dev.dangol.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ReplyColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reply times from clean rows, beside the same counted in plain Java minute by minute. */
@ExtendWith(SparkExtension.class)
class ReplyTimesTest {
  private static final Instant END = GivenContacts.TODAY.end();

  /** A case; replied is null where nobody replied. */
  private record NaiveCase(String channel, Instant opened, Instant replied) {
    boolean answered() {
      return replied != null && replied.isBefore(END);
    }

    double minutes() {
      return Math.max(0, (replied.toEpochMilli() - opened.toEpochMilli()) / 60_000.0);
    }

    /** Whole minutes of business time, each looked at on the clock on the wall; at most 61. */
    static double business(Instant from, Instant to) {
      double counted = 0;
      for (Instant at = from; at.isBefore(to) && counted <= 61; at = at.plusSeconds(60)) {
        ZonedDateTime wall = at.atZone(GivenContacts.BERLIN);
        int minute = wall.getHour() * 60 + wall.getMinute();
        boolean works =
            GivenContacts.HOURS.days().contains(wall.getDayOfWeek())
                && !wall.toLocalDate().equals(GivenContacts.HOLIDAY);
        counted += works && minute >= 60 && minute < 18 * 60 ? 1 : 0;
      }
      return counted;
    }

    boolean due(int minutes) {
      return !opened.plusSeconds(60L * minutes).isAfter(END);
    }

    boolean businessDue(int minutes) {
      return business(opened, END) >= minutes;
    }
  }

  private static List<NaiveCase> cases() {
    Random random = new Random(3);
    List<NaiveCase> cases = new ArrayList<>();
    List<Instant> starts = List.of(Instant.parse("2026-03-26T00:00:00Z"), END.minusSeconds(36_000));
    for (int i = 0; i < 300; i++) {
      Instant opened = starts.get(i % 2).plusSeconds(60L * random.nextInt(i % 2 == 0 ? 6000 : 600));
      int scale = random.nextBoolean() ? 80 : 3000;
      Instant replied =
          random.nextInt(5) == 0 ? null : opened.plusSeconds(60L * random.nextInt(scale));
      cases.add(new NaiveCase(i % 3 == 0 ? "chat" : i % 3 == 1 ? "mail" : null, opened, replied));
    }
    return cases;
  }

  private static Dataset<Row> table(SparkSession spark, List<NaiveCase> cases) {
    TestRows support =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            SupportSource.OPENED_AT,
            SupportSource.CASE_ID,
            SharedColumns.CHANNEL,
            SupportSource.THEME,
            SupportSource.FIRST_REPLY_AT,
            SharedColumns.SOURCE_ROW);
    for (int i = 0; i < cases.size(); i++) {
      NaiveCase one = cases.get(i);
      Timestamp replied = one.replied() == null ? null : Timestamp.from(one.replied());
      String channel = "chat".equals(one.channel()) ? " Chat" : one.channel();
      support.row(
          "c" + i % 7, Timestamp.from(one.opened()), null, channel, "배송", replied, "support-" + i);
    }
    support.row("c1", Timestamp.from(END), null, "chat", "배송", null, "later");
    Dataset<Row> purchases =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                PurchaseSource.REFUND_OF,
                SharedColumns.CATEGORY,
                SharedColumns.ARRIVED_AT,
                SharedColumns.SOURCE_ROW)
            .row("c1", "2026-01-01", "5.00", null, null, null, "purchases-1")
            .table();
    Map<Source, Dataset<Row>> clean =
        Map.of(Sources.PURCHASES, purchases, Sources.SUPPORT, support.table());
    return ReplyTimes.of(
        ContactFacts.of(clean, GivenContacts.SETTINGS, GivenContacts.TODAY).orElseThrow(),
        GivenContacts.TODAY);
  }

  @Test
  void every_channel_and_all_of_them_are_counted_as_by_hand(SparkSession spark) {
    List<NaiveCase> cases = cases();
    List<RowReader> rows =
        table(spark, cases).collectAsList().stream().map(RowReader::new).toList();

    assertThat(rows)
        .extracting(cells -> cells.text(ReplyColumns.CHANNEL).orElse("none"))
        .containsExactlyInAnyOrder("chat", "mail", "none", "all");
    for (RowReader cells : rows) {
      String channel = cells.text(ReplyColumns.CHANNEL).orElse(null);
      List<NaiveCase> own =
          cases.stream()
              .filter(one -> "all".equals(channel) || Objects.equals(one.channel(), channel))
              .toList();
      compare(cells, own);
    }
  }

  private static void compare(RowReader cells, List<NaiveCase> own) {
    List<Double> minutes =
        own.stream().filter(NaiveCase::answered).map(NaiveCase::minutes).sorted().toList();
    assertThat(cells.count(ReplyColumns.CASES)).isEqualTo(own.size());
    assertThat(cells.count(ReplyColumns.ANSWERED)).isEqualTo(minutes.size());
    assertThat(cells.count(ReplyColumns.OPEN)).isEqualTo(own.size() - minutes.size());
    close(cells, ReplyColumns.MEDIAN_MINUTES, OptionalDouble.of(quantile(minutes, 0.5)));
    close(cells, ReplyColumns.P90_MINUTES, OptionalDouble.of(quantile(minutes, 0.9)));
    close(cells, ReplyColumns.SHARE_30MIN, share(own, 30));
    close(cells, ReplyColumns.SHARE_60MIN, share(own, 60));
    close(cells, ReplyColumns.BUSINESS_SHARE_30MIN, businessShare(own, 30));
    close(cells, ReplyColumns.BUSINESS_SHARE_60MIN, businessShare(own, 60));
  }

  private static void close(RowReader cells, Field field, OptionalDouble expected) {
    assertThat(cells.number(field).orElseThrow())
        .as(field.name())
        .isCloseTo(expected.orElseThrow(), within(1e-9));
  }

  private static OptionalDouble share(List<NaiveCase> own, int minutes) {
    return own.stream()
        .filter(one -> one.due(minutes))
        .mapToDouble(one -> one.answered() && one.minutes() <= minutes ? 1 : 0)
        .average();
  }

  private static OptionalDouble businessShare(List<NaiveCase> own, int minutes) {
    return own.stream()
        .filter(one -> one.businessDue(minutes))
        .mapToDouble(
            one ->
                one.answered() && NaiveCase.business(one.opened(), one.replied()) <= minutes
                    ? 1
                    : 0)
        .average();
  }

  private static double quantile(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    double next = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return sorted.get(below) + (place - below) * (next - sorted.get(below));
  }
}
