package dev.dangol.contacts.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.AffinitySettings;
import dev.dangol.contacts.affinity.ResponseSums.MessageCount;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.results.AffinityColumns;
import dev.dangol.testing.TestDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Verdicts on what works and what fails: planted truths come out, and nothing comes out where there
 * is none.
 */
class AffinityVerdictsTest {
  private static final AsOf DAY = TestDay.of("2026-06-30");
  private static final List<String> GROUPS = List.of("everyone:all");
  private static final AffinityVerdicts VERDICTS =
      new AffinityVerdicts(new AffinitySettings(100, 0.05, 2), 30, DAY);

  /** Chance of a response by value of the hour, for customers who differ in how warm they are. */
  private static List<Row> shop(long seed, Map<Integer, Double> factors) {
    Random random = new Random(seed);
    GroupTally tally = new GroupTally();
    for (int customer = 0; customer < 800; customer++) {
      double warmth = 0.05 + 0.4 * random.nextDouble();
      Map<String, Long> sent = new HashMap<>();
      Map<String, Long> responded = new HashMap<>();
      for (int message = random.nextInt(30); message > 0; message--) {
        int hour = 8 + random.nextInt(6);
        double chance = warmth * factors.getOrDefault(hour, 1.0);
        for (String key : List.of("hour:" + hour, "creative:" + "abcd".charAt(message % 4))) {
          sent.merge(key, 1L, Long::sum);
          responded.merge(key, 0L, Long::sum);
        }
        if (random.nextDouble() < chance) {
          responded.merge("hour:" + hour, 1L, Long::sum);
          responded.merge("creative:" + "abcd".charAt(message % 4), 1L, Long::sum);
        }
      }
      tally.add(GROUPS, sent, responded);
    }
    return VERDICTS.rows(tally.sums());
  }

  private static Object cell(Row row, Field field) {
    return row.get(AffinityColumns.TABLE.fields().indexOf(field));
  }

  private static Map<String, Object> by(List<Row> rows, Field field) {
    Map<String, Object> found = new HashMap<>();
    rows.forEach(
        row ->
            found.put(
                cell(row, AffinityColumns.FACET) + ":" + cell(row, AffinityColumns.VALUE),
                cell(row, field)));
    return found;
  }

  @Test
  void planted_hours_work_and_fail_and_the_others_are_unknown() {
    Map<String, Object> verdicts = by(shop(1, Map.of(9, 1.8, 12, 0.5)), AffinityColumns.VERDICT);

    assertThat(verdicts)
        .hasSize(10)
        .containsEntry("hour:9", "works")
        .containsEntry("hour:12", "fails");
    assertThat(verdicts)
        .containsEntry("creative:a", "unknown")
        .containsEntry("creative:d", "unknown");
  }

  @Test
  void at_most_one_of_twenty_shops_without_a_truth_has_a_false_verdict() {
    long shopsWithVerdict = 0;
    for (int seed = 0; seed < 20; seed++) {
      if (by(shop(100 + seed, Map.of()), AffinityColumns.VERDICT).values().stream()
          .anyMatch(verdict -> !verdict.equals("unknown"))) {
        shopsWithVerdict++;
      }
    }
    assertThat(shopsWithVerdict).isLessThanOrEqualTo(1);
  }

  @Test
  void the_lift_is_the_rate_over_the_base_rate_within_its_interval() {
    for (Row row : shop(3, Map.of(9, 1.5))) {
      double rate = (double) cell(row, AffinityColumns.RESPONSE_RATE);
      double base = (double) cell(row, AffinityColumns.BASE_RATE);
      assertThat((double) cell(row, AffinityColumns.LIFT))
          .isCloseTo(rate / base, within(1e-12))
          .isBetween(
              (double) cell(row, AffinityColumns.LIFT_LOW),
              (double) cell(row, AffinityColumns.LIFT_HIGH));
    }
  }

  /** The variance customer by customer, from how much each of them moves the ratio. */
  @Test
  void the_interval_is_that_of_the_sum_over_customers() {
    Random random = new Random(5);
    List<long[]> customers = new ArrayList<>();
    ResponseSums own = ResponseSums.of(new long[10]);
    ResponseSums all = ResponseSums.of(new long[10]);
    for (int i = 0; i < 200; i++) {
      long sent = random.nextInt(6);
      long elsewhere = 1L + random.nextInt(9);
      long here = sent == 0 ? 0 : random.nextInt((int) sent + 1);
      long there = random.nextInt((int) elsewhere + 1);
      customers.add(new long[] {here, sent, there, elsewhere});
      MessageCount total = new MessageCount(sent + elsewhere, here + there);
      all.add(total, total);
      if (sent > 0) {
        own.add(new MessageCount(sent, here), total);
      }
    }
    double[] sums = new double[4];
    customers.forEach(c -> Arrays.setAll(sums, i -> sums[i] + c[i]));
    double rate = sums[0] / sums[1];
    double other = sums[2] / sums[3];
    double variance = 0;
    for (long[] c : customers) {
      double moves =
          (c[0] - rate * c[1]) / (sums[1] * rate) - (c[2] - other * c[3]) / (sums[3] * other);
      variance += moves * moves;
    }
    variance *= 200.0 / 199;
    double part = sums[1] / (sums[1] + sums[3]);
    double low = rate / other * Math.exp(-1.959963984540054 * Math.sqrt(variance));

    assertThat(ResponseLift.of(own, all).low())
        .isCloseTo(low / (part * low + 1 - part), within(1e-9));
  }

  @Test
  void a_single_value_nobody_answering_and_too_few_messages_are_unknown() {
    GroupTally single = new GroupTally();
    single.add(GROUPS, Map.of("channel:email", 500L), Map.of("channel:email", 100L));
    GroupTally silent = new GroupTally();
    silent.add(
        GROUPS,
        Map.of("channel:email", 500L, "channel:sms", 9L),
        Map.of("channel:email", 0L, "channel:sms", 0L));

    for (GroupTally tally : List.of(single, silent)) {
      List<Row> rows = VERDICTS.rows(tally.sums());
      assertThat(by(rows, AffinityColumns.VERDICT).values()).containsOnly("unknown");
      assertThat(by(rows, AffinityColumns.Q_VALUE)).allSatisfy((key, q) -> assertThat(q).isNull());
    }
    assertThat(by(VERDICTS.rows(silent.sums()), AffinityColumns.LIFT).get("channel:sms")).isNull();
  }

  @Test
  void a_value_without_any_response_among_many_fails() {
    GroupTally tally = new GroupTally();
    for (int i = 0; i < 100; i++) {
      tally.add(
          GROUPS,
          Map.of("channel:email", 5L, "channel:fax", 5L),
          Map.of("channel:email", 2L, "channel:fax", 0L));
    }
    List<Row> rows = VERDICTS.rows(tally.sums());

    assertThat(by(rows, AffinityColumns.VERDICT))
        .containsEntry("channel:email", "works")
        .containsEntry("channel:fax", "fails");
    assertThat(by(rows, AffinityColumns.LIFT_LOW)).containsEntry("channel:fax", 0.0);
  }
}
